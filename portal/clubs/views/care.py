"""/drifting, /clients/…/visits and /me/club/leave: noticing, visiting, and leaving."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, case_officer, coordinator, member
from portal.clubs.care_forms import LeaveClubForm, OutcomeForm, StepForm, VisitForm
from portal.clubs.labels import NEXT_STEP_LABELS, REASON_LABELS
from portal.clubs.service import drifting, leaving, shown_name, visits
from portal.clubs.views import bp
from portal.forms import options
from portal.i18n import _
from portal.people.service import get_client
from portal.web import actor, page, to


@bp.get("/drifting")
@allow(coordinator, opens_file=True)
def drifting_away() -> Response:
    """Who drifts away, why, and what is done next."""
    return page(
        "clubs/drifting.html",
        queue=drifting.who_drifts(actor()),
        reasons=REASON_LABELS,
        steps=NEXT_STEP_LABELS,
    )


@bp.route("/drifting/<pid>/step", methods=["GET", "POST"])
@allow(coordinator, opens_file=True)
def plan_step(pid: str) -> BaseResponse:
    """Say what is done next, by whom and by when."""
    one = drifting.get_drifting(actor(), pid)
    form = StepForm(obj=one.drift)
    if form.validate_on_submit():
        with form.rules():
            drifting.plan_step(actor(), pid, **form.values)
            return to(url_for("clubs.drifting_away"), _("Đã ghi bước tiếp theo."))
    return page("clubs/plan_step.html", form=form, one=one, reasons=REASON_LABELS)


@bp.route("/drifting/<pid>/outcome", methods=["GET", "POST"])
@allow(coordinator, opens_file=True)
def close_drift(pid: str) -> BaseResponse:
    """Say what came of it."""
    one = drifting.get_drifting(actor(), pid)
    form = OutcomeForm(closed_on=clock.today(), version=one.drift.version if one.drift else None)
    if form.validate_on_submit():
        with form.rules():
            drifting.close_drift(actor(), pid, **form.values)
            return to(url_for("clubs.drifting_away"), _("Đã ghi kết quả."))
    return page("clubs/close_drift.html", form=form, one=one, steps=NEXT_STEP_LABELS)


@bp.route("/clients/<pid>/visits/new", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def add_visit(pid: str) -> BaseResponse:
    """Write down a volunteer's visit."""
    client = get_client(actor(), pid)
    form = VisitForm(held_on=clock.today())
    volunteers = [(one.pid, one.name) for one in visits.volunteers_for(client)]
    form.volunteer_pid.choices = options([("", "–"), *volunteers])
    if form.validate_on_submit():
        with form.rules():
            visits.record_visit(actor(), pid, **form.values)
            return to(url_for("journeys.client", pid=pid), _("Đã ghi lần thăm."))
    return page("clubs/add_visit.html", form=form, client=client)


@bp.route("/me/club/leave", methods=["GET", "POST"])
@allow(member)
def leave_club() -> BaseResponse:
    """Leave a club: said once more before it is done."""
    clubs = leaving.clubs_to_leave(actor())
    form = LeaveClubForm()
    form.club_pid.choices = options((club.pid, shown_name(club)) for club in clubs)
    if form.validate_on_submit():
        with form.rules():
            leaving.leave_club(actor(), **form.values)
            return to(url_for("clubs.my_club"), _("Đã ghi. Hôm nay là ngày cuối của anh/chị."))
    return page("clubs/leave_club.html", form=form, clubs=clubs)
