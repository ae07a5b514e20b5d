"""What is typed of a series before it is kept: the next days it gives, and what speaks against
each."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from portal import clock, i18n
from portal.clubs.models import Club, MeetingSeries
from portal.clubs.recurrence.moon import lunar
from portal.clubs.recurrence.rules import LAST_YEAR, Rule, coded, dates, decoded
from portal.clubs.recurrence.wording import say
from portal.clubs.service.clashes import Clash, Diary, days_off
from portal.errors import RuleBroken
from portal.i18n import _

SHOWN = 12  # days before saving
FIRST_YEAR = 2000
Choices = Mapping[date, date | None]  # the day of the rule: another day, the same, or none


@dataclass(frozen=True)
class Plan:
    """When, where and what about, each time."""

    rule: Rule
    starts: time
    ends: time
    place: str
    agenda: str
    from_on: date
    until_on: date | None

    def check(self) -> None:
        """Refuse hours or days in the wrong order, and a series that would never come."""
        if self.ends <= self.starts:
            raise RuleBroken(_("Giờ kết thúc phải sau giờ bắt đầu."), field="ends")
        if self.until_on and self.until_on < self.from_on:
            raise RuleBroken(_("Ngày cuối phải từ ngày đầu trở đi."), field="until_on")
        for field, day in (("from_on", self.from_on), ("until_on", self.until_on)):
            if day and not FIRST_YEAR <= day.year < LAST_YEAR:
                raise RuleBroken(_("Ngày này xa quá. Mời xem lại năm."), field=field)
        if next(self.coming(), None) is None:
            raise RuleBroken(
                _("Trong khoảng này không có buổi nào sắp tới. Mời xem lại ngày đầu, ngày cuối."),
                field="until_on" if self.until_on else "from_on",
            )

    def coming(self) -> Iterator[date]:
        """The days of the rule whose hour has not come yet."""
        days = dates(self.rule, self.from_on, self.until_on, since=clock.today())
        return (day for day in days if self.hours_on(day)[0] > clock.now())

    def hours_on(self, day: date) -> tuple[datetime, datetime]:
        """From when to when on a day."""
        starts, ends = (
            clock.instant(datetime.combine(day, hour)) for hour in (self.starts, self.ends)
        )
        return starts, ends

    @property
    def mark(self) -> str:
        """What the days and their clashes hang on: equal marks give the same days."""
        told = (coded(self.rule), self.starts, self.ends, self.from_on, self.until_on, self.place)
        return " ".join(map(str, told))

    @property
    def words(self) -> str:
        """The rule and the hour as a sentence."""
        return say(self.rule, self.starts, language=i18n.current_language())


@dataclass(frozen=True)
class Proposal:
    """A day that the rule gives, by the sun and by the moon, and what speaks against it."""

    day: date
    moon: str
    warnings: tuple[Clash, ...]

    @property
    def refused(self) -> bool:
        """Whether the club can't meet then."""
        return any(clash.refused for clash in self.warnings)


def plan_of(series: MeetingSeries) -> Plan:
    """The plan that a series keeps."""
    return Plan(
        decoded(series.rule),
        series.starts,
        series.ends,
        series.place,
        series.agenda,
        series.from_on,
        series.until_on,
    )


def columns_of(plan: Plan) -> dict[str, Any]:
    """The plan as the columns of a series."""
    return {**vars(plan), "rule": coded(plan.rule)}


def propose(
    club: Club, plan: Plan, *, settled: Set[date] = frozenset(), but: Set[int] = frozenset()
) -> list[Proposal]:
    """The next days of a plan that are not settled yet; `but`: meetings that make room."""
    days = list(islice((day for day in plan.coming() if day not in settled), SHOWN))
    if not days:
        return []
    diary = Diary(club, days[0], days[-1])
    return [Proposal(day, _moon(day), tuple(speaks_against(diary, plan, day, but))) for day in days]


def speaks_against(diary: Diary, plan: Plan, day: date, but: Set[int]) -> list[Clash]:
    """Days off, Tết, and what is in the way at the hours of the plan."""
    return [*days_off(day), *diary.clashes(*plan.hours_on(day), plan.place, but=but)]


def _moon(day: date) -> str:
    found = lunar(day)
    return str(_("%(day)s/%(month)s âm lịch", day=found.day, month=found.month))


def settle(
    club: Club, plan: Plan, proposals: list[Proposal], choices: Choices, but: Set[int]
) -> Choices:
    """What was chosen about days that are warned of or do not stay; refused where a warned day is
    left open, a refused one kept, or one moved onto a clash."""
    on_days = [choices.get(proposal.day, proposal.day) for proposal in proposals]
    for proposal, on in zip(proposals, on_days, strict=True):
        day = i18n.weekday(proposal.day)
        if proposal.warnings and proposal.day not in choices:
            raise RuleBroken(_("%(day)s: mời chọn giữ, dời hay bỏ.", day=day))
        if proposal.refused and on == proposal.day:
            raise RuleBroken(_("%(day)s trùng giờ một buổi đã có. Mời dời hay bỏ.", day=day))
        if on and on != proposal.day:
            _check_moved(club, plan, on, taken=on_days.count(on) > 1, but=but)
    return {
        proposal.day: on
        for proposal, on in zip(proposals, on_days, strict=True)
        if proposal.warnings or on != proposal.day
    }


def _check_moved(club: Club, plan: Plan, on: date, *, taken: bool, but: Set[int]) -> None:
    if not clock.today() <= on < date(LAST_YEAR, 1, 1):
        raise RuleBroken(_("%(day)s đã qua, không dời tới được.", day=i18n.day(on)))
    clashes = Diary(club, on, on).clashes(*plan.hours_on(on), plan.place, but=but)
    if taken or any(clash.refused for clash in clashes):
        raise RuleBroken(_("%(day)s đã có một buổi, không dời tới được.", day=i18n.day(on)))
