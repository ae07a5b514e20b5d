"""/meetings/<pid>/…: the evening itself: roll, minutes, and both on paper."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, coordinator
from portal.clubs import service
from portal.clubs.forms import MinutesForm, RollForm
from portal.clubs.labels import MARK_LABELS
from portal.clubs.views import bp
from portal.i18n import _
from portal.web import actor, is_swap, page, to


@bp.get("/meetings/<pid>/roll")
@allow(coordinator, opens_file=True)
def roll(pid: str) -> Response:
    """The roll: everyone is proposed as present, but for those who said they can't come."""
    return _roll(pid, RollForm())


@bp.post("/meetings/<pid>/roll")
@allow(coordinator)
def mark(pid: str) -> BaseResponse:
    """Keep one mark as it is tapped, or all of them; a tap is answered with the new counts."""
    form = RollForm()
    if form.validate_on_submit():
        with form.rules():
            service.record_attendance(actor(), pid, form.marks)
            if not is_swap():
                return to(url_for("clubs.meeting", pid=pid), _("Đã lưu điểm danh."))
    if is_swap():
        return page("clubs/_tally.html", form=form, tally=service.tally_of(actor(), pid))
    return _roll(pid, form)


@bp.route("/meetings/<pid>/minutes", methods=["GET", "POST"])
@allow(coordinator)
def minutes(pid: str) -> BaseResponse:
    """Write the minutes; when two write at once, the second is shown both texts."""
    found = service.get_meeting(actor(), pid)
    form = MinutesForm(minutes=found.minutes or found.agenda, version=found.version)
    if form.validate_on_submit():
        with form.rules():
            service.write_minutes(actor(), pid, **form.values)
            return to(url_for("clubs.meeting", pid=pid), _("Đã lưu biên bản."))
    return page("clubs/minutes.html", form=form, meeting=found)


@bp.get("/meetings/<pid>/roll/print")
@allow(coordinator, opens_file=True)
def roll_sheet(pid: str) -> Response:
    """The roll on paper, to be signed."""
    return _paper(pid, "clubs/roll_sheet.html")


@bp.get("/meetings/<pid>/minutes/print")
@allow(coordinator, opens_file=True)
def minutes_sheet(pid: str) -> Response:
    """The minutes on paper, with the signatures of chair and secretary."""
    return _paper(pid, "clubs/minutes_sheet.html")


def _roll(pid: str, form: RollForm) -> Response:
    found = service.get_meeting(actor(), pid)
    return page(
        "clubs/roll.html",
        form=form,
        meeting=found,
        roll=service.roll_of(actor(), found),
        kinds=[(kind, MARK_LABELS.get(kind, kind)) for kind in service.list_kinds()],
        tally=service.tally_of(actor(), pid),
    )


def _paper(pid: str, template: str) -> Response:
    found = service.get_meeting(actor(), pid)
    return page(
        template,
        meeting=found,
        roll=service.roll_of(actor(), found),
        tally=service.tally_of(actor(), pid),
        board=service.board_of(found.club),
        commune=service.commune_name(found.club),
        labels=MARK_LABELS,
    )
