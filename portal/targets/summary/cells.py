"""The cells to which a subject's parts give: by place and by year, half-year, quarter and month."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

COUNTRY = "VN"


class Adds(StrEnum):
    """How a measure adds up over time.

    SUM: added. DISTINCT: a subject counts once in each cell, so cells are never added up. LAST: a
    balance as at a day; its parts are +1 and -1, its cells the net change within their period.
    """

    SUM = "sum"
    DISTINCT = "distinct"
    LAST = "last"


class Part(NamedTuple):
    """What a subject gives to a measure on a day, and where: a row of `SummaryPart`."""

    measure: str
    subject: int
    day: date
    commune_code: str | None
    district_code: str | None
    province_code: str | None
    numerator: int
    denominator: int


class Cell(NamedTuple):
    """What a cell is found by."""

    measure: str
    level: str
    place_code: str
    period: str


class Counted(NamedTuple):
    """A figure; measures that are no shares have a denominator of 0."""

    numerator: int = 0
    denominator: int = 0


Deltas = dict[Cell, Counted]


def cells_of(adds: Adds, parts: Iterable[Part]) -> Deltas:
    """What the parts of ONE subject give to each cell."""
    numerators, denominators = Counter[Cell](), Counter[Cell]()
    for part in parts:
        for cell in _cells(part):
            numerators[cell] += part.numerator
            denominators[cell] += part.denominator
    most = 1 if adds is Adds.DISTINCT else None
    return {
        cell: Counted(_at_most(numerators[cell], most), _at_most(denominators[cell], most))
        for cell in numerators
    }


def periods_of(day: date) -> tuple[str, str, str, str]:
    """The year, half-year, quarter and month of a day."""
    year, month = f"{day.year:04}", day.month
    half, quarter = (month + 5) // 6, (month + 2) // 3
    return year, f"{year}-H{half}", f"{year}-Q{quarter}", f"{year}-{month:02}"


def _cells(part: Part) -> Iterator[Cell]:
    places = (
        ("commune", part.commune_code),
        ("district", part.district_code),
        ("province", part.province_code),
        ("country", COUNTRY),
    )
    for level, code in places:
        if code:
            for period in periods_of(part.day):
                yield Cell(part.measure, level, code, period)


def _at_most(count: int, most: int | None) -> int:
    return count if most is None else min(count, most)
