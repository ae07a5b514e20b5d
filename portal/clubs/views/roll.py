"""/meetings/<pid>/roll…: the roll by exception, by letters from a paper sheet, and on paper."""

from typing import Any

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, coordinator
from portal.clubs import service
from portal.clubs.evening_forms import LETTERS, LettersForm, RollForm
from portal.clubs.labels import COUNTED_LABELS, MARK_LABELS
from portal.clubs.service.roll import needs_known
from portal.clubs.views import bp
from portal.i18n import _
from portal.web import actor, is_swap, page, to


@bp.get("/meetings/<pid>/roll")
@allow(coordinator, opens_file=True)
def roll(pid: str) -> Response:
    """The roll: everyone is proposed as present, but for those who said they can't come."""
    return page("clubs/roll.html", **_facts(pid, RollForm()))


@bp.post("/meetings/<pid>/roll")
@allow(coordinator)
def mark(pid: str) -> BaseResponse:
    """Keep one mark as it is tapped, or all of them; a tap is answered with the new counts."""
    form = RollForm()
    if _kept(pid, form) and not is_swap():
        return to(url_for("clubs.meeting", pid=pid), _("Đã lưu điểm danh."))
    if is_swap():
        tally = service.tally_of(service.get_meeting(actor(), pid))
        return page("clubs/_tapped.html", form=form, tally=tally, labels=MARK_LABELS)
    return page("clubs/roll.html", **_facts(pid, form))


@bp.route("/meetings/<pid>/roll/letters", methods=["GET", "POST"])
@allow(coordinator, opens_file=True)
def roll_by_letters(pid: str) -> BaseResponse:
    """A paper sheet typed in, a letter for each member: from the keyboard alone."""
    form = LettersForm()
    if _kept(pid, form):
        return to(url_for("clubs.meeting", pid=pid), _("Đã lưu điểm danh."))
    letters = {kind: letter for letter, kind in LETTERS.items()}
    return page("clubs/roll_letters.html", letters=letters, **_facts(pid, form))


@bp.get("/meetings/<pid>/roll/print")
@allow(coordinator, opens_file=True)
def roll_sheet(pid: str) -> Response:
    """The roll on paper, to be signed."""
    found = service.get_meeting(actor(), pid)
    return page(
        "clubs/roll_sheet.html",
        meeting=found,
        roll=service.roll_of(actor(), found),
        commune=service.commune_name(found.club),
        labels=MARK_LABELS,
    )


def _kept(pid: str, form: RollForm) -> bool:
    if form.validate_on_submit():
        with form.rules():
            service.record_attendance(
                actor(), pid, form.marks, over=form.over, reason=form.reason.data or ""
            )
            return True
    return False


def _facts(pid: str, form: RollForm) -> dict[str, Any]:
    """What a page of the roll shows; beside what somebody else marked stands what was typed."""
    found = service.get_meeting(actor(), pid)
    rows = service.roll_of(actor(), found)
    names = {**{row.pid: row.name for row in rows}, **COUNTED_LABELS}
    form.both = [
        (str(names[key]), _words(form.marks[key]), _words(theirs))
        for key, theirs in form.theirs.items()
    ]
    return {
        "form": form,
        "meeting": found,
        "roll": rows,
        "names": names,
        "counted": COUNTED_LABELS,
        "labels": MARK_LABELS,
        "kinds": [(kind, _words(kind)) for kind in service.list_kinds()],
        "tally": service.tally_of(found),
        "needs_known": needs_known(found.club),
        "correcting": service.is_correcting(found),
        "corrections": service.corrections_of(found),
    }


def _words(mark: str) -> str:
    return str(MARK_LABELS.get(mark, mark))
