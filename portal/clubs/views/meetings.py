"""/meetings: scheduled, changed, called off."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, coordinator
from portal.clubs import service
from portal.clubs.forms import CancelForm, EditMeetingForm, NewMeetingForm
from portal.clubs.labels import MARK_LABELS
from portal.clubs.service.slips import not_reached
from portal.clubs.views import bp
from portal.forms import options
from portal.i18n import _
from portal.paging import paged
from portal.web import actor, page, page_number, to


@bp.get("/meetings")
@allow(coordinator)
def meetings() -> Response:
    """Coming and past meetings of one's own clubs."""
    past = paged(service.past_meetings(actor()), page_number())
    return page(
        "clubs/meetings.html",
        clubs=service.own_clubs(actor()),
        coming=service.coming_meetings(actor()),
        past=past,
        called=service.with_roll(past.rows),
    )


@bp.route("/meetings/new", methods=["GET", "POST"])
@allow(coordinator)
def schedule() -> BaseResponse:
    """Schedule a meeting."""
    form = NewMeetingForm()
    form.club_pid.choices = options((club.pid, club.name) for club in service.own_clubs(actor()))
    if form.validate_on_submit():
        with form.rules():
            meeting = service.schedule_meeting(actor(), **form.values)
            return to(url_for("clubs.meeting", pid=meeting.pid), _("Đã lên lịch."))
    return page("clubs/schedule.html", form=form)


@bp.get("/meetings/<pid>")
@allow(coordinator, opens_file=True)
def meeting(pid: str) -> Response:
    """One meeting: what about, who comes, the roll and the minutes so far."""
    found = service.get_meeting(actor(), pid)
    return page(
        "clubs/meeting.html",
        meeting=found,
        roll=service.roll_of(actor(), found),
        tally=service.tally_of(found),
        not_reached=not_reached(found),
        origin=service.series_date_of(found),
        given=service.tasks_at(actor(), found),
        earlier=service.tasks_before(actor(), found),
        signature=service.signature_of(found),
        labels=MARK_LABELS,
    )


@bp.route("/meetings/<pid>/edit", methods=["GET", "POST"])
@allow(coordinator)
def edit_meeting(pid: str) -> BaseResponse:
    """Change time, place or agenda."""
    found = service.get_meeting(actor(), pid)
    form = EditMeetingForm(obj=found)
    if form.validate_on_submit():
        with form.rules():
            service.edit_meeting(actor(), pid, **form.values)
            return to(url_for("clubs.meeting", pid=pid), _("Đã lưu."))
    return page("clubs/edit_meeting.html", form=form, meeting=found)


@bp.route("/meetings/<pid>/cancel", methods=["GET", "POST"])
@allow(coordinator)
def cancel_meeting(pid: str) -> BaseResponse:
    """Call a meeting off, with a reason."""
    found = service.get_meeting(actor(), pid)
    form = CancelForm(obj=found)
    if form.validate_on_submit():
        with form.rules():
            service.cancel_meeting(actor(), pid, **form.values)
            return to(url_for("clubs.meetings"), _("Đã hủy buổi này."))
    return page("clubs/cancel_meeting.html", form=form, meeting=found)
