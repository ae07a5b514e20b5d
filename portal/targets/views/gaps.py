"""Communes that have people and no club, and who answers for each."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, officer
from portal.i18n import _
from portal.places.service import name_of
from portal.targets import service
from portal.targets.forms.assignments import AssignForm
from portal.targets.views import bp
from portal.web import actor, page, to


@bp.get("/targets/gaps")
@allow(officer)
def gaps() -> Response:
    """The communes, most people first."""
    return page("targets/gaps.html", gaps=service.answered_gaps(actor()))


@bp.route("/targets/gaps/<code>", methods=["GET", "POST"])
@allow(officer)
def assign(code: str) -> BaseResponse:
    """Set who answers for a commune; those who did before stand below."""
    history = service.assignments_of(actor(), code)
    now = next((row for row in history if row.replaced_at is None), None)
    form = AssignForm(obj=now, version=now.version if now else 0)
    if form.validate_on_submit():
        with form.rules():
            service.assign(actor(), code, **form.values)
            return to(url_for("targets.gaps"), _("Đã lưu."))
    name = name_of(code, clock.today())
    return page("targets/assign.html", form=form, name=name, history=history)
