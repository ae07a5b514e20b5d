"""A clever reader: writes down all that a published column says, and has a solver find the rest."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from portal.targets.gate import FEWEST, KEPT_BACK, SMALL, Column

Range = tuple[int, int]
MANY = 10_000  # more than there are


def bounds_of(mark: str) -> Range:
    """What a number or a mark says of a count."""
    if mark.isdigit():
        return int(mark), int(mark)
    return {SMALL: (0, FEWEST - 1), KEPT_BACK: (FEWEST, MANY)}[mark]


def recover(column: Column, known: Mapping[int, int] | None = None) -> list[Range]:
    """The least and most that each place of a column can be, in whole people.

    `known` is what the reader knows of some places besides.
    """
    marks = column.places.values()
    limits = [bounds_of(mark) if column.is_open else (0, MANY) for mark in marks]
    for place, count in (known or {}).items():
        limits[place] = count, count
    total = LinearConstraint(np.ones((1, len(limits))), *bounds_of(column.total))
    return [
        bounds
        if bounds[0] == bounds[1]
        else (_edge(limits, total, i, 1), _edge(limits, total, i, -1))
        for i, bounds in enumerate(limits)
    ]


def _edge(limits: Sequence[Range], total: LinearConstraint, place: int, sign: int) -> int:
    aim = np.zeros(len(limits))
    aim[place] = sign
    low, high = np.array(limits, dtype=float).T
    found = milp(aim, constraints=total, bounds=Bounds(low, high), integrality=np.ones(len(limits)))
    assert found.success, found.message
    return round(sign * found.fun)


def given_away(column: Column, known: Mapping[int, int] | None = None) -> list[int]:
    """The hidden places of which the reader can tell the exact count."""
    found = recover(column, known)
    return [
        i
        for i, mark in enumerate(column.places.values())
        if not mark.isdigit() and found[i][0] == found[i][1]
    ]
