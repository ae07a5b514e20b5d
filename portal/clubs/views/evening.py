"""/meetings/<pid>/minutes…: written, signed, read in every version, and on paper; /tasks/<pid>."""

from secrets import token_hex
from typing import Any

from flask import Response, make_response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, coordinator
from portal.clubs import service
from portal.clubs.evening_forms import MinutesForm, SignForm, TaskForm
from portal.clubs.labels import DOER_LABELS
from portal.clubs.minutes_docx import as_docx
from portal.clubs.service.minutes_paper import minutes_paper
from portal.clubs.views import bp
from portal.forms import options
from portal.i18n import _
from portal.papers.word import MIMETYPE
from portal.papers.wording import MOTTO, RECIPIENTS
from portal.web import actor, page, to

BLANK_LINE, BLANK_LINES = ("", "", ""), 3


@bp.route("/meetings/<pid>/minutes", methods=["GET", "POST"])
@allow(coordinator, opens_file=True)
def minutes(pid: str) -> BaseResponse:
    """Write the minutes; when two write at once, the second is shown both texts."""
    found = service.get_meeting(actor(), pid)
    form = MinutesForm(obj=service.draft_of(found), version=found.version)
    if form.validate_on_submit():
        with form.rules():
            service.write_minutes(actor(), pid, **form.values)
            return to(url_for("clubs.meeting", pid=pid), _("Đã lưu biên bản."))
    return page(
        "clubs/minutes.html",
        form=form,
        meeting=found,
        tally=service.tally_of(found),
        tasks=service.tasks_at(actor(), found),
        signed=service.signed_once(found),
        doers=_doers(found.club),
        lines=[*form.tasks.typed, *[BLANK_LINE] * BLANK_LINES],
    )


@bp.get("/meetings/<pid>/minutes/task-line")
@allow(coordinator, opens_file=True)
def task_line(pid: str) -> Response:
    """One more blank line for a task, whose fields have ids of their own."""
    club = service.get_meeting(actor(), pid).club
    return page("clubs/_task_line.html", doers=_doers(club), line=BLANK_LINE, n=token_hex(4))


@bp.route("/meetings/<pid>/minutes/sign", methods=["GET", "POST"])
@allow(coordinator)
def sign_minutes(pid: str) -> BaseResponse:
    """Read the minutes once more and sign them."""
    found = service.get_meeting(actor(), pid)
    form = SignForm(version=found.version)
    if form.validate_on_submit():
        with form.rules():
            service.sign_minutes(actor(), pid, **form.values)
            return to(url_for("clubs.meeting", pid=pid), _("Đã ký biên bản."))
        form.version.data = found.version
    return page("clubs/sign_minutes.html", form=form, meeting=found)


@bp.get("/meetings/<pid>/minutes/versions")
@allow(coordinator)
def minutes_versions(pid: str) -> Response:
    """All versions, and the text of one of them."""
    found = service.get_meeting(actor(), pid)
    versions = service.versions_of(found)
    asked = request.args.get("number", type=int)
    shown = next((it for it in versions if it.row.number == asked), None)
    return page("clubs/minutes_versions.html", meeting=found, versions=versions, shown=shown)


@bp.get("/meetings/<pid>/minutes/print")
@allow(coordinator, opens_file=True)
def minutes_sheet(pid: str) -> Response:
    """The minutes on paper, with the signatures of chair and secretary."""
    paper = minutes_paper(actor(), pid)
    return page("clubs/minutes_sheet.html", paper=paper, motto=MOTTO, recipients=RECIPIENTS)


@bp.get("/meetings/<pid>/minutes/file.docx")
@allow(coordinator, opens_file=True)
def minutes_file(pid: str) -> Response:
    """The same to keep, under a name that says no more than the day."""
    paper = minutes_paper(actor(), pid, export=True)
    answer = make_response(as_docx(paper))
    answer.mimetype = MIMETYPE
    name = f"bien-ban-{paper.day:%Y-%m-%d}.docx"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@bp.route("/tasks/<pid>", methods=["GET", "POST"])
@allow(coordinator, opens_file=True)
def edit_task(pid: str) -> BaseResponse:
    """Change a task, or say that it is done."""
    row = service.get_task(actor(), pid)
    form = TaskForm(obj=row.task, data={"who": row.who})
    form.who.choices = _choices(row)
    back = url_for("clubs.meeting", pid=row.task.meeting.pid)
    if form.validate_on_submit():
        with form.rules():
            service.edit_task(actor(), pid, **form.values)
            return to(back, _("Đã lưu việc."))
    return page("clubs/edit_task.html", form=form, back=back)


def _doers(club: Any) -> list[tuple[Any, list[tuple[str, str]]]]:
    """Who may do a task, by group, for a select of one's own."""
    may = service.who_may_do(actor(), club)
    return [(DOER_LABELS[group], pairs) for group, pairs in may.items() if pairs]


def _choices(row: Any) -> list[Any]:
    """The same for a field, with nobody and whoever has it now."""
    doers = _doers(row.task.club)
    known = {value for _group, pairs in doers for value, _name in pairs}
    first = [("", "–"), *([(row.who, row.name)] if row.who and row.who not in known else [])]
    return [*options(first), *(it for group, pairs in doers for it in options(pairs, group=group))]
