"""The board of a plan by year: planned against done, and the map of its communes."""

from datetime import date
from typing import Any

from flask import Response, request

from portal import clock
from portal.access import allow, officer
from portal.targets.communes import Commune, Standing, tiled
from portal.targets.forms.asking import AsAtForm, map_asked
from portal.targets.indicators import INDICATORS
from portal.targets.judge import half_up
from portal.targets.plans import all_plans
from portal.targets.records import Records
from portal.targets.service import can_open, day_of_year, find_plan, plan_board, plan_communes
from portal.targets.service.plans import local_plans
from portal.targets.views import bp
from portal.targets.wording import MAPS, STANDINGS, STATES, forecast, lacks_figure, why_blank
from portal.web import actor, page


@bp.get("/targets")
@allow(officer)
def board() -> Response:
    """The officer's own plan."""
    return _board_page(None)


@bp.get("/targets/plans/<slug>")
@allow(officer)
def plan(slug: str) -> Response:
    """Any plan; with its figures where it is the officer's own."""
    return _board_page(slug)


def _board_page(slug: str | None) -> Response:
    form, records = AsAtForm(request.args), Records()
    found = find_plan(actor(), slug)
    day = form.asked or day_of_year(found, request.args.get("year", type=int))
    shown = plan_board(actor(), found.slug, on=day, records=records)
    map_ = map_asked(request.args.get("map"))
    drawn = plan_communes(shown, map_, records)
    return page(
        "targets/plan.html",
        form=form,
        shown=shown,
        plan=shown.plan,
        own=shown.own,
        local_plans=local_plans(shown.plan),
        day=day,
        map=map_,
        drawn=communes_shown(drawn[1]) if drawn else None,
        map_day=drawn[0].day if drawn else None,
        at=address_of(day, map_),
        others=[other for other in all_plans() if other != found],
        **words(),
    )


def communes_shown(communes: list[Commune]) -> dict[str, Any]:
    """What the map and the table beside it show: the same communes, and how many of each kind."""
    kinds = [commune.standing for commune in communes]
    return {
        "communes": communes,
        "tiles": tiled(communes),
        "counts": [(kind, kinds.count(kind)) for kind in Standing if kind in kinds],
    }


def address_of(day: date, map_: str) -> dict[str, str]:
    """The day and the map as an address keeps them: nothing where they are today's."""
    asked = {"on": "" if day == clock.today() else day.isoformat()}
    asked["map"] = "" if map_ == "today" else map_
    return {key: value for key, value in asked.items() if value}


def words() -> dict[str, Any]:
    """The words that pages of targets need."""
    return {
        "indicators": INDICATORS,
        "states": STATES,
        "standings": STANDINGS,
        "maps": MAPS,
        "why_blank": why_blank,
        "lacks_figure": lacks_figure,
        "forecast": forecast,
        "half_up": half_up,
        "can_open": can_open,
    }
