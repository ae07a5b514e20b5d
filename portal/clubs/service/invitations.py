"""The member's side: the next meeting, "I come" or "I can't", and one's own history."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import contains_eager

from portal import audit, clock
from portal.access import Actor
from portal.clubs.models import Answer, Club, Meeting, Membership
from portal.clubs.service.attendance import Mark, history_of
from portal.clubs.service.clubs import clubs_of_client, shown_name
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import Client
from portal.people.service import own_client


@dataclass(frozen=True)
class Invitation:
    """A meeting that a member is asked to, and their answer so far."""

    meeting: Meeting
    club: str
    answer: Answer | None

    @property
    def comes(self) -> bool | None:
        """Whether they come; None as long as they have not said, for the time it has now."""
        return self.answer.comes if self.answer and not self.earlier_at else None

    @property
    def earlier_at(self) -> datetime | None:
        """The time they answered for, where the meeting was moved since."""
        return self.answer.earlier_at if self.answer else None

    @property
    def apology(self) -> str:
        """The word they left."""
        return self.answer.apology if self.answer else ""

    @property
    def open(self) -> bool:
        """Whether they may still answer: until it begins."""
        return self.meeting.starts_at > clock.now()


@dataclass(frozen=True)
class OwnClub:
    """A club of the member's own, under its neutral name."""

    name: str
    phone: str


def next_meeting(actor: Actor) -> Invitation | None:
    """The next meeting of the member's own clubs; today's stays until the day is over."""
    since = clock.day_starts(clock.today())
    query = _invited(actor).where(Meeting.starts_at >= since).order_by(Meeting.starts_at)
    return next(_invitations(query), None)


def get_invitation(actor: Actor, meeting_pid: str) -> Invitation:
    """A meeting that the member is asked to."""
    for found in _invitations(_invited(actor).where(Meeting.pid == meeting_pid)):
        return found
    raise NotFound


def answer_invitation(
    actor: Actor, meeting_pid: str, *, comes: bool, apology: str | None = None
) -> None:
    """Say "I come" or "I can't", until the meeting begins; only who can't come leaves a word.

    Without an apology the one left before stays.
    """
    invitation = get_invitation(actor, meeting_pid)
    if not invitation.open:
        raise RuleBroken(_("Buổi này đã bắt đầu."))
    client = own_client(actor)
    answer = invitation.answer
    if answer is None:
        answer = Answer(meeting_id=invitation.meeting.id, client=client)
        session().add(answer)
    answer.comes, answer.answered_at, answer.earlier_at = comes, clock.now(), None
    if comes or apology is not None:
        answer.apology = apology or "" if not comes else ""
    audit.record(actor, "answer", f"meeting/{meeting_pid}", client=client.pid)


@dataclass(frozen=True)
class Stay:
    """A club that the member is or was in, under its neutral name, from a day to a day."""

    club_id: int
    name: str
    joined_on: date
    left_on: date | None


def own_stays(actor: Actor) -> list[Stay]:
    """Every club the member was ever in, the last first."""
    client = own_client(actor)
    rows = session().execute(
        select(Membership, Club)
        .join(Club, Club.id == Membership.club_id)
        .where(Membership.client_id == client.id)
        .order_by(Membership.joined_on.desc())
    )
    return [Stay(club.id, shown_name(club), own.joined_on, own.left_on) for own, club in rows]


def own_history(actor: Actor) -> list[Mark]:
    """The meetings that the member was marked at in whichever club, the last first."""
    client = own_client(actor)
    ever = select(Membership.club_id).where(Membership.client_id == client.id)
    return history_of(client, *session().scalars(select(Club).where(Club.id.in_(ever))))


def my_clubs(actor: Actor) -> list[OwnClub]:
    """The clubs that the member belongs to today."""
    return [OwnClub(shown_name(club), club.phone) for club in clubs_of_client(actor.client or "")]


def _invited(actor: Actor) -> Select[Meeting, Membership, Answer]:
    """Meetings, not called off, of clubs that the actor was ever a member of, with the answers."""
    return (
        select(Meeting, Membership, Answer)
        .join(Meeting.club)
        .join(Membership, Membership.club_id == Club.id)
        .join(Client, Client.id == Membership.client_id)
        .outerjoin(Answer, and_(Answer.meeting_id == Meeting.id, Answer.client_id == Client.id))
        .options(contains_eager(Meeting.club), contains_eager(Answer.client))
        .where(Client.pid == actor.client, Client.key_wrapped.is_not(None))
        .where(Meeting.cancelled_at.is_(None))
    )


def _invitations(query: Select[Meeting, Membership, Answer]) -> Iterator[Invitation]:
    """The invitations of whoever is a member on the meeting's day."""
    for meeting, membership, answer in session().execute(query):
        if membership.in_force(meeting.day):
            yield Invitation(meeting, shown_name(meeting.club), answer)
