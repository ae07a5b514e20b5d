"""Calendars read elsewhere: off until a member or coordinator switches theirs on; the address
holds a random word of which only a keyed hash is kept."""

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import contains_eager

from portal import audit, clock, vault
from portal.access import Actor
from portal.accounts.models import User
from portal.accounts.service.signing_in import posts_in_force
from portal.clubs.calendar_file import Appointment
from portal.clubs.models import CalendarFeed, Club, Meeting, Membership
from portal.clubs.service.clubs import shown_name
from portal.clubs.service.invitations import get_invitation
from portal.clubs.service.meetings import visible_meetings
from portal.clubs.service.neutral import told_place
from portal.db import session
from portal.errors import NotFound
from portal.i18n import _
from portal.people.models import Client

BACK, AHEAD = timedelta(days=60), timedelta(days=400)
SECRET = 32  # bytes
Query = TypeVar("Query", bound=Select[*tuple[Any, ...]])


def own_feed(actor: Actor) -> datetime | None:
    """Since when the actor's calendar can be read; None: it cannot."""
    query = select(CalendarFeed.made_at).join(User, User.id == CalendarFeed.user_id)
    return session().scalar(query.where(User.pid == actor.user))


def switch_on(actor: Actor) -> str:
    """The word of a new address, shown this once; the address before it ends."""
    switch_off(actor)
    token = secrets.token_urlsafe(SECRET)
    user_id = session().scalars(select(User.id).where(User.pid == actor.user)).one()
    session().add(CalendarFeed(user_id=user_id, token_hash=_hash(token), made_at=clock.now()))
    audit.record(actor, "switch_calendar_on", f"user/{actor.user}", client=actor.client)
    return token


def switch_off(actor: Actor) -> None:
    """The address leads nowhere from now on."""
    if own_feed(actor):
        mine = select(User.id).where(User.pid == actor.user)
        session().execute(delete(CalendarFeed).where(CalendarFeed.user_id.in_(mine)))
        audit.record(actor, "switch_calendar_off", f"user/{actor.user}", client=actor.client)


def appointments(token: str) -> list[Appointment]:
    """What whoever holds the address may read: the meetings of its owner, by the posts they hold
    today. A word that is unknown, ended or of someone locked out is NotFound alike."""
    user = session().execute(
        select(User.id, User.pid)
        .join(CalendarFeed, CalendarFeed.user_id == User.id)
        .where(CalendarFeed.token_hash == _hash(token), User.disabled_at.is_(None))
    )
    row = user.first()
    if row is None:
        raise NotFound
    actor = Actor(row.pid, posts_in_force(row.id))
    asked = {meeting.pid: _appointment(meeting, _("Hẹn")) for meeting in _asked_to(actor)}
    run = {
        meeting.pid: _appointment(meeting, _("Hẹn: %(club)s", club=shown_name(meeting.club)))
        for meeting in session().scalars(_within(visible_meetings(actor)))
    }
    return list({**asked, **run}.values())


def own_appointment(actor: Actor, meeting_pid: str) -> Appointment:
    """One meeting that the member is asked to."""
    return _appointment(get_invitation(actor, meeting_pid).meeting, _("Hẹn"))


def _asked_to(actor: Actor) -> Iterator[Meeting]:
    """The meetings of the days on which the actor is a member, also those called off."""
    query = (
        select(Meeting, Membership)
        .join(Meeting.club)
        .options(contains_eager(Meeting.club))
        .join(Membership, Membership.club_id == Club.id)
        .join(Client, Client.id == Membership.client_id)
        .where(Client.pid == (actor.client or ""), Client.key_wrapped.is_not(None))
    )
    for meeting, membership in session().execute(_within(query)):
        if membership.in_force(meeting.day):
            yield meeting


def _within(query: Query) -> Query:
    today = clock.today()
    since, until = clock.day_starts(today - BACK), clock.day_starts(today + AHEAD)
    between = query.where(Meeting.starts_at >= since, Meeting.starts_at < until)
    return between.order_by(Meeting.starts_at, Meeting.id)


def _appointment(meeting: Meeting, title: str) -> Appointment:
    return Appointment(
        uid=meeting.pid,
        sequence=meeting.version - 1,
        title=title,
        place=told_place(meeting),
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        cancelled=meeting.cancelled_at is not None,
    )


def _hash(token: str) -> bytes:
    return vault.current().keyed_hash("calendar", token)
