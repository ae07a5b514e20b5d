"""A club month by month: its calendar, and the report of the month that its coordinator sends."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from sqlalchemy import Select, exists, func, select
from sqlalchemy.sql.elements import SQLCoreOperations

from portal import audit, changes, clock
from portal.access import Actor
from portal.clubs.models import Attendance, Club, ClubReport, Meeting, Membership
from portal.clubs.service.attendance import shares_present
from portal.clubs.service.cash import balance_on
from portal.clubs.service.clubs import get_own_club
from portal.clubs.service.outreach import Approached, approached_in
from portal.clubs.service.resources import raised
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)  # what a calendar pages to
CHARTED = 12  # meetings in a chart


@dataclass(frozen=True)
class CalendarDay:
    """A day of the grid, which fills its first and last week from the months beside."""

    day: date
    inside: bool
    meetings: list[Meeting]


@dataclass(frozen=True)
class MonthReport:
    """What a club reports of a month; attendance in percent, None without a roll; money in VND."""

    first: date
    members: int
    joined: int
    left: int
    meetings: int
    with_minutes: int
    attendance: float | None
    cash: int
    raised: int
    raised_this_year: int
    outreach: Approached
    sent_on: date | None

    @property
    def over(self) -> bool:
        """Whether the month is, so that its figures stay."""
        return clock.month_end(self.first) < clock.today()

    @property
    def following(self) -> date:
        """The first day of the month after."""
        return clock.month_end(self.first) + timedelta(1)


def month_in(text: str, otherwise: date) -> date:
    """The first day of the month that an address asks for (2026-11); anything else is ours."""
    try:
        asked = date.fromisoformat(f"{text}-01")
    except ValueError:
        return otherwise.replace(day=1)
    return asked if EARLIEST <= asked < LATEST else otherwise.replace(day=1)


def calendar_of(actor: Actor, pid: str, month: date) -> tuple[Club, list[list[CalendarDay]]]:
    """The weeks of a month, Monday first, with what the coordinator's own club holds each day."""
    club = get_own_club(actor, pid)
    days: dict[date, list[Meeting]] = {}
    for meeting in _meetings(club, month):
        days.setdefault(meeting.day, []).append(meeting)
    weeks = Calendar().monthdatescalendar(month.year, month.month)
    return club, [
        [CalendarDay(day, day.month == month.month, days.get(day, [])) for day in week]
        for week in weeks
    ]


def lately_present(club: Club) -> list[tuple[Meeting, float]]:
    """The club's last twelve meetings with a roll, the latest first, and the percentage that came
    of the members who count."""
    called = exists().where(Attendance.meeting_id == Meeting.id)
    query = select(Meeting).where(
        Meeting.club_id == club.id, Meeting.cancelled_at.is_(None), called
    )
    latest = session().scalars(query.order_by(Meeting.starts_at.desc()).limit(CHARTED)).all()
    return [(meeting, 100 * share) for meeting in latest for share in shares_present([meeting])]


def report_of(actor: Actor, pid: str, month: date) -> tuple[Club, MonthReport]:
    """The figures of a month of the coordinator's own club, from its records."""
    club = get_own_club(actor, pid)
    last = clock.month_end(month)
    held = [
        meeting
        for meeting in _meetings(club, month)
        if not meeting.cancelled_at and meeting.starts_at <= clock.now()
    ]
    shares = shares_present(held)
    return club, MonthReport(
        first=month,
        members=_count(club, Membership.in_force(min(last, clock.today()))),
        joined=_count(club, Membership.joined_on.between(month, last)),
        left=_count(club, Membership.left_on.between(month, last)),
        meetings=len(held),
        with_minutes=sum(bool(meeting.minutes) for meeting in held),
        attendance=round(100 * fmean(shares), 1) if shares else None,
        cash=balance_on(club, last),
        raised=sum(raised(club, month, last).values()),
        raised_this_year=sum(raised(club, month.replace(month=1), last).values()),
        outreach=approached_in(club, month, last),
        sent_on=session().scalar(_report(club, month).with_only_columns(ClubReport.sent_on)),
    )


def send_report(actor: Actor, pid: str, month: date) -> None:
    """Send the report of a month that is over, once: the day is what the rule of stable clubs
    asks for."""
    club, report = report_of(actor, pid, month)
    if not report.over:
        raise RuleBroken(_("Tháng này chưa hết. Mời gửi khi tháng đã hết."))
    if report.sent_on:
        raise RuleBroken(_("Báo cáo tháng này đã gửi rồi."))
    row = session().scalar(_report(club, month))
    if row is None:
        row = ClubReport(club_id=club.id, period=_period(month))
        session().add(row)
    row.sent_on = clock.today()
    session().flush()
    changes.note("club_report", club.pid, place=club.commune_code, day=row.sent_on, n=1)
    audit.record(actor, "send_club_report", f"club/{pid}", reason=row.period)


def _meetings(club: Club, month: date) -> list[Meeting]:
    """Those of a month, called off ones too, in their order."""
    query = select(Meeting).where(
        Meeting.club_id == club.id,
        Meeting.starts_at >= clock.day_starts(month),
        Meeting.starts_at < clock.day_starts(clock.month_end(month) + timedelta(1)),
    )
    return list(session().scalars(query.order_by(Meeting.starts_at)))


def _count(club: Club, which: SQLCoreOperations[bool]) -> int:
    persons = select(func.count(Membership.client_id.distinct()))
    return session().scalar(persons.where(Membership.club_id == club.id, which)) or 0


def _period(month: date) -> str:
    """As periods are written: 2026-11."""
    return f"{month:%Y-%m}"


def _report(club: Club, month: date) -> Select[ClubReport]:
    return select(ClubReport).where(
        ClubReport.club_id == club.id, ClubReport.period == _period(month)
    )
