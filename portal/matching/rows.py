"""What is compared, one plain row a person or opening, as the service reads it from the tables.

Codes mean what they mean in the import tables. Shifts, limits and demands are bit masks
(portal.trades.vocabulary); lat and lon are None where the commune has no known coordinates.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRow:
    """One person; `taken` are the openings applied to, enrolled or placed in, or turned down."""

    code: str
    commune: str
    lat: float | None
    lon: float | None
    birth_year: int
    education: int
    wanted: frozenset[str] = frozenset()  # occupations of 1 to 4 digits
    proven: frozenset[str] = frozenset()
    claimed: frozenset[str] = frozenset()
    limits: int = 0
    shifts: int = 0
    max_km: int = 20
    min_wage: int = 0  # 0: no wish
    blocked: frozenset[str] = frozenset()  # employers
    aid: int = 0  # VND a course for this household on the day asked
    taken: frozenset[str] = frozenset()

    @property
    def held(self) -> frozenset[str]:
        return self.proven | self.claimed


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningRow:
    """What a vacancy and a class have in common."""

    code: str
    commune: str
    lat: float | None
    lon: float | None
    occupation: str  # 4 digits
    education: int = 0
    shifts: int = 0
    accommodation: bool = False
    seats_left: int
    closes_on: date | None  # of a class: the last day to enrol


@dataclass(frozen=True, slots=True, kw_only=True)
class VacancyRow(OpeningRow):
    """A vacancy of a verified employer; those of others are never given to the matching."""

    employer: str
    opens_on: date | None = None
    must: frozenset[str] = frozenset()
    nice: frozenset[str] = frozenset()
    wage_from: int | None = None
    wage_to: int | None = None
    demands: int = 0
    contract: str = "none"
    min_age: int = 0

    @property
    def wage(self) -> int | None:
        """The most that is paid; None is "by agreement"."""
        return self.wage_from if self.wage_to is None else self.wage_to


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRow(OpeningRow):
    """A training class: it is always open until its last day, and asks for no skill."""

    opens_on: ClassVar[None] = None
    employer: ClassVar[str] = ""
    must: ClassVar[frozenset[str]] = frozenset()
    nice: ClassVar[frozenset[str]] = frozenset()
    teaches: frozenset[str] = frozenset()
    fee: int = 0
    certificate: bool = False
