"""What became of a unit from one map to the next, and from which units another grew.

A code with no day behind it that is in force today is today's and is never mapped: some codes
stand on two maps for different places.
"""

from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import exists, select

from portal import audit, clock
from portal.access import Actor
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.i18n import day as written
from portal.places.gazetteer import Level, Place
from portal.places.models import Successor
from portal.places.service.edition import gazetteer, renew
from portal.places.service.typed import commune_typed
from portal.places.service.units import communes_of, district_of, find_unit, unit_on
from portal.text import sort_key


class Area(NamedTuple):
    """The communes of a place on some map, and the older ones of which nobody knows what
    they became."""

    communes: frozenset[str]
    unknown: frozenset[str]


def default_successor(code: str, on: date, *, since: date | None = None) -> str | None:
    """The unit that stands on the day `on` where this code stood on the day `since`; None where
    that is not known. Without `since`, a code in force on the day stands for itself, and any
    other for the last unit that had it.
    """
    heir = _heir(code, on, since)
    return heir.code if heir else None


def _heir(code: str, on: date, since: date | None) -> Place | None:
    place = find_unit(code, since) if since else gazetteer().latest(code, on)
    return gazetteer().follow(place, on) if place else None


def successors_of(code: str, since: date) -> list[str]:
    """The units that followed this one when it ended, the main one first; itself where its code
    went on."""
    return [heir.code for heir in gazetteer().heirs(unit_on(code, since))]


def predecessors(since: date, on: date) -> dict[str, list[str]]:
    """For each commune of the day `on`, those of the day `since` that it is the main heir of."""
    grown: defaultdict[str, list[str]] = defaultdict(list)
    for commune in gazetteer().communes(since):
        if heir := gazetteer().follow(commune, on):
            grown[heir.code].append(commune.code)
    return dict(grown)


def old_districts_of(commune_code: str, on: date) -> list[Place]:
    """The districts in which the predecessors of a commune lay when districts ended, by name."""
    ended = gazetteer().last_day_of(Level.DISTRICT, before=on)
    if ended is None:
        return []
    grown_from = predecessors(ended, on).get(commune_code, [])
    codes = {code for old in grown_from if (code := district_of(old, ended))}
    return sorted((unit_on(code, ended) for code in codes), key=lambda unit: sort_key(unit.name))


def grown_into(place_code: str, since: date, on: date) -> dict[str, str | None]:
    """Each commune that the place had on the day `since`, with what it became by the day `on`;
    None where that is not known."""
    return {
        place.code: default_successor(place.code, on, since=since)
        for place in communes_of(place_code, since)
    }


def communes_without_successor(place_code: str, since: date, on: date) -> list[Place]:
    """The communes that the place had on the day `since` and of which nothing is known on `on`."""
    return [
        unit_on(code, since)
        for code, heir in grown_into(place_code, since, on).items()
        if heir is None
    ]


def area_of_plan(place_code: str, plan_day: date, map_day: date) -> Area:
    """A plan's area on the map of a day: its place where that code is in force, otherwise the
    default successors of the communes it had on the day of the plan."""
    if find_unit(place_code, map_day):
        communes = communes_of(place_code, map_day)
        return Area(frozenset(place.code for place in communes), frozenset())
    grown = grown_into(unit_on(place_code, plan_day).code, plan_day, map_day)
    return Area(
        frozenset(heir for heir in grown.values() if heir),
        frozenset(code for code, heir in grown.items() if heir is None),
    )


def resolve_commune(code: str, day: date | None) -> str:
    """The code to keep for a commune that a row names.

    A row with a date needs a code in force on it. On a row without one a code in force today is
    today's; an older one goes to its default successor, and one without is refused.
    """
    asked = day or clock.today()
    commune = _heir(code, asked, since=day)
    if commune is None or commune.level != Level.COMMUNE:
        raise _refused(code, asked)
    return commune.code


def _refused(code: str, day: date) -> RuleBroken:
    """Why a code is no commune on the day: by name where it has one, else with the nearest."""
    known = gazetteer().latest(code, date.max)
    if known is None:
        around = gazetteer().neighbours(code, day)
        near = ", ".join(f"{place.code} {place.name}" for place in around)
        reason = _("Không có xã, phường mã %(code)s; gần nhất: %(near)s.", code=code, near=near)
    elif known.level != Level.COMMUNE:
        reason = _("Mã %(code)s là %(name)s, không phải xã, phường.", code=code, name=known.name)
    else:
        heir = _heir(code, day, None)
        reason = _(
            "Mã %(code)s (%(name)s) không có hiệu lực ngày %(day)s; đơn vị kế tiếp: %(heir)s.",
            code=code,
            name=known.name,
            day=written(day),
            heir=f"{heir.code} {heir.name}" if heir else _("chưa rõ"),
        )
    return RuleBroken(reason, field="commune_code")


def ended_without_successor() -> list[Place]:
    """The communes of the whole country that have ended and whose successor is not entered."""
    return gazetteer().without_heir(clock.today())


def tell_successor(
    actor: Actor, code: str, *, ended_on: date, commune_code: str, decision: str
) -> Place:
    """An administrator enters what an ended commune became: a commune of the next day, by its name
    or code, and the decision that says so. Figures are counted anew from here."""
    from_on = ended_on + timedelta(days=1)
    new_code = commune_typed(commune_code, from_on)
    enter_successor(code, new_code, ended_on=ended_on, decision=decision)
    audit.record(actor, "enter_successor", f"place/{code}", reason=decision)
    return unit_on(new_code, from_on)


def enter_successor(old_code: str, new_code: str, *, ended_on: date, decision: str) -> None:
    """Record what an ended unit became, by the decision that says so.

    The first unit entered for it is the main one; the new one must stand on the next day.
    """
    old = unit_on(old_code, ended_on)
    if old.valid_to != ended_on or ended_on == date.max:
        reason = _("%(name)s không kết thúc vào ngày này.", name=old.name)
        raise RuleBroken(reason, field="ended_on")
    from_on = ended_on + timedelta(days=1)
    if find_unit(new_code, from_on) is None:
        reason = _("Ngày %(day)s không có đơn vị mã %(code)s.", day=written(from_on), code=new_code)
        raise RuleBroken(reason, field="new_code")
    others = exists().where(Successor.old_code == old_code, Successor.from_on == from_on)
    session().add(
        Successor(
            old_code=old_code,
            from_on=from_on,
            new_code=new_code,
            is_default=not session().scalar(select(others)),
            decision=decision,
        )
    )
    session().flush()
    renew()
