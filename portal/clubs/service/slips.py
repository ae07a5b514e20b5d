"""Invitations on paper, for those whom no message reaches; and who was not reached."""

from sqlalchemy import Select, and_, exists, select

from portal import audit, clock
from portal.access import Actor
from portal.clubs.models import Answer, Meeting, Reminder, ReminderChoice
from portal.clubs.service.meetings import get_meeting
from portal.clubs.service.memberships import Person, members_on, person_in
from portal.clubs.service.reminding import VIEWER
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.messages import channels
from portal.people.models import Client
from portal.people.service import consenting_to
from portal.text import name_key


def slips_for(actor: Actor, meeting_pid: str, *, everyone: bool = False) -> list[Person]:
    """The members of the day whom no channel reaches, or everyone; not who said they can't come."""
    meeting = get_meeting(actor, meeting_pid)
    if meeting.cancelled_at:
        raise RuleBroken(_("Buổi này đã hủy."))
    audit.record(actor, "read_list", f"meeting/{meeting.pid}")
    no = exists().where(
        and_(Answer.client_id == Client.id, Answer.meeting_id == meeting.id),
        Answer.comes.is_(False),
        Answer.earlier_at.is_(None),
    )
    query = members_on(meeting.club, meeting.day).where(~no)
    if not everyone:
        ways = exists().where(
            ReminderChoice.client_id == Client.id,
            ReminderChoice.channel.in_(list(channels.current().offered)),
            ReminderChoice.client_id.in_(consenting_to([VIEWER], "calendar")),
        )
        failed = Client.id.in_(_not_reached(meeting))
        query = query.where(~ways | failed)
    people = [person_in(row) for row in session().execute(query)]
    return sorted(people, key=lambda person: name_key(person.name))


def not_reached(meeting: Meeting) -> list[Person]:
    """The members whom a message about a coming meeting could not reach; why and where is not said.

    For a page that has recorded the reading of the meeting's roll.
    """
    if meeting.starts_at <= clock.now():
        return []
    query = members_on(meeting.club, meeting.day).where(Client.id.in_(_not_reached(meeting)))
    people = [person_in(row) for row in session().execute(query)]
    return sorted(people, key=lambda person: name_key(person.name))


def _not_reached(meeting: Meeting) -> Select[int]:
    return select(Reminder.client_id).where(
        Reminder.meeting_id == meeting.id, Reminder.state == "failed"
    )
