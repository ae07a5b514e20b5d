"""The meetings that are made of a series: some months ahead, and never twice."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import contains_eager, joinedload

from portal import changes, clock, i18n
from portal.access import Role
from portal.clubs.models import Attendance, Club, ClubStatus, Meeting, MeetingSeries, SeriesDate
from portal.clubs.service.clashes import Diary
from portal.clubs.service.clubs import shown_name
from portal.clubs.service.meetings import mark_answers
from portal.clubs.service.plans import Choices, Plan, plan_of, speaks_against
from portal.clubs.service.reminders import tell_change_if_soon
from portal.db import session
from portal.i18n import _
from portal.messages.service import notify

AHEAD = timedelta(days=92)
Planned = Mapping[date, Meeting]  # by the day that the rule gave


def plan_ahead() -> None:
    """Once a day: make the meetings of the months ahead, of operating clubs' series that go on."""
    query = (
        select(MeetingSeries)
        .join(MeetingSeries.club)
        .options(contains_eager(MeetingSeries.club))
        .where(MeetingSeries.ended_at.is_(None), Club.status == ClubStatus.OPERATING)
    )
    for series in session().scalars(query.order_by(MeetingSeries.id)).all():
        _add_coming(series)


def series_date_of(meeting: Meeting) -> SeriesDate | None:
    """The series that a meeting belongs to, and the day that its rule gave."""
    query = select(SeriesDate).options(joinedload(SeriesDate.series))
    return session().scalar(query.where(SeriesDate.meeting_id == meeting.id))


def settled_days(series: MeetingSeries) -> dict[date, Meeting | None]:
    """The days of the rule that have their meeting, wherever that is now, or (None) were left
    out."""
    query = (
        select(SeriesDate.original_on, Meeting)
        .outerjoin(Meeting, Meeting.id == SeriesDate.meeting_id)
        .where(SeriesDate.series_id == series.id)
    )
    return {day: meeting for day, meeting in session().execute(query)}


def untouched(series: MeetingSeries) -> dict[date, Meeting]:
    """The coming meetings of a series that are as its plan says: neither moved, called off, nor
    with a roll."""
    plan = plan_of(series)
    query = (
        select(SeriesDate.original_on, Meeting)
        .join(Meeting, Meeting.id == SeriesDate.meeting_id)
        .where(SeriesDate.series_id == series.id, Meeting.cancelled_at.is_(None))
        .where(Meeting.starts_at > clock.now())
        .where(~exists().where(Attendance.meeting_id == Meeting.id))
        .order_by(SeriesDate.original_on)
    )
    return {
        day: meeting
        for day, meeting in session().execute(query)
        if (meeting.starts_at, meeting.ends_at) == plan.hours_on(day)
        and meeting.place == plan.place
    }


def fit(
    series: MeetingSeries,
    choices: Choices,
    *,
    free: Planned | None = None,
    before: Plan | None = None,
) -> None:
    """Let the meetings follow the plan, which was another `before`.

    Of those that are free to move each keeps its day where the rule still gives it; the others
    move in order to the new days, with their answers; what is left over is called off.
    """
    free = dict(free or {})
    _release(free)
    plan = plan_of(series)
    wanted = _wanted(series, plan, choices)
    spare = [day for day in free if wanted.get(day) is None]
    for day, on in wanted.items():
        source = day if day in free else next(iter(spare), None)
        if on is None:
            _settle(series, day, None)
        elif source is None:
            _settle(series, day, _made(series, plan, on))
        else:
            spare = [other for other in spare if other != source]
            _settle(series, day, _moved(free.pop(source), plan, on, before or plan))
    call_off(free, _("Lịch định kỳ đã đổi."))


def call_off(meetings: Planned, reason: str) -> None:
    """Call off meetings that a series no longer has."""
    for meeting in meetings.values():
        meeting.cancelled_at, meeting.cancelled_reason = clock.now(), reason
        meeting.version += 1
        changes.note("meeting", meeting.pid, day=meeting.day)
        tell_change_if_soon(meeting, "meeting_cancelled", was_at=meeting.starts_at)


def _wanted(series: MeetingSeries, plan: Plan, choices: Choices) -> dict[date, date | None]:
    """The days to settle now: those of the months ahead, and later ones that were chosen about."""
    until, last = clock.today() + AHEAD, max(choices, default=clock.today())
    settled = settled_days(series)
    wanted: dict[date, date | None] = {}
    for day in plan.coming():
        if day > max(until, last):
            break
        if day not in settled and (day <= until or day in choices):
            wanted[day] = choices.get(day, day)
    return wanted


def _add_coming(series: MeetingSeries) -> None:
    """Make what is missing; the coordinators hear of days that want a look, a clash is left out."""
    plan, today = plan_of(series), clock.today()
    missing = _wanted(series, plan, {})
    if not missing:
        return
    diary = Diary(series.club, today, today + AHEAD)
    for day in missing:
        clashes = speaks_against(diary, plan, day, set())
        left_out = any(clash.refused for clash in clashes)
        _settle(series, day, None if left_out else _made(series, plan, day))
        if clashes:
            when, club = i18n.moment(plan.hours_on(day)[0]), shown_name(series.club)
            notify(Role.COORDINATOR, series.club.pid, "series_date_check", when=when, club=club)


def _made(series: MeetingSeries, plan: Plan, on: date) -> Meeting:
    starts_at, ends_at = plan.hours_on(on)
    meeting = Meeting(
        club=series.club, starts_at=starts_at, ends_at=ends_at, place=plan.place, agenda=plan.agenda
    )
    session().add(meeting)
    session().flush()
    changes.note("meeting", meeting.pid, place=series.club.commune_code, day=on)
    return meeting


def _moved(meeting: Meeting, plan: Plan, on: date, before: Plan) -> Meeting:
    """Put a meeting on its new day and hours; an agenda of its own stays."""
    starts_at, ends_at = plan.hours_on(on)
    was_at, was_in = meeting.starts_at, meeting.place
    if starts_at != was_at:
        mark_answers(meeting)
    agenda = plan.agenda if meeting.agenda == before.agenda else meeting.agenda
    now = {"starts_at": starts_at, "ends_at": ends_at, "place": plan.place, "agenda": agenda}
    if any(getattr(meeting, name) != value for name, value in now.items()):
        for name, value in now.items():
            setattr(meeting, name, value)
        meeting.version += 1
        changes.note("meeting", meeting.pid, day=on)
    if (was_at, was_in) != (starts_at, plan.place):
        tell_change_if_soon(meeting, "meeting_changed", was_at=was_at)
    return meeting


def _settle(series: MeetingSeries, day: date, meeting: Meeting | None) -> None:
    meeting_id = meeting.id if meeting else None
    session().add(SeriesDate(series_id=series.id, original_on=day, meeting_id=meeting_id))
    session().flush()


def _release(free: Planned) -> None:
    ids = [meeting.id for meeting in free.values()]
    session().execute(delete(SeriesDate).where(SeriesDate.meeting_id.in_(ids)))
