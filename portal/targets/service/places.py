"""A place of the officer's own, from province to commune, on either map."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from portal import clock
from portal.access import Actor
from portal.clubs.models import Club
from portal.db import session
from portal.places import service as places
from portal.places.service import Level, Place
from portal.targets.areas import Area, area_as_written, area_today
from portal.targets.communes import Commune, communes_in
from portal.targets.districts import District, districts_in
from portal.targets.indicators.clubs import clubs_operating
from portal.targets.plans import Plan, all_plans
from portal.targets.records import Records
from portal.targets.rows import TargetRow, rows_of_area
from portal.targets.scope import is_own_place, own_place
from portal.targets.service.board import plan_area


@dataclass(frozen=True)
class PlacePage:
    """A place with what lies in it; `above` is the unit over it, where that is the officer's too.

    `rows` are the targets of the plans that cover it and run on the day, reckoned over this place
    alone.
    """

    place: Place
    above: Place | None
    area: Area
    rows: list[TargetRow]
    communes: list[Commune]
    districts: list[District]
    clubs: list[Club]

    @property
    def people(self) -> int | None:
        """How many people are under aftercare here; None where this map cannot know."""
        known = [commune.people for commune in self.communes]
        return None if None in known else sum(number or 0 for number in known)


def place_page(actor: Actor, code: str, map_: str, on: date | None = None) -> PlacePage:
    """A place of the officer's own with its figures as at a day: on today's map of that day, or as
    it was on the map of the plan that covers it."""
    day, records = on or clock.today(), Records()
    written = map_ == "as_written"
    map_day = _map_day(actor, code) if written else day
    place = own_place(actor, code, map_day)
    area = area_as_written(code, map_day) if written else area_today(code, day, day)
    districts = area.districts if place.level == Level.PROVINCE else frozenset()
    return PlacePage(
        place,
        _above(actor, place, map_day),
        area,
        _rows(records, area, day),
        communes_in(records, area, day),
        districts_in(records, area, area_today(code, map_day, day), day) if districts else [],
        _clubs(records, area, day),
    )


def _map_day(actor: Actor, code: str) -> date:
    """The day of the map of the first plan under which the place was the officer's own; today
    where there is none."""
    days = (plan.map_day for plan in all_plans() if plan.place)
    return next((day for day in days if is_own_place(actor, code, day)), clock.today())


def _above(actor: Actor, place: Place, day: date) -> Place | None:
    code = place.parent_code
    return places.unit_on(code, day) if code and is_own_place(actor, code, day) else None


def _rows(records: Records, area: Area, day: date) -> list[TargetRow]:
    return [
        row
        for plan in all_plans()
        if _covers(plan, area, day)
        for row in rows_of_area(records, plan, area, day)
        if row.figures and row.figures.tally and row.target.first <= day <= (row.target.last or day)
    ]


def _covers(plan: Plan, area: Area, day: date) -> bool:
    whole = plan_area(plan, "as_written" if area.as_written else "today", day)
    return whole is not None and bool(area.communes) and area.communes <= whole.communes


def _clubs(records: Records, area: Area, day: date) -> list[Club]:
    """The clubs that count here on the day, by name."""
    ids = {club.id for club, _ in clubs_operating(records, area, day).clubs}
    return list(session().scalars(select(Club).where(Club.id.in_(ids)).order_by(Club.name)))
