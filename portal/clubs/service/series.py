"""Meeting series: planned, changed, ended; the meetings made of them stand in `planned`."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.clubs.models import Club, Meeting, MeetingSeries
from portal.clubs.service import planned
from portal.clubs.service.clubs import get_own_club, shown_name
from portal.clubs.service.meetings import tell_members
from portal.clubs.service.plans import (
    Choices,
    Plan,
    Proposal,
    columns_of,
    plan_of,
    propose,
    settle,
)
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.versions import revise

TOLD = ("rule", "starts", "ends", "place")  # what members are told of when it changes


def visible_series(actor: Actor) -> Select[MeetingSeries]:
    """The series of the clubs that the actor coordinates, each with its club."""
    return (
        select(MeetingSeries)
        .join(MeetingSeries.club)
        .options(contains_eager(MeetingSeries.club))
        .where(Club.pid.in_(actor.scopes(Role.COORDINATOR)))
    )


def get_series(actor: Actor, pid: str) -> MeetingSeries:
    """A series of a club that the actor coordinates."""
    series = session().scalar(visible_series(actor).where(MeetingSeries.pid == pid))
    if series is None:
        raise NotFound
    return series


def series_of(actor: Actor, club_pid: str) -> Sequence[MeetingSeries]:
    """The series of the actor's own club, those that go on first."""
    club = get_own_club(actor, club_pid)
    query = visible_series(actor).where(MeetingSeries.club_id == club.id)
    return (
        session()
        .scalars(query.order_by(MeetingSeries.ended_at.is_not(None), MeetingSeries.id))
        .all()
    )


def next_days(series: MeetingSeries) -> list[tuple[Proposal, Meeting | None, bool]]:
    """The next days that a series gives: each with its meeting, wherever that is now, and whether
    it was left out."""
    settled = planned.settled_days(series)
    own = {meeting.id for meeting in settled.values() if meeting}
    return [
        (row, settled.get(row.day), row.day in settled and settled[row.day] is None)
        for row in propose(series.club, plan_of(series), but=own)
    ]


def preview(actor: Actor, club_pid: str, plan: Plan) -> list[Proposal]:
    """The next days of a plan that is not kept yet."""
    plan.check()
    return propose(get_own_club(actor, club_pid), plan)


def preview_change(actor: Actor, pid: str, plan: Plan) -> list[Proposal]:
    """The next days of a changed plan, but those moved or left out by hand, which stay."""
    series = get_series(actor, pid)
    plan.check()
    return _proposals(series, plan)


def create_series(actor: Actor, club_pid: str, plan: Plan, choices: Choices) -> MeetingSeries:
    """Keep a plan, make its meetings of the next months, and tell the members once."""
    club = get_own_club(actor, club_pid)
    plan.check()
    choices = settle(club, plan, propose(club, plan), choices, set())
    series = MeetingSeries(club=club, **columns_of(plan))
    session().add(series)
    session().flush()
    planned.fit(series, choices)
    _note(actor, "create_series", series)
    _tell(series, "series_set")
    return series


def change_series(
    actor: Actor, pid: str, plan: Plan, choices: Choices, *, version: int
) -> MeetingSeries:
    """Change a series that goes on, and with it the coming meetings that nobody has moved.

    Members are told once; at a new time their answers are marked as of the old one.
    """
    series = get_series(actor, pid)
    _refuse_ended(series)
    plan.check()
    free = planned.untouched(series)
    room = {meeting.id for meeting in free.values()}
    choices = settle(series.club, plan, _proposals(series, plan), choices, room)
    values = columns_of(plan)
    told = any(getattr(series, name) != values[name] for name in TOLD)
    before = plan_of(series)
    _revise(series, version, **values)
    planned.fit(series, choices, free=free, before=before)
    _note(actor, "change_series", series)
    if told:
        _tell(series, "series_changed")
    return series


def end_series(actor: Actor, pid: str, *, last_on: date, version: int) -> None:
    """End a series with a day: its later meetings that nobody has moved are called off."""
    series = get_series(actor, pid)
    _refuse_ended(series)
    if not series.from_on <= last_on:
        raise RuleBroken(_("Ngày cuối phải từ ngày đầu trở đi."), field="last_on")
    free = planned.untouched(series)
    until_on = min(last_on, series.until_on or last_on)
    _revise(series, version, until_on=until_on, ended_at=clock.now())
    later = {day: meeting for day, meeting in free.items() if day > last_on}
    planned.call_off(later, _("Lịch định kỳ đã kết thúc."))
    _note(actor, "end_series", series)
    _tell(series, "series_ended")


def _proposals(series: MeetingSeries, plan: Plan) -> list[Proposal]:
    free = planned.untouched(series)
    settled = set(planned.settled_days(series)) - set(free)
    return propose(series.club, plan, settled=settled, but={m.id for m in free.values()})


def _revise(series: MeetingSeries, version: int, **values: Any) -> None:
    """Revise the row; its club, which is read along with it, outlasts that."""
    club = series.club
    revise(series, version, also=None, **values)
    series.club = club


def _refuse_ended(series: MeetingSeries) -> None:
    if series.ended_at:
        raise RuleBroken(_("Lịch này đã kết thúc."))


def _note(actor: Actor, action: str, series: MeetingSeries) -> None:
    club = series.club
    changes.note("meeting_series", series.pid, place=club.commune_code, day=clock.today())
    audit.record(actor, action, f"series/{series.pid}")


def _tell(series: MeetingSeries, template: str) -> None:
    facts = {"club": shown_name(series.club)}
    if template != "series_ended":
        facts |= {"when": plan_of(series).words, "place": series.place}
    tell_members(series.club, clock.today(), template, **facts)
