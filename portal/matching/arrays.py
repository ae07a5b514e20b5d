"""Both sides in columns: one array a figure, one index a set, rows in the order of their codes.

Because rows stand in the order of their codes (Unicode code points), the lower row number is
also the lower code, and ties are broken without comparing strings.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from portal.matching.rows import ClassRow, ClientRow, VacancyRow

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Row = TypeVar("Row", bound=ClientRow | VacancyRow | ClassRow)
Opening = TypeVar("Opening", bound=VacancyRow | ClassRow)

GRID = 1111.95  # steps of 100 m in one degree
CONTRACT_POINTS = {"indefinite": 50, "year": 35, "short": 15, "none": 0}


@lru_cache(maxsize=1 << 14)
def grid(lat: float, lon: float) -> tuple[int, int, int]:
    """x and y on the grid of 100 m, and q, the width of a degree there in 1/1024 of its height."""
    q = round(math.cos(math.radians(lat)) * 1024)
    return round(lon * GRID), round(lat * GRID), q


def prefixes(codes: Iterable[str]) -> set[str]:
    """Every beginning of every code.

    Two codes share as many beginnings as their common prefix is long, so the best common
    prefix of a four-digit code with a set of codes is the number of beginnings they share.
    """
    return {code[:length] for code in codes for length in range(1, len(code) + 1)}


class Index:
    """A set of words a row, kept as the rows of each word."""

    def __init__(self, sets: Iterable[Iterable[str]]) -> None:
        rows: dict[str, list[int]] = defaultdict(list)
        self.size = 0
        for words in sets:
            for word in words:
                rows[word].append(self.size)
            self.size += 1
        self._rows = {word: np.array(found, dtype=np.int64) for word, found in rows.items()}

    def count(self, words: Iterable[str]) -> Ints:
        """How many of these (distinct) words each row has."""
        found = [self._rows[word] for word in words if word in self._rows]
        if not found:
            return np.zeros(self.size, dtype=np.int64)
        return np.bincount(np.concatenate(found), minlength=self.size)


class Side(Generic[Row]):
    """What clients and openings have in common: a code, a place, a schooling, shifts."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows: Sequence[Row] = sorted(rows, key=lambda row: row.code)
        self.communes = Index([row.commune] for row in self.rows)
        self.placed = self.ints(lambda row: row.lat is not None).astype(np.bool_)
        spots = [_spot(row.lat, row.lon) for row in self.rows]
        self.x, self.y, self.q = np.array(spots, dtype=np.int64).reshape(-1, 3).T
        self.education = self.ints(lambda row: row.education)
        self.shifts = self.ints(lambda row: row.shifts)

    def ints(self, figure: Callable[[Row], int]) -> Ints:
        return np.fromiter(map(figure, self.rows), np.int64, len(self.rows))

    def index(self, words: Callable[[Row], Iterable[str]]) -> Index:
        return Index(map(words, self.rows))

    @cached_property
    def by_code(self) -> dict[str, Row]:
        return {row.code: row for row in self.rows}


class Clients(Side[ClientRow]):
    """People in columns. The indexes are made when first asked: a single person needs none."""

    def __init__(self, rows: Iterable[ClientRow]) -> None:
        super().__init__(rows)
        self.birth_year = self.ints(lambda row: row.birth_year)
        self.limits = self.ints(lambda row: row.limits)
        self.reach2 = self.ints(lambda row: (row.max_km * 10) ** 2)
        self.min_wage = self.ints(lambda row: row.min_wage)
        self.aid = self.ints(lambda row: row.aid)
        self.wishes = self.ints(lambda row: len(row.wanted))

    @cached_property
    def proven(self) -> Index:
        return self.index(lambda row: row.proven)

    @cached_property
    def held(self) -> Index:
        return self.index(lambda row: row.held)

    @cached_property
    def wanted(self) -> Index:
        return self.index(lambda row: prefixes(row.wanted))

    @cached_property
    def blocked(self) -> Index:
        return self.index(lambda row: row.blocked)

    @cached_property
    def taken(self) -> Index:
        return self.index(lambda row: row.taken)


class Openings(Side[Opening]):
    """What vacancies and classes have in common, in columns."""

    def __init__(self, rows: Iterable[Opening]) -> None:
        super().__init__(rows)
        self.accommodation = self.ints(lambda row: row.accommodation).astype(np.bool_)
        self.seats_left = self.ints(lambda row: row.seats_left)
        self.opens_on = self.ints(lambda row: _day(row.opens_on, date.min))
        self.closes_on = self.ints(lambda row: _day(row.closes_on, date.max))
        self.codes = self.index(lambda row: [row.code])
        self.occupations = self.index(lambda row: prefixes([row.occupation]))
        self.employers = self.index(lambda row: [row.employer])
        self.must = self.index(lambda row: row.must)
        self.asked = self.index(lambda row: row.must | row.nice)


class Vacancies(Openings[VacancyRow]):
    """Vacancies in columns; a wage by agreement stands as 0 and is marked."""

    def __init__(self, rows: Iterable[VacancyRow]) -> None:
        super().__init__(rows)
        self.musts = self.ints(lambda row: len(row.must))
        self.asks = self.ints(lambda row: len(row.must | row.nice))
        self.demands = self.ints(lambda row: row.demands)
        self.wage = self.ints(lambda row: row.wage or 0)
        self.by_agreement = self.ints(lambda row: row.wage is None).astype(np.bool_)
        self.min_age = self.ints(lambda row: row.min_age)
        self.stability = self.ints(lambda row: CONTRACT_POINTS[row.contract])


class Classes(Openings[ClassRow]):
    """Training classes in columns."""

    def __init__(self, rows: Iterable[ClassRow]) -> None:
        super().__init__(rows)
        self.fee = self.ints(lambda row: row.fee)
        self.certificate = self.ints(lambda row: row.certificate)


class Snapshot:
    """Everyone and everything that can be matched on a day."""

    def __init__(
        self,
        clients: Iterable[ClientRow],
        vacancies: Iterable[VacancyRow],
        classes: Iterable[ClassRow],
    ) -> None:
        self.clients = Clients(clients)
        self.vacancies = Vacancies(vacancies)
        self.classes = Classes(classes)


def _spot(lat: float | None, lon: float | None) -> tuple[int, int, int]:
    return (0, 0, 0) if lat is None or lon is None else grid(lat, lon)


def _day(day: date | None, blank: date) -> int:
    return (day or blank).toordinal()
