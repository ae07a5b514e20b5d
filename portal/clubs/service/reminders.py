"""Reminders of meetings, each made once and sent at most once, in neutral words.

A row is marked before the message is handed over and again after it. Whoever finds one marked as
being sent does not send it again: a second text on a shared phone harms, a missing one is told to
the coordinator, who calls.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import and_, delete, exists, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from portal import clock, i18n
from portal.access import Role
from portal.clubs.models import Answer, Meeting, Membership, Reminder, ReminderChoice
from portal.clubs.service.clubs import shown_name
from portal.clubs.service.neutral import shown_place
from portal.clubs.service.reminding import VIEWER, choice_of
from portal.db import session
from portal.messages import channels
from portal.messages.channels import Channel
from portal.messages.delivery import Undelivered
from portal.messages.service import notify, queue
from portal.messages.templates import words
from portal.messages.worker import Begin
from portal.people.models import Client
from portal.people.service import consenting_to

MORNING = time(7, 30)  # when reminders fall due
LOUD_FROM, LOUD_TO = time(7), time(21)  # outside these hours nobody's phone rings
AHEAD = timedelta(days=8)  # more than the most days before a meeting
NOTICE_OF = timedelta(hours=1)  # later than that a reminder helps nobody
MOST_TRIES = 5
KEPT = timedelta(days=30)
Send = Callable[[], None]


def remind() -> None:
    """Once an hour by day: remind of the meetings that it is time for."""
    now = clock.now()
    if _is_quiet(now):
        return
    coming = (
        select(Meeting)
        .join(Meeting.club)
        .options(contains_eager(Meeting.club))
        .where(Meeting.cancelled_at.is_(None))
        .where(Meeting.starts_at > now + NOTICE_OF, Meeting.starts_at < now + AHEAD)
    )
    for meeting in session().scalars(coming.order_by(Meeting.starts_at)).all():
        if occasion := _occasion(meeting, now):
            _queue_for_all(meeting, occasion, channels.current().offered)


def tell_change(meeting: Meeting, template: str) -> None:
    """Tell at once, within the hours of the day, those who are reminded by letter or phone: a
    notice on the start page every member has anyway."""
    ways = [way for way in channels.current().offered if way != Channel.NOTICE]
    _queue_for_all(meeting, f"{template}/{meeting.version}", ways)


def tell_change_if_soon(meeting: Meeting, template: str, *, was_at: datetime) -> None:
    """The same of a meeting that follows its series: only one that is near, or was."""
    now = clock.now()
    if any(now < at < now + AHEAD for at in (was_at, meeting.starts_at)):
        tell_change(meeting, template)


def deliver(begin: Begin, payload: dict[str, Any]) -> None:
    """Send one reminder, outside any transaction; what failed for now comes again later."""
    pid = payload["reminder"]
    with begin():
        send = _claim(_reminder(pid))
    if send is None:
        return
    try:
        send()
    except Undelivered as failure:
        with begin():
            again = _failed(_reminder(pid), again=failure.again)
        if again:
            raise
        return
    with begin():
        _settle(_reminder(pid), "sent")


def forget_old_reminders() -> None:
    """Once a day: forget what was sent about meetings long past, and addresses that nobody may
    use any more."""
    old = select(Meeting.id).where(Meeting.starts_at < clock.now() - KEPT)
    session().execute(delete(Reminder).where(Reminder.meeting_id.in_(old)))
    agreed = consenting_to([VIEWER], "calendar")
    session().execute(delete(ReminderChoice).where(ReminderChoice.client_id.not_in(agreed)))


def _occasion(meeting: Meeting, now: datetime) -> str | None:
    """The latest reminder that has fallen due: who was added late gets one, not all of them."""
    due = {
        clock.instant(datetime.combine(meeting.day - timedelta(days=days), MORNING)): days
        for days in map(int, meeting.club.reminded_days.split())
    }
    latest = max((at for at in due if at <= now), default=None)
    return None if latest is None else f"{due[latest]}d/{meeting.starts_at:%Y%m%dT%H%MZ}"


def _queue_for_all(meeting: Meeting, occasion: str, ways: Sequence[Channel]) -> None:
    """Queue it for those who want it and were not queued for it before."""
    known = exists().where(
        Reminder.meeting_id == meeting.id,
        Reminder.client_id == Client.id,
        Reminder.occasion == occasion,
    )
    query = (
        select(Client)
        .join(Membership, Membership.client_id == Client.id)
        .join(ReminderChoice, ReminderChoice.client_id == Client.id)
        .outerjoin(Answer, and_(Answer.client_id == Client.id, Answer.meeting_id == meeting.id))
        .where(Membership.club_id == meeting.club_id, Membership.in_force(meeting.day))
        .where(ReminderChoice.channel.in_(ways), ~known, Client.key_wrapped.is_not(None))
        .where(Client.id.in_(consenting_to([VIEWER], "calendar")))
        .where(or_(Answer.id.is_(None), Answer.comes, Answer.earlier_at.is_not(None)))
    )
    for client in session().scalars(query.order_by(Client.id)).all():
        made = Reminder(
            meeting=meeting, client=client, occasion=occasion, made_at=clock.now(), state="queued"
        )
        session().add(made)
        session().flush()
        queue("remind", {"reminder": made.pid})


def _reminder(pid: str) -> Reminder:
    query = (
        select(Reminder)
        .options(joinedload(Reminder.meeting).joinedload(Meeting.club))
        .options(joinedload(Reminder.client))
        .where(Reminder.pid == pid)
        .with_for_update(of=Reminder)
    )
    return session().scalars(query).one()


def _claim(reminder: Reminder) -> Send | None:
    """Mark it as being sent and give the sending; None where there is nothing to send."""
    if reminder.state == "sending":  # whoever sent it did not live to say whether it went
        _failed(reminder, again=False)
    if reminder.state != "queued":
        return None
    choice = choice_of(reminder.client) if _stands(reminder) else None
    if choice is None:
        _settle(reminder, "dropped")
        return None
    if _is_quiet(clock.now()):
        queue("remind", {"reminder": reminder.pid}, due_at=_end_of_quiet(clock.now()))
        return None
    with i18n.force_locale(choice.language):
        template, facts = _message(reminder)
        text = words(template, facts)
    if choice.channel == Channel.NOTICE:
        notify(Role.MEMBER, reminder.client.pid, template, **facts)
        _settle(reminder, "sent")
        return None
    reminder.state = "sending"
    return channels.current().sender(Channel(choice.channel), choice.contact, text)


def _stands(reminder: Reminder) -> bool:
    """Whether it is still true and still wanted: much may have changed since it was queued."""
    meeting, why = reminder.meeting, reminder.occasion.partition("/")[0]
    if meeting.starts_at <= clock.now() or bool(meeting.cancelled_at) != (
        why == "meeting_cancelled"
    ):
        return False
    if why[0].isdigit() and reminder.occasion != f"{why}/{meeting.starts_at:%Y%m%dT%H%MZ}":
        return False
    newer = exists().where(
        Reminder.meeting_id == meeting.id,
        Reminder.client_id == reminder.client_id,
        Reminder.id > reminder.id,
    )
    return bool(session().scalar(_still_asked(reminder).where(~newer).limit(1)))


def _still_asked(reminder: Reminder) -> Any:
    """The membership, where the person is a member on the day, agrees, and did not say no."""
    meeting = reminder.meeting
    no = exists().where(
        Answer.client_id == reminder.client_id,
        Answer.meeting_id == meeting.id,
        Answer.comes.is_(False),
        Answer.earlier_at.is_(None),
    )
    return select(Membership.id).where(
        Membership.club_id == meeting.club_id,
        Membership.client_id == reminder.client_id,
        Membership.in_force(meeting.day),
        Membership.client_id.in_(consenting_to([VIEWER], "calendar")),
        ~no,
    )


def _message(reminder: Reminder) -> tuple[str, dict[str, str]]:
    meeting, why = reminder.meeting, reminder.occasion.partition("/")[0]
    facts = {"club": shown_name(meeting.club), "when": i18n.moment(meeting.starts_at)}
    if why != "meeting_cancelled":
        facts["place"] = shown_place(meeting)
    return ("meeting_soon" if why[0].isdigit() else why), facts


def _failed(reminder: Reminder, *, again: bool) -> bool:
    """Whether it is to be tried once more; if not, the coordinators hear of it, once a meeting."""
    reminder.tries += 1
    if again and reminder.tries < MOST_TRIES:
        reminder.state = "queued"
        return True
    told = exists().where(Reminder.meeting_id == reminder.meeting_id, Reminder.state == "failed")
    first = not session().scalar(select(told))
    _settle(reminder, "failed")
    if first:
        meeting = reminder.meeting
        facts = {"club": shown_name(meeting.club), "when": i18n.moment(meeting.starts_at)}
        notify(Role.COORDINATOR, meeting.club.pid, "not_reached", **facts)
    return False


def _settle(reminder: Reminder, state: str) -> None:
    reminder.state, reminder.settled_at = state, clock.now()


def _is_quiet(now: datetime) -> bool:
    return not LOUD_FROM <= clock.local(now).time() < LOUD_TO


def _end_of_quiet(now: datetime) -> datetime:
    local = clock.local(now)
    day = local.date() + timedelta(days=local.time() >= LOUD_TO)
    return clock.instant(datetime.combine(day, LOUD_FROM))
