"""Who of the demo's members is reminded, and what was sent about the last meeting.

The addresses are of a domain that cannot exist, the numbers are those of the demo's people.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from sqlalchemy import select

from portal import contact
from portal.clubs.models import Meeting, Reminder, ReminderChoice
from portal.clubs.service.reminding import FIELDS, REMINDERS, VIEWER
from portal.db import session
from portal.demo.world import Group, Member, World, at, keep
from portal.messages.channels import Channel
from portal.people.models import Consent

SHARE = 0.5
WAYS = {Channel.NOTICE: 40, Channel.SMS: 40, Channel.EMAIL: 20}
FAILED = 0.1
BEFORE = timedelta(days=2)


def add_reminders(world: World) -> None:
    """In the demo's own club half of the members chose; the last meeting was told of."""
    own = world.apart("reminders")
    group = own.own_group
    chosen = list(_choices(own, group))
    keep(chosen)
    last = session().scalar(
        select(Meeting)
        .where(Meeting.club_id == group.club.id, Meeting.cancelled_at.is_(None))
        .where(Meeting.starts_at < at(own.today, time(0)))
        .order_by(Meeting.starts_at.desc())
        .limit(1)
    )
    if last is not None:
        keep(_reminder(own, choice, last) for choice in chosen)


def _choices(world: World, group: Group) -> Iterator[ReminderChoice]:
    for membership, member in group.members:
        if membership.left_on is None and world.rng.random() < SHARE:
            (channel,) = world.rng.choices(list(WAYS), list(WAYS.values()))
            chosen_at = world.at_work(world.day(membership.joined_on, world.today))
            keep([_consent(world, member, channel, chosen_at)])
            choice = ReminderChoice(
                pid=world.pid(), client=member.client, channel=channel, chosen_at=chosen_at
            )
            choice.contact = _contact(member, channel)
            yield choice


def _contact(member: Member, channel: Channel) -> str:
    if channel is Channel.SMS:
        return contact.dialled(member.client.phone)
    return f"{member.client.code}@thu.example" if channel is Channel.EMAIL else ""


def _consent(world: World, member: Member, channel: Channel, given_at: datetime) -> Consent:
    return Consent(
        pid=world.pid(),
        client_id=member.client.id,
        basis="consent",
        purpose=REMINDERS,
        viewer=VIEWER,
        fields=" ".join(FIELDS[channel]),
        from_on=given_at.date(),
        given_how="on screen",
        given_at=given_at,
    )


def _reminder(world: World, choice: ReminderChoice, meeting: Meeting) -> Reminder:
    failed = choice.channel != Channel.NOTICE and world.rng.random() < FAILED
    sent_at = at(meeting.day - BEFORE, time(8))
    return Reminder(
        pid=world.pid(),
        meeting=meeting,
        client=choice.client,
        occasion=f"{BEFORE.days}d/{meeting.starts_at:%Y%m%dT%H%MZ}",
        state="failed" if failed else "sent",
        tries=int(failed),
        made_at=sent_at,
        settled_at=sent_at,
    )
