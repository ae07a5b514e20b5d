"""Reads from the records what their subjects give to a measure: persons, clubs, meetings."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, select, true

from portal import clock
from portal.clubs.models import Attendance, AttendanceKind, Club, ClubStatus, Meeting, Membership
from portal.clubs.service.seats import Stand, stand_on
from portal.db import session
from portal.people.aftercare import last_day
from portal.people.models import CaseFile, Client
from portal.targets.rolls import Mark, Stay, called
from portal.targets.summary.seats import Seat, seating

AT_ONCE = 5_000  # meetings whose rolls are in memory
Subjects = Collection[int] | None
"""Numbers of subjects; None stands for all."""


class Fact(NamedTuple):
    """What a subject gives to a measure on a day, and where."""

    subject: int
    day: date
    seat: Seat
    numerator: int
    denominator: int = 0


Reader = Callable[[Subjects], Iterator[Fact]]


def persons(events: Any) -> Reader:
    """A reader of events of people: a Select of number, commune, and the day or instant of each."""

    def read(subjects: Subjects) -> Iterator[Fact]:
        seat = seating()
        counts = Counter(
            (person, commune, _day(when))
            for person, commune, when in session().execute(
                events.where(_among(Client.id, subjects))
            )
        )
        for (person, commune, day), count in counts.items():
            yield Fact(person, day, seat(commune, None, None), count)

    return read


def under_aftercare(subjects: Subjects) -> Iterator[Fact]:
    """+1 on the first day of each stretch of aftercare, -1 on the day after its last.

    Files of one person that run side by side or one after the other are one stretch.
    """
    seat = seating()
    files = (
        select(
            CaseFile.client_id,
            Client.commune_code,
            CaseFile.kind,
            CaseFile.completed_on,
            CaseFile.managed_from,
            CaseFile.managed_to,
        )
        .join(Client, Client.id == CaseFile.client_id)
        .where(CaseFile.managed_from.is_not(None), _among(Client.id, subjects))
    )
    stays: defaultdict[tuple[int, str], list[tuple[date, date]]] = defaultdict(list)
    for person, commune, kind, completed_on, first, last in session().execute(files):
        assert first is not None
        stays[person, commune].append((first, last or last_day(kind, completed_on)))
    for (person, commune), runs in stays.items():
        here = seat(commune, None, None)
        for first, end in _stretches(runs):
            yield Fact(person, first, here, 1)
            yield Fact(person, end, here, -1)


def clubs_founded(subjects: Subjects) -> Iterator[Fact]:
    """Each club on the day it was founded; one that is planned is not."""
    seat = seating()
    clubs = select(Club.id, Club.commune_code, Club.founded_on).where(
        Club.status != ClubStatus.PLANNED,
        Club.founded_on.is_not(None),
        _among(Club.id, subjects),
    )
    for club, commune, founded_on in session().execute(clubs):
        assert founded_on is not None
        yield Fact(club, founded_on, seat(commune, founded_on, founded_on), 1)


def attendance(subjects: Subjects) -> Iterator[Fact]:
    """Each meeting with a roll: who came, of the members of the day without the excused."""
    meetings = list(_meetings(subjects))
    members = _members(meetings, subjects)
    for start in range(0, len(meetings), AT_ONCE):
        part = meetings[start : start + AT_ONCE]
        marks = _marks([meeting.id for meeting in part])
        for meeting in part:
            stays = members[meeting.club]
            there = {stay.who for stay in stays if stay.covers(meeting.day)}
            expected, came = called(there, marks[meeting.id])
            if expected:
                yield Fact(meeting.id, meeting.day, meeting.seat, len(came), len(expected))


def meetings(subjects: Subjects) -> Iterator[Fact]:
    """Each meeting that was held, that is has a roll or minutes: with minutes, of all."""
    rolls = select(Attendance.meeting_id).where(_marked(subjects)).distinct()
    with_roll = set(session().scalars(rolls))
    for meeting in _meetings(subjects):
        if meeting.has_minutes or meeting.id in with_roll:
            yield Fact(meeting.id, meeting.day, meeting.seat, int(meeting.has_minutes), 1)


class _Meeting(NamedTuple):
    id: int
    club: int
    day: date
    has_minutes: bool
    seat: Seat


def _meetings(subjects: Subjects) -> Iterator[_Meeting]:
    """Those not called off."""
    seat = seating()
    rows = (
        select(
            Meeting.id,
            Meeting.club_id,
            Meeting.starts_at,
            Meeting.minutes,
            Club.commune_code,
            Club.founded_on,
        )
        .join(Club, Club.id == Meeting.club_id)
        .where(Meeting.cancelled_at.is_(None), _among(Meeting.id, subjects))
    )
    for number, club, starts_at, minutes, commune, founded_on in session().execute(rows):
        day = _day(starts_at)
        here = seat(*stand_on(club, Stand(commune, founded_on), day), day)
        yield _Meeting(number, club, day, bool(minutes.strip()), here)


def _members(meetings: list[_Meeting], subjects: Subjects) -> defaultdict[int, list[Stay]]:
    clubs = None if subjects is None else {meeting.club for meeting in meetings}
    rows = select(
        Membership.club_id, Membership.client_id, Membership.joined_on, Membership.left_on
    ).where(_among(Membership.club_id, clubs))
    stays: defaultdict[int, list[Stay]] = defaultdict(list)
    for club, who, joined_on, left_on in session().execute(rows):
        stays[club].append(Stay(who, joined_on, left_on))
    return stays


def _marks(subjects: Subjects) -> defaultdict[int, list[Mark]]:
    rows = (
        select(Attendance.meeting_id, Attendance.client_id, AttendanceKind.counts_as)
        .join(AttendanceKind, AttendanceKind.code == Attendance.status)
        .where(_marked(subjects))
    )
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    for meeting, person, counts_as in session().execute(rows):
        marks[meeting].append(Mark(person, counts_as))
    return marks


def _marked(subjects: Subjects) -> ColumnElement[bool]:
    return _among(Attendance.meeting_id, subjects)


def _among(column: Any, subjects: Subjects) -> ColumnElement[bool]:
    return true() if subjects is None else column.in_(subjects)


def _day(when: date | datetime) -> date:
    return clock.local(when).date() if isinstance(when, datetime) else when


def _stretches(runs: Iterable[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """The runs, both days included, as stretches that do not touch: from the first day to the day
    after the last."""
    first = end = date.min
    for start, last in sorted(runs):
        if start > end:
            if first < end:
                yield first, end
            first = end = start
        end = max(end, last + timedelta(days=1))
    if first < end:
        yield first, end
