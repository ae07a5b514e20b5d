"""A clever reader: writes down all that a published column says, and has a solver find the rest."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from portal.targets.gate import FEWEST, KEPT_BACK, SMALL

Range = tuple[float, float]
MANY = 10_000  # more than there are
FREE: Range = (0, MANY)


def bounds_of(mark: str) -> Range:
    """What a number or a mark says of a count."""
    if mark.isdigit():
        return int(mark), int(mark)
    return {SMALL: (0, FEWEST - 1), KEPT_BACK: (FEWEST, MANY)}[mark]


def recover(
    marks: Sequence[str], total: str, places: int, known: Mapping[int, int] | None = None
) -> list[Range]:
    """The least and most that each place of a column can be, in whole people.

    `marks` is empty where no place is shown, of so many as there are; `known` is what the reader
    knows of some places besides.
    """
    limits = [bounds_of(mark) for mark in marks] or [FREE] * places
    for place, count in (known or {}).items():
        limits[place] = count, count
    said = LinearConstraint(np.ones((1, places)), *bounds_of(total))
    return [
        (
            limits[i]
            if limits[i][0] == limits[i][1]
            else (_edge(limits, said, i, 1), _edge(limits, said, i, -1))
        )
        for i in range(places)
    ]


def _edge(limits: list[Range], said: LinearConstraint, place: int, sign: int) -> float:
    aim = np.zeros(len(limits))
    aim[place] = sign
    low, high = np.array(limits, dtype=float).T
    found = milp(aim, constraints=said, bounds=Bounds(low, high), integrality=np.ones(len(limits)))
    assert found.success, found.message
    return float(round(sign * found.fun))


def given_away(found: Sequence[Range], marks: Sequence[str]) -> list[int]:
    """The hidden places of which the reader knows the exact count."""
    hidden = [i for i in range(len(found)) if not marks or not marks[i].isdigit()]
    return [i for i in hidden if found[i][0] == found[i][1]]
