"""A plan with its targets, as an officer may read it, and as a year of it stands."""

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import groupby

from portal import clock
from portal.access import Actor
from portal.targets.areas import Area, area_as_written, area_today
from portal.targets.communes import Commune, communes_in
from portal.targets.judge import State
from portal.targets.plans import Plan, Target, all_plans
from portal.targets.records import Records
from portal.targets.rows import TargetRow, target_rows
from portal.targets.scope import is_own
from portal.targets.service.plans import get_plan


@dataclass(frozen=True)
class Board:
    """A plan with its targets, two rows each; without rows for those whose place it is not."""

    plan: Plan
    rows: list[TargetRow]
    own: bool
    day: date = field(default_factory=clock.today)

    @property
    def of_year(self) -> list[tuple[Target, list[TargetRow]]]:
        """The targets of the day's year, each with one row where both maps say the same, and
        none where the figures are not the officer's to see."""
        rows = {key: list(found) for key, found in groupby(self.rows, lambda row: row.target.id)}
        return [
            (target, _unequal(rows.get(target.id, [])))
            for target in self.plan.targets
            if target.first.year <= self.day.year <= (target.last or date.max).year
        ]


def plan_board(
    actor: Actor,
    slug: str | None = None,
    *,
    on: date | None = None,
    records: Records | None = None,
) -> Board:
    """A plan as an officer reads it as at a day: the wording is for every officer, the figures for
    those in whose place the plan lies."""
    plan, day = find_plan(actor, slug), on or clock.today()
    own = is_own(actor, plan)
    return Board(plan, target_rows(plan.number, day, records) if own else [], own, day)


def find_plan(actor: Actor, slug: str | None) -> Plan:
    """The plan of that address; without one the first that is the officer's own."""
    if slug is None:
        return next(filter(partial(is_own, actor), all_plans()), all_plans()[0])
    return get_plan(slug)


def day_of_year(plan: Plan, year: int | None) -> date:
    """The day as at which a year of the plan is judged: its last, or today where that has not
    come. Without a year, or with one that is not the plan's, the latest that has begun."""
    first, last = plan.years
    today = clock.today()
    if year is None or not first <= year <= last:
        year = max(min(today.year, last), first)
    return min(date(year, 12, 31), today)


def plan_area(plan: Plan, map_: str, day: date) -> Area | None:
    """The area of a plan on one map; None where the document names no place."""
    if plan.place is None:
        return None
    if map_ == "as_written":
        return area_as_written(plan.place, plan.map_day)
    return area_today(plan.place, plan.map_day, day)


def plan_communes(board: Board, map_: str, records: Records) -> tuple[Area, list[Commune]] | None:
    """The communes of the board's plan on a map, where the figures are the officer's to see."""
    area = plan_area(board.plan, map_, board.day) if board.own else None
    return (area, communes_in(records, area, board.day)) if area else None


def _unequal(rows: list[TargetRow]) -> list[TargetRow]:
    """One row where both maps say the same; a map that has no figures only says so."""
    return rows[:1] if len({_said(row) for row in rows}) == 1 else rows


def _said(row: TargetRow) -> tuple[State, tuple[int, ...] | None]:
    return row.verdict.state, row.figures and row.figures[:2]
