"""Meetings: scheduled, moved, called off, and what was said at them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time

from sqlalchemy import Select, exists, select, update
from sqlalchemy.orm import contains_eager

from portal import audit, changes, clock, i18n
from portal.access import Actor, Role
from portal.clubs.models import Answer, Attendance, Club, Meeting, Membership
from portal.clubs.service.clashes import Diary, days_off
from portal.clubs.service.clubs import get_own_club, shown_name
from portal.clubs.service.reminders import tell_change
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.i18n import _
from portal.messages.service import notify_all
from portal.people.models import Client
from portal.versions import revise


def visible_meetings(actor: Actor) -> Select[Meeting]:
    """The meetings of the clubs that the actor coordinates, each with its club."""
    return (
        select(Meeting)
        .join(Meeting.club)
        .options(contains_eager(Meeting.club))
        .where(Club.pid.in_(actor.scopes(Role.COORDINATOR)))
    )


def get_meeting(actor: Actor, pid: str) -> Meeting:
    """A meeting of a club that the actor coordinates."""
    meeting = session().scalar(visible_meetings(actor).where(Meeting.pid == pid))
    if meeting is None:
        raise NotFound
    return meeting


def coming_meetings(actor: Actor) -> Sequence[Meeting]:
    """Those of today and later, the next first; today's stay until the day is over."""
    since = clock.day_starts(clock.today())
    query = visible_meetings(actor).where(Meeting.starts_at >= since)
    return session().scalars(query.order_by(Meeting.starts_at)).all()


def past_meetings(actor: Actor) -> Select[Meeting]:
    """Those before today, the last first: a list to be paged."""
    until = clock.day_starts(clock.today())
    query = visible_meetings(actor).where(Meeting.starts_at < until)
    return query.order_by(Meeting.starts_at.desc())


def with_roll(meetings: Sequence[Meeting]) -> set[str]:
    """Of these meetings, those whose roll was called."""
    taken = exists().where(Attendance.meeting_id == Meeting.id)
    ids = [meeting.id for meeting in meetings]
    return set(session().scalars(select(Meeting.pid).where(Meeting.id.in_(ids), taken)))


def schedule_meeting(
    actor: Actor,
    club_pid: str,
    *,
    day: date,
    starts: time,
    ends: time,
    place: str,
    agenda: str,
    back_entry: bool,
    despite: bool = False,
) -> Meeting:
    """Schedule a meeting of the actor's own club and tell its members.

    One in the past is only written down as such (`back_entry`), and nobody is told.
    """
    club = get_own_club(actor, club_pid)
    starts_at, ends_at = _hours(day, starts, ends)
    _refuse_past(starts_at, back_entry=back_entry)
    _refuse_clash(club, starts_at, ends_at, place, despite=despite or back_entry)
    meeting = Meeting(club=club, starts_at=starts_at, ends_at=ends_at, place=place, agenda=agenda)
    session().add(meeting)
    session().flush()
    _note(actor, "schedule_meeting", meeting, club)
    if starts_at > clock.now():
        _tell(meeting, club, "meeting_scheduled")
    return meeting


def edit_meeting(
    actor: Actor,
    pid: str,
    *,
    day: date,
    starts: time,
    ends: time,
    place: str,
    agenda: str,
    back_entry: bool,
    version: int,
    reason: str = "",
    despite: bool = False,
) -> Meeting:
    """Change a meeting that is not called off.

    Members are told of a new time or place, not why. Answers are then marked as of the old time
    and asked for again; a meeting whose roll was called cannot be moved to another day.
    """
    meeting = get_meeting(actor, pid)
    club = meeting.club
    _refuse_cancelled(meeting)
    starts_at, ends_at = _hours(day, starts, ends)
    now = {"starts_at": starts_at, "ends_at": ends_at, "place": place, "agenda": agenda}
    moved = starts_at != meeting.starts_at
    told = moved or place != meeting.place
    if told:
        despite = despite or back_entry
        _refuse_clash(club, starts_at, ends_at, place, but=meeting, despite=despite)
    if moved:
        _refuse_past(starts_at, back_entry=back_entry)
        _refuse_called(meeting, day)
        mark_answers(meeting)
        now["moved_reason"] = reason
    with _hours_beside(meeting):
        revise(meeting, version, also=None, **now)
    _note(actor, "edit_meeting", meeting, club)
    if told and starts_at > clock.now():
        _tell(meeting, club, "meeting_changed")
    return meeting


def cancel_meeting(actor: Actor, pid: str, *, reason: str, version: int) -> None:
    """Call off a meeting that has no roll yet, with a reason; members are told that, not why."""
    meeting = get_meeting(actor, pid)
    club = meeting.club
    _refuse_cancelled(meeting)
    if with_roll([meeting]):
        raise RuleBroken(_("Buổi này đã điểm danh, không hủy được nữa."))
    revise(meeting, version, cancelled_at=clock.now(), cancelled_reason=reason)
    _note(actor, "cancel_meeting", meeting, club)
    if meeting.starts_at > clock.now():
        _tell(meeting, club, "meeting_cancelled")


def _hours(day: date, starts: time, ends: time) -> tuple[datetime, datetime]:
    """From when to when; a meeting ends on the day it begins."""
    if ends <= starts:
        raise RuleBroken(_("Giờ kết thúc phải sau giờ bắt đầu."), field="ends")
    combined = (clock.instant(datetime.combine(day, hour)) for hour in (starts, ends))
    return next(combined), next(combined)


@contextmanager
def _hours_beside(meeting: Meeting) -> Iterator[None]:
    """Name the hours of a stale save as the form names them."""
    try:
        yield
    except Conflict as stale:
        hours = {"day": meeting.day, "starts": meeting.starts, "ends": meeting.ends}
        raise Conflict(stale.message, theirs={**stale.theirs, **hours}) from stale


def _refuse_past(starts_at: datetime, *, back_entry: bool) -> None:
    if starts_at < clock.now() and not back_entry:
        raise RuleBroken(
            _("Thời điểm này đã qua. Nếu ghi bù buổi đã họp, hãy đánh dấu ô ghi bù."), field="day"
        )


def _refuse_cancelled(meeting: Meeting) -> None:
    if meeting.cancelled_at:
        raise RuleBroken(_("Buổi này đã hủy."))


def _refuse_called(meeting: Meeting, day: date) -> None:
    if day != meeting.day and with_roll([meeting]):
        raise RuleBroken(_("Buổi này đã điểm danh, không dời sang ngày khác được."), field="day")


def _refuse_clash(
    club: Club,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    *,
    despite: bool,
    but: Meeting | None = None,
) -> None:
    """Refuse two meetings of a club at one hour; venue, people and days off are asked about."""
    day = clock.local(starts_at).date()
    others = {but.id} if but else set()
    clashes = Diary(club, day, day).clashes(starts_at, ends_at, place, but=others)
    for clash in clashes:
        if clash.refused:
            raise RuleBroken(clash.words, field="starts")
    if (warnings := [*days_off(day), *clashes]) and not despite:
        raise RuleBroken(" ".join(warning.words for warning in warnings), field="despite")


def mark_answers(meeting: Meeting) -> None:
    """Before a meeting moves: the answers stay as of the time it had, members are asked again."""
    session().execute(
        update(Answer)
        .where(Answer.meeting_id == meeting.id, Answer.earlier_at.is_(None))
        .values(earlier_at=meeting.starts_at)
    )


def _note(actor: Actor, action: str, meeting: Meeting, club: Club) -> None:
    changes.note("meeting", meeting.pid, place=club.commune_code, day=meeting.day)
    audit.record(actor, action, f"meeting/{meeting.pid}")


def _tell(meeting: Meeting, club: Club, template: str) -> None:
    facts = {"club": shown_name(club), "when": i18n.moment(meeting.starts_at)}
    if template != "meeting_cancelled":
        facts["place"] = meeting.place
    tell_members(club, meeting.day, template, **facts)
    if template != "meeting_scheduled":
        tell_change(meeting, template)


def tell_members(club: Club, day: date, template: str, /, **facts: str) -> None:
    """Tell those who are members on the day, in neutral words."""
    clients = (
        select(Client.pid)
        .join(Membership, Membership.client_id == Client.id)
        .where(Membership.club_id == club.id, Membership.in_force(day))
    )
    notify_all(Role.MEMBER, session().scalars(clients).all(), template, **facts)
