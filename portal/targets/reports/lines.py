"""The figures of a report, line by line: the plan's targets, then the measures of the period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from portal import clock
from portal.places import service as places
from portal.targets.areas import Area, area_as_written, area_today
from portal.targets.indicators import INDICATORS
from portal.targets.judge import State, half_up
from portal.targets.periods import Period, previous_period
from portal.targets.plans import Plan, Target
from portal.targets.records import Records
from portal.targets.reports.measures import MEASURES, Measure
from portal.targets.reports.registers import DONE, STANDING, register_figures
from portal.targets.rows import Figures, figures_as_at, target_rows
from portal.targets.summary import Counted, all_between

UNITS = {
    "commune": "communes",
    "district": "districts",
    "club": "clubs",
    "person": "persons",
    "staff": "staff",
    "place": "places",
}
Pair = tuple[int, int | None]


@dataclass(frozen=True)
class Line:
    """A figure of a report, and the same one of the previous period (`before`).

    `value` is a percentage with one decimal where `is_share`, else the numerator. Null figures
    mean that nobody knows them. `wording` and `map` belong to a target, `goal`, `comparator` and
    `state` to one of the plan's own place.
    """

    key: str
    title: str
    unit: str
    numerator: int | None
    denominator: int | None
    value: float | None
    goal: int | None = None
    comparator: str | None = None
    state: str | None = None
    map: str | None = None
    before: tuple[int, int | None] | None = None
    is_share: bool = False
    wording: str = ""

    @property
    def value_before(self) -> float | None:
        """The value of the previous period."""
        return value_of(self.before, is_share=self.is_share)

    @property
    def change(self) -> float | None:
        """By how much the value has changed since, in its own unit: points of a percentage."""
        now, before = self.value, self.value_before
        return None if now is None or before is None else round(now - before, 1)


def report_lines(
    plan: Plan, place_code: str, period: Period, records: Records | None = None
) -> list[Line]:
    """Every line of a report on the plan, for its own place or for a smaller one inside it.

    `records` are those already read by whoever asks for several reports.
    """
    records = records or Records()
    if place_code == plan.place:
        targets = _own_targets(records, plan, period)
    else:
        targets = _local_targets(records, plan, place_code, period)
    communes = communes_today(place_code, period)
    return [*targets, *_measured(communes, period), *_registered(communes, period)]


def communes_today(place_code: str, period: Period) -> frozenset[str]:
    """What the communes that a place had at the end of the period are today."""
    return places.area_of_plan(place_code, period.last, clock.today()).communes


def titles_of(plan: Plan) -> dict[str, Any]:
    """What each line is called, in the language of whoever asks."""
    targets = {target.id: INDICATORS[target.indicator].title for target in plan.targets}
    measures = (*MEASURES, *DONE, *STANDING)
    return targets | {measure.key: measure.title for measure in measures}


def _own_targets(records: Records, plan: Plan, period: Period) -> Iterator[Line]:
    """The plan's targets as at the last day, each on the map that it was promised on."""
    earlier = previous_period(period).last
    for row in target_rows(plan.number, period.last, records):
        if row.area is not None and row.map == row.target.map:
            known = row.verdict.state != State.NOT_DUE
            before = _as_at(records, row.target, _promised(plan, row.target, earlier), earlier)
            yield _target_line(
                row.target,
                row.figures if known else None,
                before,
                goal=row.target.goal,
                state=row.verdict.state.value,
                map_=row.map,
            )


def _promised(plan: Plan, target: Target, day: date) -> Area:
    place = plan.place or ""
    if target.map == "as_written":
        return area_as_written(place, plan.map_day)
    return area_today(place, plan.map_day, day)


def _local_targets(records: Records, plan: Plan, place_code: str, period: Period) -> Iterator[Line]:
    """The same indicators for a place inside the plan's, on the map of the period, without goal;
    a level that the map has no longer has no line."""
    earlier = previous_period(period).last
    area = area_today(place_code, period.last, period.last)
    for target in plan.targets:
        if target.level != "district":
            figures = _as_at(records, target, area, period.last)
            before = _as_at(records, target, area, earlier)
            yield _target_line(target, figures, before, map_="today")


def _as_at(records: Records, target: Target, area: Area, day: date) -> Figures | None:
    """The figures as at the earlier of the day and the target's last; before its first: none."""
    if day < target.first:
        return None
    return figures_as_at(records, target, area, min(day, target.last or day))


def _target_line(
    target: Target,
    figures: Figures | None,
    before: Figures | None,
    *,
    map_: str,
    goal: int | None = None,
    state: str | None = None,
) -> Line:
    is_share = target.unit != "count"
    now = _pair(figures, target, goal)
    return Line(
        key=target.id,
        title=str(INDICATORS[target.indicator].title),
        unit=UNITS[target.level],
        numerator=now[0] if now else None,
        denominator=now[1] if now else None,
        value=value_of(now, is_share=is_share),
        goal=goal,
        comparator=None if goal is None else target.comparator,
        state=state,
        map=map_,
        before=_pair(before, target, goal),
        is_share=is_share,
        wording=target.wording,
    )


def _pair(figures: Figures | None, target: Target, goal: int | None) -> Pair | None:
    """Numerator and denominator; a count has its goal as denominator, and without goal none."""
    if figures is None:
        return None
    whole = figures.denominator if target.unit != "count" else goal
    return figures.numerator, whole


def _measured(communes: frozenset[str], period: Period) -> Iterator[Line]:
    """The measures of the period and of the one before."""
    earlier = previous_period(period)
    keys = [measure.key for measure in MEASURES]
    now = all_between(keys, communes, period.first, period.last)
    before = all_between(keys, communes, earlier.first, earlier.last)
    for measure in MEASURES:
        pair = _counted(measure, now[measure.key])
        yield Line(
            key=measure.key,
            title=str(measure.title),
            unit=measure.unit,
            numerator=pair[0],
            denominator=pair[1],
            value=value_of(pair, is_share=measure.is_share),
            before=_counted(measure, before[measure.key]),
            is_share=measure.is_share,
        )


def _registered(communes: frozenset[str], period: Period) -> Iterator[Line]:
    """The registers in the period and in the one before."""
    periods = (period, previous_period(period))
    for measure, (now, before) in register_figures(communes, periods):
        yield Line(
            key=measure.key,
            title=str(measure.title),
            unit=measure.unit,
            numerator=now,
            denominator=None,
            value=now,
            before=(before, None),
        )


def _counted(measure: Measure, counted: Counted) -> Pair:
    """Only a share has a denominator."""
    return counted.numerator, counted.denominator if measure.is_share else None


def value_of(pair: Pair | None, *, is_share: bool) -> float | None:
    """A count as it is; a share in percent with one decimal; of nothing, or unknown: none."""
    if pair is None or (is_share and not pair[1]):
        return None
    return half_up(Fraction(100 * pair[0], pair[1] or 1)) if is_share else pair[0]
