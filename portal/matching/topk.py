"""The best rows: score descending, then code ascending, which is the order of the rows."""

import numpy as np

from portal.matching.arrays import Bools, Ints


def best(score: Ints, chosen: Bools, most: int) -> list[int]:
    """The numbers of at most so many chosen rows, best first."""
    rows = np.flatnonzero(chosen)
    key = rows - score[rows] * len(score)  # unique, and lower is better
    if len(rows) > most:
        first = np.argpartition(key, most)[:most]
        rows, key = rows[first], key[first]
    best_first: list[int] = rows[np.argsort(key)].tolist()
    return best_first
