"""The rolls of meetings: whom a meeting expected, and who of them came."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from sqlalchemy import select

from portal import clock
from portal.clubs.models import Attendance, AttendanceKind, Meeting
from portal.db import session


class Held(NamedTuple):
    """A meeting that was held, whom it expected and who of them came; nobody without a roll."""

    id: int
    day: date
    has_minutes: bool
    expected: frozenset[int]
    here: frozenset[int]

    @property
    def attended(self) -> Fraction | None:
        """(present + late) / members on that day, excused left out; None where none is left."""
        return Fraction(len(self.here), len(self.expected)) if self.expected else None


class Stay(NamedTuple):
    """A post or a membership, from a day to a day, both included."""

    who: int
    from_on: date
    to_on: date | None

    def covers(self, day: date) -> bool:
        """Whether it was in force on the day."""
        return self.from_on <= day <= (self.to_on or day)


class Mark(NamedTuple):
    """A mark of the roll, and what it counts as."""

    person: int
    counts_as: str


def read_held(
    members_of: Mapping[int, Sequence[Stay]], first: date, last: date
) -> dict[int, list[Held]]:
    """The meetings that each club held from one day to another."""
    window = (
        Meeting.starts_at >= clock.day_starts(first),
        Meeting.starts_at < clock.day_starts(last + timedelta(days=1)),
        Meeting.cancelled_at.is_(None),
    )
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    roll = (
        select(Attendance.meeting_id, Attendance.client_id, AttendanceKind.counts_as)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .join(AttendanceKind, AttendanceKind.code == Attendance.status)
        .where(*window)
    )
    for meeting, person, counts_as in session().execute(roll):
        marks[meeting].append(Mark(person, counts_as))
    found: defaultdict[int, list[Held]] = defaultdict(list)
    rows = select(Meeting.id, Meeting.club_id, Meeting.starts_at, Meeting.minutes)
    for meeting, club, starts_at, minutes in session().execute(rows.where(*window)):
        day = clock.local(starts_at).date()
        members = {stay.who for stay in members_of.get(club, ()) if stay.covers(day)}
        expected, here = called(members, marks[meeting])
        found[club].append(Held(meeting, day, bool(minutes.strip()), expected, here))
    return found


def called(members: set[int], marks: list[Mark]) -> tuple[frozenset[int], frozenset[int]]:
    """Whom a roll expected and who of them came; marks of others are ignored."""
    roll = {mark.person: mark.counts_as for mark in marks if mark.person in members}
    excused = {person for person, counts_as in roll.items() if counts_as == "ignored"}
    here = {person for person, counts_as in roll.items() if counts_as == "present"}
    return frozenset(members - excused if roll else ()), frozenset(here)
