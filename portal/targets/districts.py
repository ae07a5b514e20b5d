"""The old districts of a plan, and beside each the communes of today that grew from it."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from portal.places import service as places
from portal.places.service import Place
from portal.targets.areas import Area
from portal.targets.communes import Commune, communes_in
from portal.targets.indicators.clubs import clubs_operating
from portal.targets.records import Records
from portal.text import sort_key


class District(NamedTuple):
    """A district of the plan's map: its clubs, its communes of today with theirs, and how many of
    its communes went nobody knows where."""

    place: Place
    clubs: int
    grown: list[Commune]
    unknown: int


def districts_in(records: Records, area: Area, today: Area, day: date) -> list[District]:
    """The districts of the area, by name, with the communes of the area of today."""
    clubs = Counter(seat.above for _, seat in clubs_operating(records, area, day).clubs)
    communes = {known.place.code: known for known in communes_in(records, today, day)}
    found = [places.unit_on(code, area.day) for code in area.districts]
    return [
        _district(place, clubs[place.code], communes, area.day, today.day)
        for place in sorted(found, key=lambda place: sort_key(place.name))
    ]


def _district(
    place: Place, clubs: int, communes: dict[str, Commune], since: date, day: date
) -> District:
    heirs = places.grown_into(place.code, since, day).values()
    grown = [known for code, known in communes.items() if code in heirs]
    return District(place, clubs, grown, sum(heir is None for heir in heirs))
