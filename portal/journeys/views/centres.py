"""/centres: employment centres and their own figures, for the officers of the place."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, officer
from portal.i18n import _
from portal.journeys import service
from portal.journeys.centre_forms import CentreForm, EditCentreForm, FlowForm
from portal.journeys.labels import CENTRE_LABELS
from portal.journeys.views import bp
from portal.web import actor, page, to


@bp.get("/centres")
@allow(officer)
def centres() -> Response:
    """All of them, those that have ended last."""
    found = service.list_centres(actor())
    return page("journeys/centres.html", centres=found, states=CENTRE_LABELS)


@bp.route("/centres/new", methods=["GET", "POST"])
@allow(officer)
def add_centre() -> BaseResponse:
    """A centre of one's own place."""
    form = CentreForm()
    if form.validate_on_submit():
        with form.rules():
            made = service.add_centre(actor(), **form.values)
            return to(url_for("journeys.centre", pid=made.pid), _("Đã lưu. Mời ghi số liệu."))
    return page("journeys/centre_form.html", form=form, centre=None)


@bp.route("/centres/<pid>", methods=["GET", "POST"])
@allow(officer)
def centre(pid: str) -> BaseResponse:
    """A centre, its figures by month, and one more."""
    shown, form = service.get_centre(actor(), pid), FlowForm()
    if form.validate_on_submit():
        with form.rules():
            service.enter_flow(actor(), pid, **form.values)
            return to(url_for("journeys.centre", pid=pid), _("Đã lưu."))
    flows = service.flows_of(shown)
    return page("journeys/centre.html", form=form, centre=shown, flows=flows, states=CENTRE_LABELS)


@bp.route("/centres/<pid>/edit", methods=["GET", "POST"])
@allow(officer)
def edit_centre(pid: str) -> BaseResponse:
    """Put a centre right, or end it."""
    shown = service.get_centre(actor(), pid)
    form = EditCentreForm(obj=shown)
    if form.validate_on_submit():
        with form.rules():
            service.edit_centre(actor(), pid, **form.values)
            return to(url_for("journeys.centre", pid=pid), _("Đã lưu."))
    return page("journeys/centre_form.html", form=form, centre=shown)
