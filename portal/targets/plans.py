"""The plans in force: those that are shipped as files, overlaid by what officers entered."""

from functools import cache
from pathlib import Path

from sqlalchemy import select

from portal.db import session
from portal.errors import NotFound
from portal.i18n import _
from portal.targets.models import PlanEdition
from portal.targets.plan_file import PlanError, parse
from portal.targets.written import Plan, Target

__all__ = ["Plan", "PlanError", "Target", "all_plans", "plan_numbered", "shipped_plans"]

FOLDER = Path(__file__).parent / "plans"


@cache
def shipped_plans() -> tuple[Plan, ...]:
    """Every plan that is shipped, the latest document first."""
    plans = (read_plan(path) for path in FOLDER.glob("*.toml"))
    return tuple(sorted(plans, key=lambda plan: plan.source, reverse=True))


def all_plans() -> tuple[Plan, ...]:
    """Every plan as it stands, the shipped ones first; read once a transaction."""
    info = session().info
    if "plans" not in info:
        info["plans"] = _overlaid()
    known: tuple[Plan, ...] = info["plans"]
    return known


def forget_plans() -> None:
    """Have the next to ask in this transaction read the plans again."""
    session().info.pop("plans", None)


def plan_numbered(number: str) -> Plan:
    """The plan of that number."""
    for plan in all_plans():
        if plan.number == number:
            return plan
    known = ", ".join(plan.number for plan in all_plans())
    raise NotFound(
        _("Không có kế hoạch số %(number)s (hiện có: %(known)s).", number=number, known=known)
    )


def read_plan(path: Path) -> Plan:
    """One file; anything missing, unknown or left over is a PlanError."""
    return parse(path.read_text("utf-8"), path.name)


def _overlaid() -> tuple[Plan, ...]:
    query = select(PlanEdition.number, PlanEdition.text).order_by(PlanEdition.number)
    rows = session().execute(query.where(PlanEdition.replaced_at.is_(None)))
    plans = {plan.number: plan for plan in shipped_plans()}
    plans |= {number: parse(text, number) for number, text in rows}
    return tuple(plans.values())
