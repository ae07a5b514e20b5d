"""/me/data/requests and /data-requests: what members ask of their data, and the answers."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import audit, clock
from portal.access import Role, allow, case_officer, member, officer
from portal.i18n import _
from portal.people.labels import REQUEST_LABELS, REQUEST_STATE_LABELS
from portal.people.models import RequestRule
from portal.people.request_forms import AnswerForm, AskForm, RequestRuleForm
from portal.people.service import data_requests, province_rules
from portal.people.service.clients import own_client
from portal.people.views import bp
from portal.places.service import name_of
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
        days=data_requests.days_today(own_client(actor()).commune_code),
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


@bp.route("/data-requests/rules", methods=["GET", "POST"])
@allow(officer)
def request_rules_page() -> BaseResponse:
    """The days in force, those before, and a form for the next."""
    province = province_rules.own_province(actor())
    days = data_requests.days_today(province)
    form = RequestRuleForm(data=days._asdict() | {"source": ""})
    if form.validate_on_submit():
        with form.rules():
            province_rules.set_rule(actor(), RequestRule, **form.values)
            return to(url_for("people.request_rules_page"), _("Đã lưu."))
    return page(
        "people/request_rules.html",
        form=form,
        days=days,
        history=province_rules.rules_of(RequestRule, province),
        sets=province_rules.sets_rules(actor()),
        place=name_of(province, clock.today()),
    )
