"""Reports: the round of a period, one report, its way and its corrections."""

from typing import Any

from flask import Response, current_app, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, officer
from portal.errors import NotFound
from portal.forms import options
from portal.i18n import _
from portal.places.service import name_of
from portal.targets import report_labels as labels
from portal.targets.forms.reports import CorrectForm, MoveReportForm, ReportForm, WhichReport
from portal.targets.period_names import days_of, period_name
from portal.targets.periods import Period
from portal.targets.plans import Plan
from portal.targets.service import report_moves, report_rounds, reports, snapshots
from portal.targets.service.report_page import report_page
from portal.targets.views import bp
from portal.targets.wording import STATES
from portal.web import actor, page, to


@bp.get("/targets/reports")
@allow(officer)
def reports_page() -> Response:
    """The round of a period: own reports, and of a province those of its communes."""
    plans = reports.reportable_plans(actor())
    plan, period, periods = _asked(plans)
    found = report_rounds.reports_round(actor(), plan, period)
    show = request.args.get("show", "")
    return page(
        "targets/reports.html",
        plans=[(it.slug, it.number) for it in plans],
        periods=_period_choices(periods),
        round=found,
        shows=list(labels.SHOWS.items()),
        show=show if show in labels.SHOWS else "all",
        name=period_name(period),
        days=days_of(period),
        labels=labels,
    )


@bp.route("/targets/reports/start", methods=["GET", "POST"])
@allow(officer)
def start_report() -> BaseResponse:
    """Begin a report of the own place, or go on with the one that was begun."""
    plans = reports.reportable_plans(actor())
    plan, period, periods = _asked(plans)
    form = WhichReport(plan_number=plan.number, period=period.text)
    form.plan_number.choices = options((it.number, f"{it.number}: {it.title}") for it in plans)
    form.place_code.choices = options(reports.places_to_report(actor()))
    form.period.choices = options(_period_choices(periods))
    if form.validate_on_submit():
        with form.rules():
            begun = reports.start_report(actor(), **form.asked)
            return to(url_for("targets.report", pid=begun.pid))
    return page("targets/start_report.html", form=form)


@bp.post("/targets/reports/remind")
@allow(officer)
def remind() -> BaseResponse:
    """Remind the communes that have not sent theirs."""
    plan, period, _periods = _asked(reports.reportable_plans(actor()))
    count = report_rounds.remind(actor(), plan, period)
    back = url_for("targets.reports_page", plan=plan.slug, period=period.text)
    return to(back, _("Đã nhắc %(n)s xã.", n=count))


@bp.route("/targets/reports/<pid>", methods=["GET", "POST"])
@allow(officer)
def report(pid: str) -> BaseResponse:
    """One report: its words, its figures, its way."""
    shown = report_page(actor(), pid)
    form = ReportForm(obj=shown.report)
    if form.validate_on_submit():
        with form.rules():
            reports.edit_report(actor(), pid, **form.values)
            return to(url_for("targets.report", pid=pid), _("Đã lưu."))
    return page(
        "targets/report.html",
        shown=shown,
        form=form,
        labels=labels,
        states=STATES,
        name=period_name(shown.period),
        days=days_of(shown.period),
    )


@bp.route("/targets/reports/<pid>/move", methods=["GET", "POST"])
@allow(officer)
def move_report(pid: str) -> BaseResponse:
    """Send, return, accept or close it."""
    found = reports.get_report(actor(), pid)
    moves = report_moves.moves_of(actor(), found)
    form = MoveReportForm(version=found.version, to_state=moves[0] if len(moves) == 1 else None)
    form.offer(moves)
    if form.validate_on_submit():
        with form.rules():
            report_moves.move_report(
                actor(),
                pid,
                to_state=form.to_state.data,
                words=form.words.data,
                version=form.version.data,
                signature=_signature(form.code.data),
            )
            return to(url_for("targets.report", pid=pid), labels.MOVED[form.to_state.data])
    return page(
        "targets/move_report.html",
        form=form,
        place=name_of(found.place_code, found.last_on),
        the_move=labels.MOVES[moves[0]] if len(moves) == 1 else None,
        signs=report_moves.signs_by_code(actor()),
        **_of(found),
    )


@bp.route("/targets/reports/<pid>/correct", methods=["GET", "POST"])
@allow(officer)
def correct_report(pid: str) -> BaseResponse:
    """Say that a figure of a closed report was wrong."""
    shown = report_page(actor(), pid)
    form = CorrectForm()
    form.line.choices = options((row.line.key, row.title) for row in shown.rows)
    if form.validate_on_submit():
        with form.rules():
            snapshots.correct_report(actor(), pid, **form.values)
            return to(url_for("targets.report", pid=pid), _("Đã lưu."))
    return page("targets/correct_report.html", form=form, **_of(shown.report))


def _asked(plans: list[Plan]) -> tuple[Plan, Period, list[Period]]:
    """The plan and period that the address asks for; else the first, and the last quarter."""
    slugs = {plan.slug: plan for plan in plans}
    plan = slugs.get(request.values.get("plan", ""), next(iter(plans), None))
    if plan is None:
        raise NotFound(_("Chưa có kế hoạch nào cho địa bàn của anh/chị."))
    periods = report_rounds.periods_to_report(actor(), plan)
    known = {period.text: period for period in periods}
    return plan, known.get(request.values.get("period", ""), periods[0]), periods


def _period_choices(periods: list[Period]) -> list[tuple[str, str]]:
    return [(it.text, period_name(it)) for it in periods]


def _signature(code: str) -> report_moves.Signature:
    required = bool(current_app.config["SECOND_FACTOR"])
    return report_moves.Signature(code, request.remote_addr or "", required)


def _of(report: Any) -> dict[str, Any]:
    return {"report": report, "name": period_name(reports.period_of(report))}
