"""The board of the plans, and the communes without a club."""

from collections.abc import Iterator
from itertools import groupby

from flask import Response

from portal.access import allow, officer
from portal.targets.indicators import INDICATORS
from portal.targets.judge import half_up
from portal.targets.plans import Target, all_plans
from portal.targets.service import Board, TargetRow, own_gaps, plan_board
from portal.targets.service.plans import local_plans
from portal.targets.views import bp
from portal.targets.wording import STATES, why_blank
from portal.web import actor, page


@bp.get("/targets")
@allow(officer)
def board() -> Response:
    """The officer's own plan, target by target."""
    return _plan_page(plan_board(actor()))


@bp.get("/targets/plans/<slug>")
@allow(officer)
def plan(slug: str) -> Response:
    """Any plan; with its figures where it is the officer's own."""
    return _plan_page(plan_board(actor(), slug))


@bp.get("/targets/gaps")
@allow(officer)
def gaps() -> Response:
    """Communes that have people and no club."""
    return page("targets/gaps.html", gaps=own_gaps(actor()))


def _plan_page(shown: Board) -> Response:
    return page(
        "targets/plan.html",
        plan=shown.plan,
        own=shown.own,
        local_plans=local_plans(shown.plan),
        targets=list(_by_target(shown)),
        others=[other for other in all_plans() if other != shown.plan],
        indicators=INDICATORS,
        states=STATES,
        why_blank=why_blank,
        half_up=half_up,
    )


def _by_target(shown: Board) -> Iterator[tuple[Target, list[TargetRow]]]:
    """Each target with its rows, none where the figures are not the officer's to see."""
    rows = {key: list(found) for key, found in groupby(shown.rows, lambda row: row.target.id)}
    for target in shown.plan.targets:
        yield target, rows.get(target.id, [])
