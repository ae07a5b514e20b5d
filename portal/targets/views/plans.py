"""The plans: listed, added, their heads and texts changed, their history read."""

from typing import Any

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, officer
from portal.i18n import _
from portal.targets.forms.plans import EditPlanForm, EditPlanTextForm, NewPlanForm, PlanTextForm
from portal.targets.labels import KEY_LABELS
from portal.targets.plan_file import as_toml
from portal.targets.plan_values import head_values
from portal.targets.service import editions
from portal.targets.service import history as past
from portal.targets.service import plans as reading
from portal.targets.views import bp
from portal.targets.wording import value_in_words
from portal.web import actor, page, to


@bp.get("/targets/plans")
@allow(officer)
def plans() -> Response:
    """Every plan, one's own first."""
    return page("targets/plans.html", plans=reading.list_plans(actor()))


@bp.route("/targets/plans/new", methods=["GET", "POST"])
@allow(officer)
def new_plan() -> BaseResponse:
    """Type a plan; a local one from its parent's page comes with what is known."""
    form = NewPlanForm(data=reading.start_of_plan(**_asked("parent", "place")))
    if form.validate_on_submit():
        with form.rules():
            plan = editions.add_typed_plan(actor(), **form.values)
            return to(_address(plan.slug), _("Đã thêm kế hoạch. Mời xem lại từng chỉ tiêu."))
    return page("targets/new_plan.html", form=form)


@bp.route("/targets/plans/paste", methods=["GET", "POST"])
@allow(officer)
def paste_plan() -> BaseResponse:
    """Enter a plan as a file or a text."""
    form = PlanTextForm()
    if form.validate_on_submit():
        with form.rules():
            plan = editions.add_plan(actor(), form.text.data, form.file_name)
            return to(_address(plan.slug), _("Đã thêm kế hoạch. Mời xem lại từng chỉ tiêu."))
    return page("targets/plan_text.html", form=form, plan=None)


@bp.route("/targets/plans/<slug>/edit", methods=["GET", "POST"])
@allow(officer)
def edit_plan(slug: str) -> BaseResponse:
    """Change what a plan says of itself."""
    plan = reading.get_own_plan(actor(), slug)
    form = EditPlanForm(data={**head_values(plan), "version": reading.version_of(plan)})
    if form.validate_on_submit():
        with form.rules():
            editions.revise_head(actor(), slug, **form.values)
            return to(_address(slug), _("Đã lưu."))
    return page("targets/edit_plan.html", form=form, plan=plan)


@bp.route("/targets/plans/<slug>/text", methods=["GET", "POST"])
@allow(officer)
def edit_plan_text(slug: str) -> BaseResponse:
    """Replace a plan's text."""
    plan = reading.get_own_plan(actor(), slug)
    version = reading.version_of(plan)
    form = EditPlanTextForm(data={"text": as_toml(plan.raw), "version": version})
    if form.validate_on_submit():
        with form.rules():
            editions.revise_plan(actor(), slug, file=form.file_name, **_without_file(form.values))
            return to(_address(slug), _("Đã lưu."))
    return page("targets/plan_text.html", form=form, plan=plan)


@bp.get("/targets/plans/<slug>/history")
@allow(officer)
def plan_history(slug: str) -> Response:
    """What each edition of a plan, or of one target of it, changed."""
    plan, target = reading.get_plan(slug), request.args.get("target")
    return page(
        "targets/plan_history.html",
        plan=plan,
        target=target,
        editions=past.history(plan, target),
        keys=KEY_LABELS,
        in_words=value_in_words,
    )


@bp.get("/targets/plans/<slug>/editions/<int:serial>")
@allow(officer)
def plan_edition(slug: str, serial: int) -> Response:
    """The whole text of one edition."""
    plan = reading.get_plan(slug)
    edition, text = past.edition_text(plan, serial)
    return page("targets/plan_edition.html", plan=plan, edition=edition, text=text)


@bp.get("/targets/plans/<slug>/local")
@allow(officer)
def local_plans(slug: str) -> Response:
    """The local plans under a plan, and the communes that have none."""
    plan = reading.get_own_plan(actor(), slug)
    return page(
        "targets/local_plans.html",
        plan=plan,
        plans=reading.local_plans(plan),
        communes=reading.communes_without_plan(plan),
    )


def _address(slug: str) -> str:
    return url_for("targets.plan", slug=slug)


def _asked(*names: str) -> dict[str, str]:
    return {name: request.args.get(name, "") for name in names}


def _without_file(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "file"}
