"""/members/<pid>/needs and /raised-needs: what clubs pass on to the commune's case officer."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, case_officer, coordinator
from portal.i18n import _
from portal.journeys.forms import AnswerRaisedForm, RaiseForm
from portal.journeys.labels import NEED_LABELS, ORIGIN_LABELS, RAISED_LABELS
from portal.journeys.service import raising
from portal.journeys.views import bp
from portal.web import actor, page, to


@bp.get("/members/<pid>/needs")
@allow(coordinator, opens_file=True)
def needs_of_member(pid: str) -> Response:
    """What a member needs, and where it stands."""
    return page(
        "journeys/needs_of_member.html",
        found=raising.needs_of_member(actor(), pid),
        kinds=NEED_LABELS,
        states=RAISED_LABELS,
    )


@bp.route("/members/<pid>/needs/new", methods=["GET", "POST"])
@allow(coordinator, opens_file=True)
def raise_need(pid: str) -> BaseResponse:
    """Raise a need to the case officer."""
    found = raising.needs_of_member(actor(), pid)
    origin = request.args.get("origin", "")
    form = RaiseForm(origin=origin if origin in ORIGIN_LABELS else "talk")
    if form.validate_on_submit():
        with form.rules():
            raising.raise_need(actor(), pid, **form.values)
            return to(url_for("journeys.needs_of_member", pid=pid), _("Đã gửi đề nghị."))
    return page("journeys/raise_need.html", form=form, member=found.member)


@bp.get("/raised-needs")
@allow(case_officer, opens_file=True)
def raised_needs() -> Response:
    """What clubs have raised and nobody has answered."""
    return page(
        "journeys/raised_needs.html",
        raised=raising.list_raised(actor()),
        kinds=NEED_LABELS,
        states=RAISED_LABELS,
    )


@bp.route("/raised-needs/<pid>", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def answer_raised_need(pid: str) -> BaseResponse:
    """Take it up, or answer."""
    found = raising.get_raised(actor(), pid)
    form = AnswerRaisedForm()
    if form.validate_on_submit():
        with form.rules():
            verb = raising.take_up if form.takes.data == "yes" else raising.turn_back
            verb(actor(), pid, answer=form.answer.data)
            return to(url_for("journeys.client", pid=found.row.client.pid), _("Đã trả lời."))
    return page(
        "journeys/answer_raised_need.html",
        form=form,
        raised=found,
        kinds=NEED_LABELS,
        origins=ORIGIN_LABELS,
    )
