"""Communes that have people and no club."""

from datetime import date
from typing import NamedTuple

from portal import clock
from portal.access import Actor, Role
from portal.places import service as places
from portal.targets.areas import area_today
from portal.targets.indicators import Asked
from portal.targets.indicators.clubs import communes_with_club, communes_with_people
from portal.targets.records import Records


class Gap(NamedTuple):
    """A commune that has people and no club."""

    commune_code: str
    name: str
    people: int


def gaps(place: str, on: date | None = None, records: Records | None = None) -> list[Gap]:
    """The communes that have people and no club, most people first: the plan's rule for pilots."""
    day = on or clock.today()
    records, area = records or Records(), area_today(place, day, day)
    tally = communes_with_club(records, Asked(area, day, day, "commune"))
    found = [
        Gap(code, places.name_of(code, day), len(people))
        for code, people in communes_with_people(records, area, day).items()
        if code not in tally.done
    ]
    return sorted(found, key=_most_people_first)


def own_gaps(actor: Actor, records: Records | None = None) -> list[Gap]:
    """The gaps of the officer's own places."""
    records = records or Records()
    scopes = actor.scopes(Role.OFFICER)
    found = {gap for scope in scopes for gap in gaps(scope, records=records)}
    return sorted(found, key=_most_people_first)


def _most_people_first(gap: Gap) -> tuple[int, str]:
    return -gap.people, gap.commune_code
