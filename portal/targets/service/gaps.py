"""Communes that have people and no club."""

from datetime import date
from typing import NamedTuple

from portal import clock
from portal.access import Actor, Role
from portal.places import service as places
from portal.targets.areas import area_today
from portal.targets.indicators import Asked
from portal.targets.indicators.clubs import communes_with_club, communes_with_people
from portal.targets.models import Assignment
from portal.targets.records import Records
from portal.targets.service.assignments import current_assignments, target_of


class Gap(NamedTuple):
    """A commune that has people and no club."""

    commune_code: str
    name: str
    people: int


class Answered(NamedTuple):
    """A gap with who answers for it, if anybody does, and the days left to close it."""

    gap: Gap
    assignment: Assignment | None
    days_left: int | None


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


def answered_gaps(actor: Actor) -> list[Answered]:
    """The same with who answers for each; without anybody the days left are the target's."""
    assigned = current_assignments()
    return [_answered(gap, assigned.get(gap.commune_code)) for gap in own_gaps(actor)]


def _answered(gap: Gap, assignment: Assignment | None) -> Answered:
    asked = target_of(gap.commune_code)
    due_on = assignment.due_on if assignment else asked[1].last if asked else None
    return Answered(gap, assignment, (due_on - clock.today()).days if due_on else None)


def _most_people_first(gap: Gap) -> tuple[int, str]:
    return -gap.people, gap.commune_code
