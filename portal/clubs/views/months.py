"""/clubs/<pid>/calendar, …/attendance and …/report: a club month by month."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, coordinator
from portal.clubs import service
from portal.clubs.forms import SendReportForm
from portal.clubs.service.months import (
    calendar_of,
    lately_present,
    month_in,
    report_of,
    send_report,
)
from portal.clubs.views import bp
from portal.i18n import _
from portal.web import actor, page, to


@bp.get("/clubs/<pid>/calendar")
@allow(coordinator)
def month_calendar(pid: str) -> Response:
    """The meetings of a month, on a grid that is a list on a phone."""
    month = month_in(request.args.get("month", ""), clock.today())
    club, weeks = calendar_of(actor(), pid, month)
    return page(
        "clubs/calendar.html",
        club=club,
        weeks=weeks,
        month=month,
        before=clock.months_before(month, 1),
        after=clock.months_before(month, -1),
        today=clock.today(),
    )


@bp.get("/clubs/<pid>/attendance")
@allow(coordinator, opens_file=True)
def attendance(pid: str) -> Response:
    """Who came: by meeting, and by member over six months."""
    club = service.get_own_club(actor(), pid)
    return page(
        "clubs/attendance.html",
        club=club,
        meetings=lately_present(club),
        members=[one for one in service.list_members(actor()) if one.club.pid == pid],
        figures=service.figures_by_membership(actor()),
    )


@bp.route("/clubs/<pid>/report", methods=["GET", "POST"])
@allow(coordinator)
def report(pid: str) -> BaseResponse:
    """The club's figures of a month, last month's where none is asked for; send them."""
    month = month_in(request.args.get("month", ""), clock.months_before(clock.today(), 1))
    form = SendReportForm()
    if form.validate_on_submit():
        with form.rules():
            send_report(actor(), pid, month)
            return to(url_for("clubs.report", pid=pid, month=f"{month:%Y-%m}"), _("Đã gửi."))
    club, figures = report_of(actor(), pid, month)
    before = clock.months_before(month, 1)
    return page("clubs/report.html", form=form, club=club, report=figures, before=before)
