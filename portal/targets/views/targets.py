"""The targets of a plan: added, changed, taken out; each time one more edition of the plan."""

from flask import url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, officer
from portal.i18n import _
from portal.targets.forms.plans import NewTargetForm, RemoveForm, TargetForm
from portal.targets.plan_values import target_values
from portal.targets.service import editions
from portal.targets.service import plans as reading
from portal.targets.views import bp
from portal.web import actor, page, to


@bp.route("/targets/plans/<slug>/targets/new", methods=["GET", "POST"])
@allow(officer)
def new_target(slug: str) -> BaseResponse:
    """Add a target."""
    plan = reading.get_own_plan(actor(), slug)
    form = NewTargetForm(version=reading.version_of(plan))
    if form.validate_on_submit():
        with form.rules():
            editions.add_target(actor(), slug, **form.values)
            return to(url_for("targets.plan", slug=slug), _("Đã lưu."))
    return page("targets/edit_target.html", form=form, plan=plan, target=None)


@bp.route("/targets/plans/<slug>/targets/<target_id>/edit", methods=["GET", "POST"])
@allow(officer)
def edit_target(slug: str, target_id: str) -> BaseResponse:
    """Change a target."""
    plan = reading.get_own_plan(actor(), slug)
    version = reading.version_of(plan)
    form = TargetForm(data={**target_values(plan, target_id), "version": version})
    if form.validate_on_submit():
        with form.rules():
            editions.revise_target(actor(), slug, target_id, **form.values)
            return to(url_for("targets.plan", slug=slug), _("Đã lưu."))
    return page("targets/edit_target.html", form=form, plan=plan, target=target_id)


@bp.route("/targets/plans/<slug>/targets/<target_id>/remove", methods=["GET", "POST"])
@allow(officer)
def remove_target(slug: str, target_id: str) -> BaseResponse:
    """Take a target out; what it said stays in the history."""
    plan = reading.get_own_plan(actor(), slug)
    wording = target_values(plan, target_id)["wording"]
    form = RemoveForm(version=reading.version_of(plan))
    if form.validate_on_submit():
        with form.rules():
            editions.remove_target(actor(), slug, target_id, **form.values)
            return to(url_for("targets.plan", slug=slug), _("Đã lưu."))
    return page(
        "targets/remove_target.html", form=form, plan=plan, target=target_id, wording=wording
    )
