"""The board of the plans, the communes without a club, and founding one there."""

from collections.abc import Iterator
from itertools import groupby

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, officer
from portal.clubs.service import found_club
from portal.db import new_pid
from portal.i18n import _
from portal.targets.forms import CHECK, FOUND, FoundClub
from portal.targets.indicators import INDICATORS
from portal.targets.judge import half_up
from portal.targets.plans import Target, all_plans
from portal.targets.service import (
    Board,
    TargetRow,
    old_districts,
    own_gap,
    own_gaps,
    plan_board,
)
from portal.targets.wording import STATES, why_blank
from portal.web import actor, blueprint, page, to

bp = blueprint("targets", __name__, sites=("inside",))


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


@bp.route("/targets/gaps/<commune_code>", methods=["GET", "POST"])
@allow(officer)
def found(commune_code: str) -> BaseResponse:
    """Found a club in one of them: fill in, look over, found."""
    gap, form = own_gap(actor(), commune_code), FoundClub()
    form.old_district_code.choices = [("", "–"), *old_districts(commune_code)]
    sound = form.validate_on_submit()
    if sound and form.step.data == FOUND:
        with form.rules():
            found_club(actor(), commune_code=commune_code, **form.club)
        if not form.errors:
            return to(
                url_for("targets.gaps"), _("Đã thành lập câu lạc bộ ở %(name)s.", name=gap.name)
            )
    looking_over = sound and form.step.data == CHECK
    form.form_id.data = new_pid()
    template = "targets/found_check.html" if looking_over else "targets/found.html"
    return page(template, form=form, gap=gap)


def _plan_page(shown: Board) -> Response:
    return page(
        "targets/plan.html",
        plan=shown.plan,
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
