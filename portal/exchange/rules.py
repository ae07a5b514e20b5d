"""Rules that several tables share: days in order, codes of places, codes used once."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from portal import clock
from portal.errors import RuleBroken
from portal.exchange.cells import quoted
from portal.exchange.known import Known
from portal.exchange.table import Facts, Flaw, Rule
from portal.places.gazetteer import Level, Place
from portal.places.service import find_unit, gazetteer, resolve_commune
from portal.targets.periods import parse_period


def in_order(first: str, second: str, *, strictly: bool = False) -> Rule:
    """The second of two days or numbers is not below the first, where both are given."""

    def rule(new: Facts, old: Facts | None, known: Known) -> Iterator[Flaw]:
        low, high = new[first], new[second]
        if low is None or high is None or low < high or (low == high and not strictly):
            return
        yield second, f"must {'come after' if strictly else 'not be below'} {first}"

    return rule


def commune(dated_by: str | None = None) -> Rule:
    """The commune is one in force on the row's date; without a date, today's or what an older
    one has become."""

    def rule(new: Facts, old: Facts | None, known: Known) -> Iterator[Flaw]:
        day = new[dated_by] if dated_by else None
        try:
            new["commune_code"] = resolve_commune(new["commune_code"], day)
        except RuleBroken:
            yield "commune_code", no_commune(new["commune_code"], day or clock.today())

    return rule


def no_commune(code: str, day: date) -> str:
    """Why a code is no commune on the day, with what it may have been meant for."""
    unit = gazetteer().latest(code, date.max)
    if unit is None:
        around = gazetteer().neighbours(code, day)
        return f"there is no commune {quoted(code)}; nearest: {_named(around)}"
    if unit.level != Level.COMMUNE:
        return f"{_named([unit])} is not a commune"
    successor = resolve_or_none(code)
    hint = f"today it is {_named([successor])}" if successor else "its successor is not known"
    return f"{_named([unit])} is not in force on {day}; {hint}"


def resolve_or_none(code: str) -> Place | None:
    """Today's commune for a code without a date, where there is one."""
    try:
        return find_unit(resolve_commune(code, None), clock.today())
    except RuleBroken:
        return None


def place_of_staff(new: Facts, old: Facts | None, known: Known) -> Iterator[Flaw]:
    """Staff belong to a place of any level; a commune of an older map goes to its successor."""
    code = new["place_code"]
    unit = gazetteer().latest(code, clock.today())
    if unit is None:
        yield "place_code", f"there is no place {quoted(code)}"
    elif unit.level == Level.COMMUNE:
        successor = resolve_or_none(code)
        if successor is None:
            yield "place_code", no_commune(code, clock.today())
        else:
            new["place_code"] = successor.code


def place_of_figure(new: Facts, old: Facts | None, known: Known) -> Iterator[Flaw]:
    """The place of a figure is a code in force on the last day of its period."""
    last = parse_period(new["period"]).last
    if find_unit(new["place_code"], last) is None:
        yield "place_code", f"no place has the code {quoted(new['place_code'])} on {last}"


def old_district(new: Facts, old: Facts | None, known: Known) -> Iterator[Flaw]:
    """An old district is a unit that was a district on some map."""
    code = new["old_district_code"]
    unit = gazetteer().latest(code, date.max) if code else None
    if code and (unit is None or unit.level != Level.DISTRICT):
        yield "old_district_code", f"{quoted(code)} was never the code of a district"


def not_used_by(other: Any) -> Rule:
    """Vacancies and classes share one set of codes."""

    def rule(new: Facts, old: Facts | None, known: Known) -> Iterator[Flaw]:
        if new["code"] in known.ids(other):
            kind = other.__tablename__
            yield "code", f"{quoted(new['code'])} is the code of one of the {kind} already"

    return rule


def seats_for_those_taken(new: Facts, old: Facts | None, known: Known) -> Iterator[Flaw]:
    """Seats are never fewer than those taken."""
    if old and new["seats"] < old["taken"]:
        yield "seats", f"{old['taken']} seats are taken already"


def without(less: str, more: str) -> Rule:
    """A code that stands in both lists counts in the weightier one only."""

    def rule(new: Facts, old: Facts | None, known: Known) -> Iterator[Flaw]:
        new[less] = tuple(code for code in new[less] if code not in new[more])
        yield from ()

    return rule


def _named(units: list[Place]) -> str:
    return ", ".join(f"{unit.code} {unit.name}" for unit in units)
