"""The roll of a meeting: who stands on it with which mark, and how many."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, select

from portal import audit, clock, vault
from portal.access import Actor
from portal.clubs.models import Answer, Attendance, AttendanceKind, Club, Meeting, Membership
from portal.clubs.service.memberships import Person, members_on, person_in, viewer
from portal.db import session
from portal.people.models import Client
from portal.people.service import consenting_to
from portal.text import name_key


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


def list_kinds() -> list[str]:
    """The marks of a roll, in their order."""
    query = select(AttendanceKind.code).order_by(AttendanceKind.position)
    return list(session().scalars(query))


def ids_on_roll(meeting: Meeting) -> dict[str, int]:
    """The members on the meeting's day: public id to number."""
    query = (
        select(Client.pid, Client.id)
        .join(Membership, Membership.client_id == Client.id)
        .where(Membership.club_id == meeting.club_id, Membership.in_force(meeting.day))
    )
    return dict(session().execute(query).all())


def roll_of(actor: Actor, meeting: Meeting) -> list[RollRow]:
    """The members on the meeting's day by name, each with mark and answer; reading is recorded."""
    audit.record(actor, "read_list", f"meeting/{meeting.pid}")
    return _roll(meeting)


def needs_known(club: Club) -> set[str]:
    """Of whom the club may know what they need, and so raise it: public ids of today's members."""
    knows = Client.id.in_(consenting_to([viewer(club)], "needs"))
    return {row.pid for row in session().execute(members_on(club, clock.today()).where(knows))}


def answers_to(actor: Actor, meeting: Meeting) -> list[RollRow]:
    """Those who have answered, for the start page; that they were read is recorded."""
    answered = [row for row in _roll(meeting) if row.comes is not None]
    if answered:
        audit.record(actor, "read_list", f"meeting/{meeting.pid}")
    return answered


def tally_of(meeting: Meeting) -> dict[str, int]:
    """How many there are of each mark, of answers (comes, busy), of members, and not yet marked;
    guests and family stand apart."""
    on_roll = ids_on_roll(meeting).values()
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
        "guests": meeting.guests or 0,
        "family": meeting.family or 0,
        "members": len(on_roll),
        "unmarked": len(on_roll) - counts.total(),
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
