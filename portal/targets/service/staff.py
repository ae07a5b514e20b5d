"""The register of trained staff: who has to complete which course, and has."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import update

from portal import clock
from portal.access import Actor
from portal.db import new_pid, session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.paging import SIZE, Page
from portal.places import service as places
from portal.targets.models import StaffTraining
from portal.targets.service.registers import (
    amend,
    enter,
    get_row,
    note,
    refuse_future,
    visible,
)
from portal.text import name_key, sort_key


@dataclass(frozen=True)
class Course:
    """A course of one person, with the name of their place."""

    row: StaffTraining
    place: str


@dataclass(frozen=True)
class Untrained:
    """A place with all its staff and those who have a course left to complete."""

    place_code: str
    place: str
    staff: int
    names: list[str]


def list_staff(
    actor: Actor, number: int, *, place: str = "", course: str = "", unfinished: bool = False
) -> Page[Course]:
    """The register by place and name, narrowed to a place, a course, what is not completed."""
    query = visible(actor, StaffTraining)
    if place:
        query = query.where(StaffTraining.place_code == place)
    if course:
        query = query.where(StaffTraining.course == course)
    if unfinished:
        query = query.where(StaffTraining.completed_on.is_(None))
    named = [Course(row, _named(row.place_code)) for row in session().scalars(query)]
    found = sorted(named, key=lambda one: (sort_key(one.place), name_key(one.row.name), one.row.id))
    start = (max(1, number) - 1) * SIZE
    return Page(found[start : start + SIZE], max(1, number), len(found))


def untrained(actor: Actor) -> list[Untrained]:
    """The places of the officer's that have staff with a course left, most such people first."""
    staff: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    names = {}
    for row in session().scalars(visible(actor, StaffTraining)):
        names[row.person_code] = row.name
        done = staff[row.place_code].get(row.person_code, True)
        staff[row.place_code][row.person_code] = done and row.completed_on is not None
    found = [
        Untrained(
            code,
            _named(code),
            len(people),
            sorted((names[who] for who, done in people.items() if not done), key=name_key),
        )
        for code, people in staff.items()
    ]
    return sorted((one for one in found if one.names), key=lambda one: (-len(one.names), one.place))


def list_courses(actor: Actor) -> list[str]:
    """The courses that the register names."""
    query = visible(actor, StaffTraining).with_only_columns(StaffTraining.course).distinct()
    return sorted(session().scalars(query), key=sort_key)


def list_people(actor: Actor) -> list[StaffTraining]:
    """Each member of staff once, by name."""
    rows = session().scalars(visible(actor, StaffTraining).order_by(StaffTraining.id))
    people = {row.person_code: row for row in rows}
    return sorted(people.values(), key=lambda row: name_key(row.name))


def get_staff(actor: Actor, pid: str) -> StaffTraining:
    """One row of the register."""
    return get_row(actor, StaffTraining, pid)


def add_staff(
    actor: Actor,
    *,
    name: str,
    place_code: str,
    role: str,
    course: str,
    completed_on: date | None = None,
    certificate_number: str = "",
) -> StaffTraining:
    """Add a person whom the register does not know, with their first course."""
    refuse_future(completed_on=completed_on)
    row = StaffTraining(
        person_code=new_pid(),
        name=name,
        place_code=place_code,
        role=role,
        course=course,
        completed_on=completed_on,
        certificate_number=certificate_number,
    )
    enter(actor, row)
    return row


def enrol_staff(actor: Actor, *, people: Collection[str], course: str) -> int:
    """Enter one course for several people, by their codes; who has it already is left out.

    How many were entered.
    """
    has_it = visible(actor, StaffTraining).where(StaffTraining.course == course)
    known = {row.person_code for row in session().scalars(has_it)}
    chosen = [row for row in list_people(actor) if row.person_code in set(people) - known]
    if not chosen:
        raise RuleBroken(_("Những người này đã có khóa học đó rồi."), field="people")
    for row in chosen:
        facts = {name: getattr(row, name) for name in ("person_code", "name", "place_code", "role")}
        enter(actor, StaffTraining(**facts, course=course))
    return len(chosen)


def edit_staff(
    actor: Actor,
    pid: str,
    *,
    version: int | None,
    name: str,
    place_code: str,
    role: str,
    course: str,
    completed_on: date | None,
    certificate_number: str,
) -> StaffTraining:
    """Put a row right or mark it completed; name, place and role go for all rows of the person."""
    refuse_future(completed_on=completed_on)
    row, person = get_staff(actor, pid), {"name": name, "place_code": place_code, "role": role}
    learned = {
        "course": course,
        "completed_on": completed_on,
        "certificate_number": certificate_number,
    }
    amend(actor, row, version, {**person, **learned})
    others = update(StaffTraining).where(StaffTraining.person_code == row.person_code)
    session().execute(others.values(**person))
    return row


def remove_staff(actor: Actor, pid: str, *, reason: str) -> None:
    """Take a wrong row out of the register; the audit keeps why."""
    row = get_staff(actor, pid)
    note(actor, "remove", row, n=-1, reason=reason)
    session().delete(row)
    session().flush()


def _named(code: str) -> str:
    return places.name_of(code, clock.today())
