"""Whose figures are whose: an officer's places and all that lies in them."""

from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from portal import clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound
from portal.i18n import _
from portal.places import service as places
from portal.places.service import Place
from portal.targets.areas import area_today
from portal.targets.plans import Plan


def own_communes(actor: Actor) -> frozenset[str]:
    """The codes of today's communes that lie in one of the officer's places."""
    scopes = (places.communes_of(scope, clock.today()) for scope in actor.scopes(Role.OFFICER))
    return frozenset(commune.code for communes in scopes for commune in communes)


def is_own(actor: Actor, plan: Plan) -> bool:
    """Whether all of the plan's area today lies in the officer's places."""
    if plan.place is None:
        return False
    return area_today(plan.place, plan.map_day, clock.today()).communes <= own_communes(actor)


def is_own_place(actor: Actor, code: str, day: date) -> bool:
    """Whether all that the communes of a place of the day have become lies in the officer's."""
    grown = places.grown_into(code, day, clock.today()).values()
    today = {heir for heir in grown if heir}
    return bool(today) and today <= own_communes(actor)


def own_place(actor: Actor, code: str, day: date) -> Place:
    """The unit of that code on the day; NotFound where there is none or it is not the officer's."""
    found = places.find_unit(code, day)
    if found is None or not is_own_place(actor, code, day):
        raise NotFound(_("Không có nơi này."))
    return found


def own_units(actor: Actor) -> list[Place]:
    """The officer's places of today, each with the communes that lie in it: for a list to pick
    from."""
    day = clock.today()
    posts = [
        place for scope in actor.scopes(Role.OFFICER) if (place := places.find_unit(scope, day))
    ]
    found = (unit for post in posts for unit in (post, *places.communes_of(post.code, day)))
    return list({unit.code: unit for unit in found}.values())


def standing_in(
    communes: frozenset[str], column: InstrumentedAttribute[str]
) -> ColumnElement[bool]:
    """Rows whose place, on whatever map its code stood, lies all in these communes today."""
    codes = session().scalars(select(column).distinct())
    return column.in_([code for code in codes if lies_in(communes, code)])


def lies_in(communes: frozenset[str], code: str) -> bool:
    """Whether a place, on whatever map its code stood, lies all in these communes today; what
    nobody knows a successor of lies in none."""
    today = clock.today()
    place = places.gazetteer().latest(code, today)
    if place is None:
        return False
    grown = places.grown_into(code, min(place.valid_to, today), today).values()
    heirs = {heir for heir in grown if heir}
    return bool(heirs) and heirs <= communes
