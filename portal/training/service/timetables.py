"""The weekly hours of a class: kept with the shifts that they take, and said in words."""

from collections.abc import Collection, Iterable
from datetime import date, time, timedelta
from itertools import groupby, pairwise

from sqlalchemy import delete, select

from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import WEEKDAYS, _
from portal.training.models import TrainingClass, WeeklySession, shifts_of

WeeklyHours = Collection[tuple[int, time, time]]  # weekday (0 is Monday), from, to


def set_timetable(held: TrainingClass, hours: WeeklyHours) -> None:
    """Keep these weekly hours; with any, the shifts of the class are those that they take."""
    _refuse_overlaps(hours)
    session().execute(delete(WeeklySession).where(WeeklySession.class_id == held.id))
    sessions = [
        WeeklySession(class_id=held.id, weekday=weekday, starts=starts, ends=ends)
        for weekday, starts, ends in sorted(hours)
    ]
    session().add_all(sessions)
    if sessions:
        held.shifts = shifts_of(sessions)
    if not held.shifts:
        raise RuleBroken(
            _("Mời ghi lịch học trong tuần, hoặc chọn học vào lúc nào."), field="shifts"
        )
    session().flush()


def timetable_of(class_id: int) -> list[WeeklySession]:
    """The weekly hours of a class, in the order of the week."""
    return timetables_of([class_id]).get(class_id, [])


def timetables_of(class_ids: Collection[int]) -> dict[int, list[WeeklySession]]:
    """The weekly hours of several classes."""
    rows = session().scalars(
        select(WeeklySession)
        .where(WeeklySession.class_id.in_(class_ids))
        .order_by(WeeklySession.class_id, WeeklySession.weekday, WeeklySession.starts)
    )
    return {number: list(own) for number, own in groupby(rows, lambda row: row.class_id)}


def keep_agreeing_hours(class_ids: Collection[int]) -> None:
    """Forget weekly hours that do not take the shifts of their class: an import changed them."""
    shifts = select(TrainingClass.id, TrainingClass.shifts)
    rows = session().execute(shifts.where(TrainingClass.id.in_(class_ids)))
    timetables = timetables_of(class_ids)
    gone = [n for n, bits in rows if n in timetables and shifts_of(timetables[n]) != bits]
    session().execute(delete(WeeklySession).where(WeeklySession.class_id.in_(gone)))


def said(sessions: Iterable[WeeklySession]) -> str:
    """ "Thứ Hai, thứ Tư 18:00–20:30; thứ Bảy 07:30–11:00, 13:30–16:30"; blank without any."""
    hours_on: dict[int, list[str]] = {}
    for held in sessions:
        hours = f"{held.starts:%H:%M}–{held.ends:%H:%M}"
        hours_on.setdefault(held.weekday, []).append(hours)
    days_at: dict[str, list[int]] = {}
    for day, hours_of_day in hours_on.items():
        days_at.setdefault(", ".join(hours_of_day), []).append(day)
    words = "; ".join(f"{_days_said(days)} {hours}" for hours, days in days_at.items())
    return words[:1].upper() + words[1:]


def _days_said(days: list[int]) -> str:
    first, last = days[0], days[-1]
    if len(days) > 2 and last - first == len(days) - 1:
        return str(_("%(first)s đến %(last)s", first=WEEKDAYS[first], last=WEEKDAYS[last]))
    return ", ".join(str(WEEKDAYS[day]) for day in days)


def days_of(held: TrainingClass) -> int | None:
    """On how many days the class meets, where its hours and its last day are known."""
    sessions = timetable_of(held.id)
    if not sessions or held.ends_on is None:
        return None
    weekdays = {session_.weekday for session_ in sessions}
    days = (held.ends_on - held.starts_on).days + 1
    return sum(_weekday(held.starts_on, n) in weekdays for n in range(days))


def _weekday(first: date, later: int) -> int:
    return (first + timedelta(days=later)).weekday()


def _refuse_overlaps(hours: WeeklyHours) -> None:
    if any(ends <= starts for _day, starts, ends in hours):
        raise RuleBroken(_("Giờ kết thúc phải sau giờ bắt đầu."), field="timetable")
    for before, after in pairwise(sorted(hours)):
        if before[0] == after[0] and after[1] < before[2]:
            weekday = str(WEEKDAYS[after[0]])
            raise RuleBroken(
                _("%(day)s có hai buổi trùng giờ.", day=weekday[:1].upper() + weekday[1:]),
                field="timetable",
            )
