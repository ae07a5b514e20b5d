"""/me/classes/<pid>: why it fits, and a seat in it."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, member
from portal.i18n import _
from portal.journeys import service as steps
from portal.matching.forms import AgreeForm, NoForm
from portal.matching.service import explain_own
from portal.matching.views import bp
from portal.matching.wording import Voice
from portal.people.service import own_client
from portal.trades.service import skill_names
from portal.training.service import taught_by, timetable_of, timetable_said
from portal.web import actor, page, to


@bp.get("/me/classes/<pid>")
@allow(member)
def training_class(pid: str) -> Response:
    """One class: what it teaches, when and where, seats left, why it fits."""
    held = steps.open_class(pid)
    why = explain_own(actor(), held.code)
    return page(
        "matching/class.html",
        held=held,
        teaches=skill_names(taught_by(held.course_id)),
        why=why,
        voice=Voice(why.reasons),
        hours=timetable_said(timetable_of(held.id)),
        opens_later=held.enrol_from is not None and held.enrol_from > clock.today(),
        taken=steps.steps_towards(actor(), pid),
    )


@bp.route("/me/classes/<pid>/enrol", methods=["GET", "POST"])
@allow(member)
def enrol(pid: str) -> BaseResponse:
    """A seat, or a place on the waiting list: first what the provider will see."""
    held, form = steps.open_class(pid), AgreeForm()
    if form.validate_on_submit():
        with form.rules():
            steps.enrol_in_class(actor(), pid)
            done = _("Đã ghi nhận. Mời xem tình trạng bên dưới.")
            return to(url_for("matching.applications"), done)
    return page("matching/enrol.html", form=form, held=held, client=own_client(actor()))


@bp.route("/me/classes/<pid>/no", methods=["GET", "POST"])
@allow(member)
def no_class(pid: str) -> BaseResponse:
    """This class is not for me."""
    held, form = steps.open_class(pid), NoForm()
    if form.validate_on_submit():
        with form.rules():
            steps.turn_down(actor(), "class", pid, reason=form.reason.data)
            address = url_for("matching.offers", kind="class")
            return to(address, _("Đã bỏ qua. Lớp này không gợi ý nữa."))
    back = url_for("matching.training_class", pid=pid)
    return page("matching/no.html", form=form, title=held.course.title, back=back)
