"""The member's side: the next meeting, "I come" or "I can't", and one's own history."""

from dataclasses import dataclass

from sqlalchemy import Select, select
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
    comes: bool | None
    apology: str

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
    for meeting in session().scalars(query).unique():
        if found := _invitation(actor, meeting):
            return found
    return None


def get_invitation(actor: Actor, meeting_pid: str) -> Invitation:
    """A meeting that the member is asked to."""
    meeting = session().scalars(_invited(actor).where(Meeting.pid == meeting_pid)).unique().first()
    found = _invitation(actor, meeting) if meeting else None
    if found is None:
        raise NotFound
    return found


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
    answer = session().scalar(_answers(client, invitation.meeting))
    if answer is None:
        answer = Answer(meeting_id=invitation.meeting.id, client=client)
        session().add(answer)
    answer.comes, answer.answered_at = comes, clock.now()
    if comes or apology is not None:
        answer.apology = apology or "" if not comes else ""
    audit.record(actor, "answer", f"meeting/{meeting_pid}", client=client.pid)


def own_history(actor: Actor) -> list[Mark]:
    """The meetings that the member was marked at, the last first."""
    return history_of(own_client(actor), *clubs_of_client(actor.client or ""))


def my_clubs(actor: Actor) -> list[OwnClub]:
    """The clubs that the member belongs to today."""
    return [OwnClub(shown_name(club), club.phone) for club in clubs_of_client(actor.client or "")]


def _invited(actor: Actor) -> Select[Meeting]:
    """Meetings, not called off, of clubs that the actor was ever a member of."""
    return (
        select(Meeting)
        .join(Meeting.club)
        .join(Membership, Membership.club_id == Club.id)
        .join(Client, Client.id == Membership.client_id)
        .options(contains_eager(Meeting.club))
        .where(Client.pid == actor.client, Meeting.cancelled_at.is_(None))
    )


def _invitation(actor: Actor, meeting: Meeting) -> Invitation | None:
    """The invitation of whoever is a member on the meeting's day; else None."""
    client = own_client(actor)
    member = select(Membership.id).where(
        Membership.club_id == meeting.club_id,
        Membership.client_id == client.id,
        Membership.in_force(meeting.day),
    )
    if session().scalar(member) is None:
        return None
    answer = session().scalar(_answers(client, meeting))
    name = shown_name(meeting.club)
    if answer is None:
        return Invitation(meeting, name, None, "")
    return Invitation(meeting, name, answer.comes, answer.apology)


def _answers(client: Client, meeting: Meeting) -> Select[Answer]:
    return (
        select(Answer)
        .join(Answer.client)
        .options(contains_eager(Answer.client))
        .where(Answer.meeting_id == meeting.id, Answer.client_id == client.id)
    )
