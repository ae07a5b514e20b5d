"""/me/applications/<pid>/seat: a seat fell free for the member who waited; take it, or say no."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, member
from portal.i18n import _
from portal.journeys import service as steps
from portal.matching.forms import DeclineSeatForm
from portal.matching.views import bp
from portal.places.service import commune_written
from portal.trades.labels import SHIFT_LABELS, in_words
from portal.training.service import timetable_of, timetable_said
from portal.web import actor, page, to


@bp.get("/me/applications/<pid>/seat")
@allow(member)
def seat(pid: str) -> Response:
    """The seat, and until when to answer."""
    offer = steps.get_own_seat_offer(actor(), pid)
    held = offer.held
    commune = commune_written(held.commune_code, clock.today())
    hours = timetable_said(timetable_of(held.id)) or in_words(held.shifts, SHIFT_LABELS)
    place = ", ".join(filter(None, (held.address, commune)))
    return page("matching/seat.html", offer=offer, hours=hours, place=place)


@bp.post("/me/applications/<pid>/seat")
@allow(member)
def accept_seat(pid: str) -> BaseResponse:
    """Take the seat."""
    steps.accept_seat(actor(), pid)
    return to(url_for("matching.applications"), _("Anh/chị đã có chỗ trong lớp."))


@bp.route("/me/applications/<pid>/seat/no", methods=["GET", "POST"])
@allow(member)
def decline_seat(pid: str) -> BaseResponse:
    """Do not take the seat, and why."""
    offer, form = steps.get_own_seat_offer(actor(), pid), DeclineSeatForm()
    if form.validate_on_submit():
        with form.rules():
            steps.decline_seat(actor(), pid, reason=form.reason.data)
            return to(
                url_for("matching.applications"), _("Đã trả lời. Chỗ này dành cho người khác.")
            )
    return page("matching/decline_seat.html", form=form, offer=offer)
