"""The area of a plan on the map of one day, and where on that map a club or point stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from portal import clock
from portal.places import service as places
from portal.places.service import Gazetteer, Level, Place


class Stand(NamedTuple):
    """The commune that a record was put in, the day that this was and its code is of, and the old
    district that was entered for it."""

    commune: str
    since: date
    district: str | None = None


@dataclass(frozen=True)
class Seat:
    """Where a record stands on a map: its commune, and the unit above it, as far as known.

    `lost`: the commune has ended and nobody knows what it became.
    """

    commune: str | None = None
    above: str | None = None
    lost: bool = False


@dataclass(frozen=True)
class Area:
    """The units of a plan's place on the map of `day`.

    `as_written` is the map of the plan, where an old district that was entered counts.
    `people_known`: a residence or a workplace has no history and is known on the map of the
    clock's day only.
    """

    place: str
    day: date
    as_written: bool
    people_known: bool
    communes: frozenset[str]
    districts: frozenset[str]

    @property
    def units(self) -> frozenset[str]:
        """The place itself and every unit in it."""
        return self.communes | self.districts | {self.place}

    def holds(self, seat: Seat) -> bool:
        """Whether a club or point with that seat belongs to the plan."""
        return not {seat.commune, seat.above}.isdisjoint(self.units)

    def seat(self, commune: str, since: date, entered_district: str | None = None) -> Seat:
        """Where a record of the day `since` stands on this map.

        An older one goes to its default successors. A later one stands in an old commune only
        where that commune's row is unchanged, and in an old unit above it where that one is, or
        in the old district that was entered for it.
        """
        unit = places.find_unit(commune, since)
        if unit is None:
            return Seat()
        known = _later(unit, since, self.day) if since > self.day else _older(unit, self.day)
        if self.as_written and entered_district:
            return Seat(known.commune, entered_district)
        return known

    def seat_of(self, stands: Sequence[Stand]) -> Seat:
        """Where a record with these stands is on this map: the last one that the map knows."""
        return self.seat(*self._stand(stands))

    def has_lost(self, stands: Sequence[Stand]) -> bool:
        """Whether it was in this place, and nobody knows what its commune became."""
        commune, since, _district = self._stand(stands)
        return self.lost(commune, since)

    def _stand(self, stands: Sequence[Stand]) -> Stand:
        """The last one; on the map as written, the last that it knows: who moves after a change
        of map still counts there where they stood on it."""
        known = [one for one in stands[1:] if not self.as_written or self._knows(one)]
        return [*stands[:1], *known][-1]

    def _knows(self, stand: Stand) -> bool:
        """Whether a move was made on this map: into a district of it, where it has districts."""
        seat = self.seat(*stand)
        if not self.districts:
            return seat.commune is not None
        above = places.find_unit(seat.above or "", self.day)
        return above is not None and above.level == Level.DISTRICT

    def lost(self, commune: str, since: date) -> bool:
        """Whether a record's commune was in this place, has ended, and has no known successor."""
        return self.seat(commune, since).lost and self.place in _chain(commune, since)


def area_as_written(place: str, map_day: date) -> Area:
    """The place with the units that were in force on the day of the plan's map."""
    return _area(place, map_day, map_day, as_written=True)


def area_today(place: str, map_day: date, day: date) -> Area:
    """The place on the map of `day`; where its code has ended, what its communes became."""
    return _area(place, map_day, day, as_written=False)


def _area(place: str, plan_day: date, day: date, *, as_written: bool) -> Area:
    communes = places.area_of_plan(place, plan_day, day).communes
    parents = {places.district_of(commune, day) for commune in communes}
    districts = frozenset(code for code in parents if code)
    return Area(place, day, as_written, same_map(day, clock.today()), communes, districts)


def same_map(one: date, other: date) -> bool:
    """Whether the same communes stand under the same units; a new name makes no new map."""
    known = places.gazetteer()
    return one == other or _map(known, one) == _map(known, other)


@lru_cache(maxsize=16)
def _map(known: Gazetteer, day: date) -> frozenset[tuple[str, str | None]]:
    return frozenset((row.code, row.parent_code) for row in known.communes(day))


def _older(unit: Place, day: date) -> Seat:
    heir = places.gazetteer().follow(unit, day)
    return Seat(heir.code, heir.parent_code) if heir else Seat(lost=True)


def _later(unit: Place, since: date, day: date) -> Seat:
    above = places.find_unit(unit.parent_code or "", since)
    return Seat(
        unit.code if unit.stands_on(day) else None,
        above.code if above and above.stands_on(day) else None,
    )


def _chain(code: str, day: date) -> set[str | None]:
    """A unit and all units above it on the day."""
    return {code, places.district_of(code, day), places.province_of(code, day)}
