"""The plans as officers may read them, and the local plans under a plan."""

from typing import Any, NamedTuple

from sqlalchemy import func, select

from portal import clock
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound
from portal.i18n import _
from portal.places import service as places
from portal.places.service import Place
from portal.targets.models import PlanEdition
from portal.targets.plans import all_plans
from portal.targets.scope import is_own
from portal.targets.typed import place_written
from portal.targets.written import Plan


class Listed(NamedTuple):
    """A plan in the list, with the name of its place, and whether the officer may change it."""

    plan: Plan
    place: str
    own: bool


def list_plans(actor: Actor) -> list[Listed]:
    """Every plan: the wording is for all officers. One's own come first."""
    listed = [Listed(plan, place_name(plan), is_own(actor, plan)) for plan in all_plans()]
    return sorted(listed, key=lambda row: not row.own)


def place_name(plan: Plan) -> str:
    """The plan's place as it was called on the map of the plan; blank where nobody knows it."""
    return places.name_of(plan.place, plan.map_day) if plan.place else ""


def get_plan(slug: str) -> Plan:
    """Any plan: its wording is for every officer."""
    for plan in all_plans():
        if plan.slug == slug:
            return plan
    raise NotFound(_("Không có kế hoạch này."))


def get_own_plan(actor: Actor, slug: str) -> Plan:
    """A plan whose place lies in the officer's."""
    plan = get_plan(slug)
    if not is_own(actor, plan):
        raise NotFound(_("Không có kế hoạch này."))
    return plan


def version_of(plan: Plan) -> int:
    """How many editions of the plan were entered: what an edit is typed over."""
    counted = select(func.count()).where(PlanEdition.number == plan.number)
    return session().scalar(counted) or 0


def local_plans(plan: Plan) -> list[Plan]:
    """The plans that carry this one out in smaller places."""
    return [other for other in all_plans() if other.parent == plan.number]


def communes_without_plan(plan: Plan) -> list[Place]:
    """Today's communes of the plan's place for which no local plan stands yet."""
    if plan.place is None:
        return []
    today = clock.today()
    grown = places.area_of_plan(plan.place, plan.map_day, today).communes
    free = grown - {other.place for other in local_plans(plan)}
    return [unit for code in sorted(free) if (unit := places.find_unit(code, today))]


def start_of_plan(*, parent: str, place: str) -> dict[str, Any]:
    """What the form of a new plan begins with: under another plan, its years and title."""
    year = clock.today().year
    start: dict[str, Any] = {"first_year": year, "last_year": year}
    if parent:
        above = get_plan(parent)
        first, last = above.years
        start |= {"parent": above.number, "title": above.title, "source": above.number}
        start |= {"first_year": max(first, min(year, last)), "last_year": last}
    if place:
        start["place"] = place_written(place, clock.today())
    return start
