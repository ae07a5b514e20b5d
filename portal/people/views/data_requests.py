"""/me/data/requests and /data-requests: what members ask of their data, and the answers."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import audit, clock
from portal.access import Role, allow, case_officer, member
from portal.i18n import _
from portal.people.labels import REQUEST_LABELS, REQUEST_STATE_LABELS
from portal.people.request_forms import AnswerForm, AskForm
from portal.people.service import data_requests
from portal.people.views import bp
from portal.web import actor, page, to


@bp.get("/me/data/requests")
@allow(member)
def own_requests() -> Response:
    """What one has asked, and by when it is answered."""
    return page(
        "people/own_requests.html",
        asked=data_requests.own_requests(actor()),
        kinds=REQUEST_LABELS,
        states=REQUEST_STATE_LABELS,
        today=clock.today(),
    )


@bp.route("/me/data/requests/new", methods=["GET", "POST"])
@allow(member)
def ask_request() -> BaseResponse:
    """Ask for something to be put right or deleted."""
    form = AskForm()
    if form.validate_on_submit():
        with form.rules():
            data_requests.ask(actor(), **form.values)
            return to(url_for("people.own_requests"), _("Đã gửi đề nghị."))
    return page("people/ask_request.html", form=form)


@bp.get("/data-requests")
@allow(case_officer, opens_file=True)
def data_requests_page() -> Response:
    """What waits in the commune, the longest first."""
    for commune in actor().scopes(Role.CASE_OFFICER):
        audit.record(actor(), "read_list", f"commune/{commune}")
    return page(
        "people/data_requests.html",
        asked=data_requests.waiting_requests(actor()),
        kinds=REQUEST_LABELS,
        states=REQUEST_STATE_LABELS,
        today=clock.today(),
    )


@bp.route("/data-requests/<pid>", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def answer_request(pid: str) -> BaseResponse:
    """Read it, and answer."""
    one = data_requests.get_request(actor(), pid)
    form = AnswerForm()
    if form.validate_on_submit():
        with form.rules():
            data_requests.answer(actor(), pid, **form.values)
            return to(url_for("people.data_requests_page"), _("Đã trả lời."))
    return page(
        "people/answer_request.html", form=form, one=one, kinds=REQUEST_LABELS, today=clock.today()
    )
