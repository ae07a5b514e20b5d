"""All units of the country in memory, each with its days: who stood where, and what became of it.

Read once a process and never changed, so that a list of a thousand rows asks no database.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """The levels of units; districts ended on 2025-06-30."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Place(NamedTuple):
    """A unit as it was from one day to another, both included; open ends are the first and last
    day that a date can hold."""

    code: str
    valid_from: date
    valid_to: date
    level: str
    kind: str
    name: str
    parent_code: str | None
    lat: float | None
    lon: float | None

    def stands_on(self, day: date) -> bool:
        """Whether the unit was in force on the day."""
        return self.valid_from <= day <= self.valid_to


class Succession(NamedTuple):
    """From the day `from_on`, `new_code` stands where `old_code` stood."""

    old_code: str
    from_on: date
    new_code: str
    is_default: bool


class Zone(NamedTuple):
    """From the day `from_on`, the commune lies in a wage zone."""

    commune_code: str
    from_on: date
    zone: int


class Wage(NamedTuple):
    """The lowest lawful pay of a zone, by the decree in force."""

    zone: int
    from_on: date
    to_on: date
    month_vnd: int
    hour_vnd: int
    decree: str


class Gazetteer:
    """The units by code and by parent, their successors, and the wage zones."""

    def __init__(
        self,
        places: Iterable[Place],
        successions: Iterable[Succession],
        zones: Iterable[Zone],
        wages: Iterable[Wage],
    ) -> None:
        self._rows: defaultdict[str, list[Place]] = defaultdict(list)
        self._parts: defaultdict[str, list[Place]] = defaultdict(list)
        for place in sorted(places):
            self._rows[place.code].append(place)
            if place.parent_code:
                self._parts[place.parent_code].append(place)
        communes = (row for rows in self._rows.values() for row in rows if row.level == "commune")
        self._turns = sorted({row.valid_from for row in communes})
        self._heirs: defaultdict[tuple[str, date], list[str]] = defaultdict(list)
        for succession in sorted(successions, key=lambda row: (not row.is_default, row)):
            self._heirs[succession.old_code, succession.from_on].append(succession.new_code)
        self._origins: defaultdict[str, list[Succession]] = defaultdict(list)
        for (old, from_on), heirs in self._heirs.items():
            for new in heirs:
                self._origins[new].append(Succession(old, from_on, new, is_default=False))
        self._zones: defaultdict[str, list[Zone]] = defaultdict(list)
        for zone in sorted(zones):
            self._zones[zone.commune_code].append(zone)
        self._wages = list(wages)

    def find(self, code: str, day: date) -> Place | None:
        """The unit that had this code on the day."""
        return next((row for row in self._rows.get(code, ()) if row.stands_on(day)), None)

    def latest(self, code: str, day: date) -> Place | None:
        """The unit that had this code on the day, or last before it."""
        rows = [row for row in self._rows.get(code, ()) if row.valid_from <= day]
        return rows[-1] if rows else None

    def map_since(self, day: date) -> date:
        """The first day of the map of this day: since then no commune has changed."""
        return self._turns[bisect_right(self._turns, day) - 1]

    def last_day_of(self, level: Level, *, before: date) -> date | None:
        """The last day before this one on which units of the level ended."""
        rows = (row for rows in self._rows.values() for row in rows if row.level == level)
        return max((row.valid_to for row in rows if row.valid_to < before), default=None)

    def communes(self, day: date) -> Iterator[Place]:
        """Every commune of the country on the day, by code."""
        for rows in self._rows.values():
            yield from (row for row in rows if row.level == Level.COMMUNE and row.stands_on(day))

    def communes_under(self, code: str, day: date) -> list[Place]:
        """The communes of a province or district on the day; a commune is its own only one."""
        place = self.find(code, day)
        if place is None:
            return []
        if place.level == Level.COMMUNE:
            return [place]
        parts = [part for part in self._parts.get(code, ()) if part.stands_on(day)]
        return [commune for part in parts for commune in self.communes_under(part.code, day)]

    def heirs(self, place: Place) -> list[Place]:
        """The units that stood in its place the day after it ended, the main one first.

        Where nothing else is recorded a code that goes on is its own successor, whatever its name.
        """
        if place.valid_to == date.max:
            return []
        next_day = place.valid_to + timedelta(days=1)
        codes = self._heirs.get((place.code, next_day), [place.code])
        return [heir for code in codes if (heir := self.find(code, next_day))]

    def former(self, code: str, day: date) -> list[Place]:
        """The units that have gone into this one by the day, under its code or their own."""
        own = (row for row in self._rows.get(code, ()) if row.valid_to < day)
        gone = [row for row in own if any(heir.code == code for heir in self.heirs(row))]
        for origin in self._origins.get(code, ()):
            old = self.find(origin.old_code, origin.from_on - timedelta(days=1))
            if old and origin.from_on <= day and old not in gone:
                gone.append(old)
        return gone

    def without_heir(self, day: date) -> list[Place]:
        """The communes that have ended before the day and of which nobody knows what they became,
        by code."""
        return sorted(
            row
            for rows in self._rows.values()
            for row in rows
            if row.level == Level.COMMUNE and row.valid_to < day and not self.heirs(row)
        )

    def follow(self, place: Place, on: date) -> Place | None:
        """What a unit has become by the day, from main successor to main successor."""
        while place.valid_to < on:
            heirs = self.heirs(place)
            if not heirs:
                return None
            place = heirs[0]
        return place if place.stands_on(on) else None

    def neighbours(self, code: str, day: date) -> list[Place]:
        """The three communes of the day whose codes stand next to this one: codes follow the
        land, and a spreadsheet drops leading zeros."""
        communes = sorted(self.communes(day))
        at = bisect_left(communes, (code.zfill(5),))
        return communes[max(at - 1, 0) : at + 2]

    def zone(self, commune_code: str, day: date) -> int | None:
        """The wage zone of a commune on the day; None where no list names it."""
        known = [row.zone for row in self._zones.get(commune_code, ()) if row.from_on <= day]
        return known[-1] if known else None

    def wage(self, zone: int, day: date) -> Wage | None:
        """The rates of a zone on the day."""
        rates = (rate for rate in self._wages if rate.zone == zone)
        return next((rate for rate in rates if rate.from_on <= day <= rate.to_on), None)
