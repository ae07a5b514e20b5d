"""Every target with its figures and its verdict, on the map as written and on today's."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from portal import clock
from portal.targets.areas import Area, area_as_written, area_today
from portal.targets.indicators import INDICATORS, Asked, Tally
from portal.targets.judge import State, Verdict, judge
from portal.targets.periods import year_of
from portal.targets.plans import Plan, Target, all_plans, plan_numbered
from portal.targets.records import Records

MONTHS_OF_PACE = 3


class Figures(NamedTuple):
    """A numerator and a denominator; `tally` holds the cases behind a counted one."""

    numerator: int
    denominator: int
    tally: Tally | None = None

    @property
    def unknown(self) -> int:
        """How many clubs or points are left out because nobody knows where they are now."""
        return self.tally.unknown if self.tally else 0


@dataclass(frozen=True)
class TargetRow:
    """A target on one map: what it promises, the figures where there are any, the verdict."""

    plan: Plan
    target: Target
    area: Area | None
    figures: Figures | None
    verdict: Verdict

    @property
    def map(self) -> str:
        """Which map: as_written, also where the place is unknown, or today."""
        return "as_written" if self.area is None or self.area.as_written else "today"


def target_rows(
    plan_number: str | None = None, on: date | None = None, records: Records | None = None
) -> list[TargetRow]:
    """Every target of one plan or of all as on a day (today), on the map as written and today's.

    `records` are those already read by whoever asks for more than this of the same transaction.
    """
    day = on or clock.today()
    plans = [plan_numbered(plan_number)] if plan_number else all_plans()
    records = records or Records()
    return [row for plan in plans for row in _plan_rows(records, plan, day)]


def rows_of_area(records: Records, plan: Plan, area: Area, day: date) -> list[TargetRow]:
    """The targets of a plan reckoned over one area on one map: a part of the plan's place, say."""
    return [_row(records, plan, target, area, day) for target in plan.targets]


def as_json(row: TargetRow) -> dict[str, Any]:
    """The row as outsiders read it; `unknown` only where something was left out."""
    target, figures = row.target, row.figures
    shown = {
        "plan": row.plan.number,
        "target": target.id,
        "indicator": target.indicator,
        "place": row.plan.place,
        "from": target.first.isoformat(),
        "to": target.last.isoformat() if target.last else None,
        "comparator": target.comparator,
        "goal": target.goal,
        "numerator": figures.numerator if figures else None,
        "denominator": figures.denominator if figures else None,
        "value": row.verdict.value,
        "state": row.verdict.state.value,
        "map": row.map,
    }
    return shown | ({"unknown": figures.unknown} if figures and figures.unknown else {})


def _plan_rows(records: Records, plan: Plan, day: date) -> Iterator[TargetRow]:
    """Two rows a target; a plan whose place nobody knows has one, without figures."""
    if plan.place is None:
        for target in plan.targets:
            yield TargetRow(plan, target, None, None, Verdict(State.NO_DATA))
        return
    areas = (
        area_as_written(plan.place, plan.map_day),
        area_today(plan.place, plan.map_day, day),
    )
    for target in plan.targets:
        for area in areas:
            yield _row(records, plan, target, area, day)


def _row(records: Records, plan: Plan, target: Target, area: Area, asked_on: date) -> TargetRow:
    """Judged as at the earlier of the day asked and the last day; not before the first."""
    day = min(asked_on, target.last or asked_on)
    figures, verdict = None, Verdict(State.NOT_DUE)
    if asked_on >= target.first:
        figures = figures_as_at(records, target, area, day)
        verdict = _verdict(records, target, area, day, figures)
    return TargetRow(plan, target, area, figures, verdict)


def _verdict(
    records: Records, target: Target, area: Area, day: date, figures: Figures | None
) -> Verdict:
    if figures is None:
        return Verdict(State.NO_DATA)
    pace = Fraction(0)
    if figures.tally:
        earlier = figures_as_at(records, target, area, clock.months_before(day, MONTHS_OF_PACE))
        pace = Fraction(figures.numerator - (earlier.numerator if earlier else 0), MONTHS_OF_PACE)
    return judge(target, figures.numerator, figures.denominator, pace=pace, day=day)


def figures_as_at(records: Records, target: Target, area: Area, day: date) -> Figures | None:
    """The figures as at the day; None where nobody reported them or the map cannot know them."""
    indicator = INDICATORS[target.indicator]
    if indicator.count is None:
        return _reported(records, target, area, day)
    if indicator.by_residence and not area.people_known:
        return None
    first = year_of(day).first if target.each_year else target.first
    tally = indicator.count(records, Asked(area, first, day, target.level, target.kinds))
    if tally is None:
        return None
    whole = target.goal if target.unit == "count" else len(tally.whole)
    return Figures(len(tally.done), whole, tally)


def _reported(records: Records, target: Target, area: Area, day: date) -> Figures | None:
    """The figure of exactly the plan's place and the year of the day; on the plan's map only."""
    if not area.as_written:
        return None
    found = records.figure(target.indicator, area.place, year_of(day).text)
    return Figures(*found) if found else None
