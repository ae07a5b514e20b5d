"""What may be asked of the plans: every target with its figures, and where clubs are missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple

from portal import clock
from portal.access import Actor, Role
from portal.errors import NotFound
from portal.i18n import _
from portal.places import service as places
from portal.targets.areas import Area, area_as_written, area_today
from portal.targets.indicators import INDICATORS, Asked, Tally
from portal.targets.indicators.clubs import communes_with_club, communes_with_people
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


@dataclass(frozen=True)
class Board:
    """A plan with its targets, two rows each; without rows for those whose place it is not."""

    plan: Plan
    rows: list[TargetRow]


class Gap(NamedTuple):
    """A commune that has people and no club."""

    commune_code: str
    name: str
    people: int


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


def gaps(place: str, on: date | None = None, records: Records | None = None) -> list[Gap]:
    """The communes that have people and no club, most people first: the plan's rule for pilots."""
    day = on or clock.today()
    records, area = records or Records(), area_today(place, day, day)
    tally = communes_with_club(records, Asked(area, day, day, "commune"))
    found = [
        Gap(code, places.name_of(code, day), len(people))
        for code, people in communes_with_people(records, area, day).items()
        if code not in tally.done
    ]
    return sorted(found, key=_most_people_first)


def plan_board(actor: Actor, slug: str | None = None, records: Records | None = None) -> Board:
    """A plan as an officer reads it, by default the first that is theirs: the wording is for
    every officer, the figures for those in whose place the plan lies."""
    plans = {plan.slug: plan for plan in all_plans()}
    if slug is None:
        plan = next(filter(partial(_is_own, actor), plans.values()), all_plans()[0])
    elif slug in plans:
        plan = plans[slug]
    else:
        raise NotFound(_("Không có kế hoạch này."))
    return Board(plan, target_rows(plan.number, records=records) if _is_own(actor, plan) else [])


def own_gaps(actor: Actor, records: Records | None = None) -> list[Gap]:
    """The gaps of the officer's own places."""
    records = records or Records()
    scopes = actor.scopes(Role.OFFICER)
    found = {gap for scope in scopes for gap in gaps(scope, records=records)}
    return sorted(found, key=_most_people_first)


def _is_own(actor: Actor, plan: Plan) -> bool:
    """Whether all of the plan's area today lies in one of the officer's places."""
    if plan.place is None:
        return False
    day = clock.today()
    area = area_today(plan.place, plan.map_day, day).communes
    scopes = (places.communes_of(scope, day) for scope in actor.scopes(Role.OFFICER))
    return any(area <= {commune.code for commune in communes} for communes in scopes)


def _most_people_first(gap: Gap) -> tuple[int, str]:
    return -gap.people, gap.commune_code


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
        figures = _figures(records, target, area, day)
        verdict = _verdict(records, target, area, day, figures)
    return TargetRow(plan, target, area, figures, verdict)


def _verdict(
    records: Records, target: Target, area: Area, day: date, figures: Figures | None
) -> Verdict:
    if figures is None:
        return Verdict(State.NO_DATA)
    pace = Fraction(0)
    if figures.tally:
        earlier = _figures(records, target, area, clock.months_before(day, MONTHS_OF_PACE))
        pace = Fraction(figures.numerator - (earlier.numerator if earlier else 0), MONTHS_OF_PACE)
    return judge(target, figures.numerator, figures.denominator, pace=pace, day=day)


def _figures(records: Records, target: Target, area: Area, day: date) -> Figures | None:
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
