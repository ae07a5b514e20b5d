"""/counselling-points: those of one's places, for their officers."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, officer
from portal.clubs.register_forms import ClosePointForm, EditPointForm, NewPointForm
from portal.clubs.service import points as service
from portal.clubs.views import bp
from portal.i18n import _
from portal.web import actor, page, to


@bp.get("/counselling-points")
@allow(officer)
def points() -> Response:
    """All of them, the closed ones last."""
    return page("clubs/points.html", points=service.list_points(actor()))


@bp.route("/counselling-points/new", methods=["GET", "POST"])
@allow(officer)
def add_point() -> BaseResponse:
    """Open one."""
    form = NewPointForm(opened_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            service.add_point(actor(), **form.values)
            return to(url_for("clubs.points"), _("Đã mở điểm tư vấn."))
    return page("clubs/point_form.html", form=form, point=None)


@bp.route("/counselling-points/<pid>/edit", methods=["GET", "POST"])
@allow(officer)
def edit_point(pid: str) -> BaseResponse:
    """Put name and hours right."""
    point = service.get_point(actor(), pid)
    form = EditPointForm(obj=point)
    if form.validate_on_submit():
        with form.rules():
            service.edit_point(actor(), pid, **form.values)
            return to(url_for("clubs.points"), _("Đã lưu."))
    return page("clubs/point_form.html", form=form, point=point)


@bp.route("/counselling-points/<pid>/close", methods=["GET", "POST"])
@allow(officer)
def close_point(pid: str) -> BaseResponse:
    """Close one."""
    point = service.get_point(actor(), pid)
    form = ClosePointForm(version=point.version, closed_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            service.close_point(actor(), pid, **form.values)
            return to(url_for("clubs.points"), _("Đã đóng điểm tư vấn."))
    return page("clubs/close_point.html", form=form, point=point)
