"""/jobs/…/report for anyone, /job-reports and the taking down for the officer."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, anyone, officer
from portal.i18n import _
from portal.jobs import service, words
from portal.jobs.forms import REPORT_LABELS, AnswerReportForm, ReportForm, TakeDownForm
from portal.jobs.views import INSIDE, bp
from portal.web import actor, page, page_number, to


@bp.route("/jobs/<pid>/report", methods=["GET", "POST"])
@allow(anyone)
def report_job(pid: str) -> BaseResponse:
    """Say what seems wrong; nobody is asked who they are."""
    vacancy = service.get_open_vacancy(pid)
    form = ReportForm()
    if form.validate_on_submit():
        with form.rules():
            service.report_job(pid, **form.values, address=request.remote_addr or "")
            return to(url_for("jobs.open_job", pid=pid), _("Cảm ơn. Cán bộ sẽ kiểm tra tin này."))
    return page("jobs/report.html", vacancy=vacancy, form=form)


@bp.get("/job-reports", sites=INSIDE)
@allow(officer)
def job_reports() -> Response:
    """What was reported, the longest waiting first."""
    asked = request.args.get("state", "")
    return page(
        "jobs/reports.html",
        found=service.list_reports(actor(), asked, page_number()),
        asked=asked,
        reasons=REPORT_LABELS,
        states=words.REPORT_STATES,
    )


@bp.get("/vacancies/<pid>/check", sites=INSIDE)
@allow(officer)
def check_vacancy(pid: str) -> Response:
    """A vacancy as the officer sees it."""
    vacancy = service.get_vacancy(actor(), pid)
    events = service.history(vacancy)
    return page(
        "jobs/check_vacancy.html",
        vacancy=vacancy,
        summary=words.summary(vacancy, *service.skills_of(vacancy)),
        findings=service.findings_of(vacancy),
        reports=service.reports_of(actor(), vacancy),
        events=events,
        names=service.names_in(events),
        reasons=REPORT_LABELS,
        states=words.REPORT_STATES,
    )


@bp.route("/job-reports/<pid>", methods=["GET", "POST"], sites=INSIDE)
@allow(officer)
def answer_report(pid: str) -> BaseResponse:
    """Look into a report, or dismiss it."""
    report = service.get_report(actor(), pid)
    form = AnswerReportForm()
    if form.validate_on_submit():
        with form.rules():
            service.answer_report(actor(), pid, **form.values)
            return to(url_for("jobs.job_reports"), _("Đã lưu."))
    return page(
        "jobs/answer_report.html",
        report=report,
        form=form,
        reasons=REPORT_LABELS,
        states=words.REPORT_STATES,
    )


@bp.route("/vacancies/<pid>/take-down", methods=["GET", "POST"], sites=INSIDE)
@allow(officer)
def take_down_vacancy(pid: str) -> BaseResponse:
    """End a vacancy that breaks a rule, and name the rule."""
    vacancy = service.get_vacancy(actor(), pid)
    form = TakeDownForm()
    if form.validate_on_submit():
        with form.rules():
            service.take_down_vacancy(actor(), pid, **form.values)
            return to(url_for("jobs.check_vacancy", pid=pid), _("Đã gỡ tin."))
    return page("jobs/take_down.html", vacancy=vacancy, form=form)
