"""The roll of a meeting, and what rolls say of a member: how often they came."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, select

from portal import audit, changes, clock, vault
from portal.access import Actor
from portal.clubs.models import Answer, Attendance, AttendanceKind, Club, Meeting, Membership
from portal.clubs.service.clubs import own_clubs
from portal.clubs.service.meetings import get_meeting
from portal.clubs.service.memberships import Person, members_on, person_in
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.people.models import Client
from portal.text import name_key

MONTHS = 6  # that figures of attendance look back


@dataclass(frozen=True)
class RollRow(Person):
    """A member on the meeting's day: the mark on the roll, and what they answered beforehand."""

    status: str | None
    comes: bool | None
    apology: str
    earlier: tuple[bool, datetime] | None  # what they answered for a time before it was moved

    @property
    def proposed(self) -> str:
        """The mark, or the one to propose: present, but excused where they said they can't."""
        return self.status or ("absent_excused" if self.comes is False else "present")


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


def list_kinds() -> list[str]:
    """The marks of a roll, in their order."""
    query = select(AttendanceKind.code).order_by(AttendanceKind.position)
    return list(session().scalars(query))


def roll_of(actor: Actor, meeting: Meeting) -> list[RollRow]:
    """The members on the meeting's day by name, each with mark and answer; reading is recorded."""
    audit.record(actor, "read_list", f"meeting/{meeting.pid}")
    return _roll(meeting)


def answers_to(actor: Actor, meeting: Meeting) -> list[RollRow]:
    """Those who have answered, for the start page; that they were read is recorded."""
    answered = [row for row in _roll(meeting) if row.comes is not None]
    if answered:
        audit.record(actor, "read_list", f"meeting/{meeting.pid}")
    return answered


def record_attendance(actor: Actor, meeting_pid: str, marks: Mapping[str, str]) -> None:
    """Mark members (public id to mark) on the roll of a meeting whose day has come.

    Only who was a member on that day stands on the roll; a stranger or an unknown mark is refused.
    """
    meeting = get_meeting(actor, meeting_pid)
    if not meeting.has_come:
        raise RuleBroken(_("Buổi này chưa diễn ra hoặc đã hủy."))
    on_roll = _ids_on_roll(meeting)
    if not on_roll.keys() >= marks.keys() or not set(list_kinds()) >= set(marks.values()):
        raise RuleBroken(_("Có người không phải thành viên hôm đó. Mời tải lại trang."))
    rows = session().scalars(select(Attendance).where(Attendance.meeting_id == meeting.id))
    kept = {row.client_id: row for row in rows}
    for client_pid, status in marks.items():
        row = kept.get(on_roll[client_pid])
        if row is None:
            row = Attendance(meeting_id=meeting.id, client_id=on_roll[client_pid])
            session().add(row)
        row.status, row.noted_at = status, clock.now()
    place = meeting.club.commune_code
    changes.note("attendance", meeting.pid, place=place, day=meeting.day)
    audit.record(actor, "record_attendance", f"meeting/{meeting.pid}")


def tally_of(actor: Actor, meeting_pid: str) -> dict[str, int]:
    """How many there are of each mark, of answers (comes, busy), of members, and not yet marked."""
    meeting = get_meeting(actor, meeting_pid)
    on_roll = _ids_on_roll(meeting).values()
    of_meeting = Attendance.meeting_id == meeting.id, Attendance.client_id.in_(on_roll)
    counts = Counter(session().scalars(select(Attendance.status).where(*of_meeting)))
    answers = Counter(
        session().scalars(
            select(Answer.comes).where(Answer.meeting_id == meeting.id, Answer.earlier_at.is_(None))
        )
    )
    return {
        **counts,
        "comes": answers[True],
        "busy": answers[False],
        "members": len(on_roll),
        "unmarked": len(on_roll) - counts.total(),
    }


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
        Mark(row.Meeting.starts_at, row.Meeting.place, row.status, row.counts_as)
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


def _roll(meeting: Meeting) -> list[RollRow]:
    rows = session().execute(
        members_on(meeting.club, meeting.day)
        .add_columns(
            Attendance.status,
            Answer.comes,
            Answer.earlier_at,
            Answer.pid.label("answer"),
            Answer.apology_sealed,
        )
        .outerjoin(Attendance, _of(Attendance, meeting))
        .outerjoin(Answer, _of(Answer, meeting))
    )
    members = (_roll_row(row) for row in rows)
    return sorted(members, key=lambda member: name_key(member.name))


def _roll_row(row: Row[*tuple[Any, ...]]) -> RollRow:
    """An answer for an earlier time of the meeting is shown as such, and proposes nothing."""
    earlier = (row.comes, row.earlier_at) if row.earlier_at else None
    comes = None if earlier else row.comes
    return RollRow(row.pid, person_in(row).name, row.status, comes, _apology(row), earlier)


def _of(table: type[Attendance | Answer], meeting: Meeting) -> ColumnElement[bool]:
    return and_(table.meeting_id == meeting.id, table.client_id == Client.id)


def _apology(row: Row[*tuple[object, ...]]) -> str:
    place = f"answers/{row.answer}/apology_sealed"
    return vault.read(place, row.apology_sealed, row.pid, row.key_wrapped)


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


def _ids_on_roll(meeting: Meeting) -> dict[str, int]:
    """The members on the meeting's day: public id to number."""
    query = (
        select(Client.pid, Client.id)
        .join(Membership, Membership.client_id == Client.id)
        .where(Membership.club_id == meeting.club_id, Membership.in_force(meeting.day))
    )
    return dict(session().execute(query).all())
