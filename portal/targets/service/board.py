"""A plan with its targets, as an officer may read it."""

from dataclasses import dataclass
from functools import partial

from portal.access import Actor
from portal.errors import NotFound
from portal.i18n import _
from portal.targets.plans import Plan, all_plans
from portal.targets.records import Records
from portal.targets.rows import TargetRow, target_rows
from portal.targets.scope import is_own


@dataclass(frozen=True)
class Board:
    """A plan with its targets, two rows each; without rows for those whose place it is not."""

    plan: Plan
    rows: list[TargetRow]
    own: bool


def plan_board(actor: Actor, slug: str | None = None, records: Records | None = None) -> Board:
    """A plan as an officer reads it, by default the first that is theirs: the wording is for
    every officer, the figures for those in whose place the plan lies."""
    plans = {plan.slug: plan for plan in all_plans()}
    if slug is None:
        plan = next(filter(partial(is_own, actor), plans.values()), all_plans()[0])
    elif slug in plans:
        plan = plans[slug]
    else:
        raise NotFound(_("Không có kế hoạch này."))
    own = is_own(actor, plan)
    return Board(plan, target_rows(plan.number, records=records) if own else [], own)
