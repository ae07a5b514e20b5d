"""What rolls say of a member: how often they came."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select

from portal import clock
from portal.access import Actor
from portal.clubs.models import Attendance, AttendanceKind, Club, Meeting, Membership
from portal.clubs.service.clubs import own_clubs
from portal.db import session
from portal.people.models import Client

MONTHS = 6  # that figures of attendance look back


@dataclass(frozen=True)
class Figures:
    """How often members came: excused meetings stand apart and count neither way."""

    present: int = 0
    absent: int = 0
    excused: int = 0

    @property
    def counted(self) -> int:
        """The meetings that count."""
        return self.present + self.absent


@dataclass(frozen=True)
class Mark:
    """One meeting in a member's history."""

    starts_at: datetime
    place: str
    status: str
    counts_as: str
    club_id: int


def shares_present(meetings: Collection[Meeting]) -> list[float]:
    """Of each of these meetings that had a roll, who came, of the members of the day, excused
    ones left out; without the meetings at which nobody counts."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    rows = session().execute(_due_at([meeting.id for meeting in meetings]))
    for meeting, membership, counts_as in rows:
        if membership.in_force(meeting.day):
            counts[meeting.pid][counts_as or ""] += 1
    return [
        count["present"] / (count.total() - count["ignored"])
        for count in counts.values()
        if count.total() > max(count[""], count["ignored"])
    ]


def history_of(client: Client, *clubs: Club) -> list[Mark]:
    """The marks of a client in these clubs, the last first, as a member on the meeting's day."""
    rows = session().execute(
        _marks()
        .where(Attendance.client_id == client.id)
        .where(Meeting.club_id.in_([club.id for club in clubs]))
        .order_by(Meeting.starts_at.desc())
    )
    return [
        Mark(
            row.Meeting.starts_at,
            row.Meeting.place,
            row.status,
            row.counts_as,
            row.Meeting.club_id,
        )
        for row in rows
        if row.Membership.in_force(row.Meeting.day)
    ]


def figures_by_membership(actor: Actor) -> dict[str, Figures]:
    """Figures of the last six months in the actor's own clubs, by the membership's public id."""
    since = clock.day_starts(clock.months_before(clock.today(), MONTHS))
    clubs = [club.id for club in own_clubs(actor)]
    query = _marks().where(Meeting.club_id.in_(clubs), Meeting.starts_at >= since)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in session().execute(query):
        if row.Membership.in_force(row.Meeting.day):
            counts[row.Membership.pid][row.counts_as] += 1
    return {
        pid: Figures(count["present"], count["absent"], count["ignored"])
        for pid, count in counts.items()
    }


def _marks() -> Select[Meeting, Membership, str, str]:
    """Marks with their meeting and the memberships in its club of whom they are about."""
    return (
        select(Meeting, Membership, Attendance.status, AttendanceKind.counts_as)
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .join(AttendanceKind, AttendanceKind.code == Attendance.status)
        .join(
            Membership,
            (Membership.club_id == Meeting.club_id)
            & (Membership.client_id == Attendance.client_id),
        )
        .where(Meeting.cancelled_at.is_(None))
    )


def _due_at(meeting_ids: list[int]) -> Select[Meeting, Membership, str | None]:
    """Meetings with every membership in their club, and what its mark counts as, if any."""
    of_member = (Attendance.meeting_id == Meeting.id) & (
        Attendance.client_id == Membership.client_id
    )
    return (
        select(Meeting, Membership, AttendanceKind.counts_as)
        .join(Membership, Membership.club_id == Meeting.club_id)
        .outerjoin(Attendance, of_member)
        .outerjoin(AttendanceKind, AttendanceKind.code == Attendance.status)
        .where(Meeting.id.in_(meeting_ids))
    )
