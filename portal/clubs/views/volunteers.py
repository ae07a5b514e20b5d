"""/volunteer-teams, /volunteers and /charges: who helps whom in a commune."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, case_officer, commune_side
from portal.clubs.register_forms import (
    AssignForm,
    EditTeamForm,
    EndChargeForm,
    NewTeamForm,
    NewVolunteerForm,
    VolunteerForm,
)
from portal.clubs.service import charges
from portal.clubs.service import volunteers as service
from portal.clubs.views import bp
from portal.forms import options
from portal.i18n import _
from portal.web import actor, page, to


@bp.get("/volunteer-teams")
@allow(commune_side)
def teams() -> Response:
    """The teams of one's communes, in figures."""
    return page("clubs/teams.html", teams=service.list_teams(actor()))


@bp.route("/volunteer-teams/new", methods=["GET", "POST"])
@allow(commune_side)
def form_team() -> BaseResponse:
    """Form a team by decision."""
    form = NewTeamForm()
    if form.validate_on_submit():
        with form.rules():
            made = service.form_team(actor(), **form.values)
            return to(url_for("clubs.team", pid=made.pid), _("Đã thành lập đội."))
    return page("clubs/team_form.html", form=form, pid=None)


@bp.get("/volunteer-teams/<pid>")
@allow(commune_side)
def team(pid: str) -> Response:
    """One team with its volunteers, and how many people each looks after."""
    found = service.get_team(actor(), pid)
    return page(
        "clubs/team.html",
        team=found,
        commune=service.commune_of_team(found),
        volunteers=service.volunteers_of(found),
    )


@bp.route("/volunteer-teams/<pid>/edit", methods=["GET", "POST"])
@allow(commune_side)
def edit_team(pid: str) -> BaseResponse:
    """Put the decision right."""
    form = EditTeamForm(obj=service.get_team(actor(), pid))
    if form.validate_on_submit():
        with form.rules():
            service.edit_team(actor(), pid, **form.values)
            return to(url_for("clubs.team", pid=pid), _("Đã lưu."))
    return page("clubs/team_form.html", form=form, pid=pid)


@bp.route("/volunteer-teams/<pid>/volunteers/new", methods=["GET", "POST"])
@allow(commune_side)
def add_volunteer(pid: str) -> BaseResponse:
    """Someone joins the team."""
    found = service.get_team(actor(), pid)
    form = NewVolunteerForm(from_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            service.add_volunteer(actor(), pid, **form.values)
            return to(url_for("clubs.team", pid=pid), _("Đã thêm tình nguyện viên."))
    return page("clubs/volunteer_form.html", form=form, team=found)


@bp.route("/volunteers/<pid>/edit", methods=["GET", "POST"])
@allow(commune_side)
def edit_volunteer(pid: str) -> BaseResponse:
    """Put a volunteer right, or end their time in the team."""
    volunteer, of_team = service.get_volunteer(actor(), pid)
    form = VolunteerForm(obj=volunteer)
    if form.validate_on_submit():
        with form.rules():
            charges.edit_volunteer(actor(), pid, **form.values)
            return to(url_for("clubs.team", pid=of_team.pid), _("Đã lưu."))
    return page("clubs/volunteer_form.html", form=form, team=of_team)


@bp.route("/volunteers/<pid>", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def volunteer(pid: str) -> BaseResponse:
    """Whom a volunteer looks after; have them look after one more."""
    found, of_team = charges.get_own_volunteer(actor(), pid)
    form = AssignForm()
    form.client_pid.choices = options([("", "–"), *charges.without_volunteer(actor(), of_team)])
    if form.validate_on_submit():
        with form.rules():
            charges.assign(actor(), pid, **form.values)
            return to(url_for("clubs.volunteer", pid=pid), _("Đã giao."))
    return page(
        "clubs/volunteer.html",
        form=form,
        volunteer=found,
        team=of_team,
        people=charges.looked_after(actor(), found),
    )


@bp.route("/charges/<pid>/end", methods=["GET", "POST"])
@allow(case_officer)
def end_charge(pid: str) -> BaseResponse:
    """The volunteer looks after the person no more."""
    _charge, found = charges.get_charge(actor(), pid)
    form = EndChargeForm(to_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            charges.end_charge(actor(), pid, **form.values)
            return to(url_for("clubs.volunteer", pid=found.pid), _("Đã ghi."))
    return page("clubs/end_charge.html", form=form, volunteer=found)
