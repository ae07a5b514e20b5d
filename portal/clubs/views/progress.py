"""/progress, /members/…/progress, /me/progress: members' months, agreed with them."""

from datetime import date
from typing import Any

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, case_officer, coordinator, member
from portal.clubs.care_forms import OwnSheetForm, SheetForm
from portal.clubs.labels import AREA_LABELS, SHEET_LABELS, STATE_LABELS
from portal.clubs.service import progress as service
from portal.clubs.service.memberships import get_member
from portal.clubs.views import bp
from portal.errors import NotFound
from portal.i18n import _
from portal.web import actor, page, to

WORDS: dict[str, Any] = {"areas": AREA_LABELS, "states": STATE_LABELS}


@bp.get("/progress")
@allow(coordinator, opens_file=True)
def progress() -> Response:
    """Where the sheets of this month stand."""
    month = clock.today().replace(day=1)
    return page(
        "clubs/progress.html",
        month=month,
        members=service.month_of_members(actor(), month),
        states=SHEET_LABELS,
    )


@bp.get("/members/<pid>/progress")
@allow(coordinator, opens_file=True)
def progress_of_member(pid: str) -> Response:
    """The sheets of one member, the newest month first."""
    found = get_member(actor(), pid)
    return page(
        "clubs/progress_of_member.html",
        member=found,
        lets=service.lets_write(found),
        sheets=service.sheets_of_member(found),
        month=clock.today().replace(day=1),
        **WORDS,
    )


@bp.route("/members/<pid>/progress/<month>", methods=["GET", "POST"])
@allow(coordinator, opens_file=True)
def write_progress(pid: str, month: str) -> BaseResponse:
    """Write the sheet of a month: a new one starts as a copy of the one before."""
    first = _month(month)
    found = service.get_month(actor(), pid, first)
    start, version = found.sheet or found.before, found.sheet.version if found.sheet else None
    form = SheetForm(data=start.words if start else None, version=version)
    if form.validate_on_submit():
        with form.rules():
            service.write_sheet(
                actor(),
                pid,
                first,
                version=form.version.data,
                lets=form.lets.data,
                agreed_on=form.agreed_on.data,
                words=form.words,
            )
            return to(url_for("clubs.progress_of_member", pid=pid), _("Đã lưu phiếu."))
    return page("clubs/write_progress.html", form=form, month=first, found=found)


@bp.get("/clients/<pid>/progress")
@allow(case_officer, opens_file=True)
def progress_of_client(pid: str) -> Response:
    """The sheets of a person of the commune, for its case officer."""
    client, sheets = service.sheets_of_client(actor(), pid)
    return page("clubs/progress_of_client.html", client=client, sheets=sheets, **WORDS)


@bp.get("/me/progress")
@allow(member)
def my_progress() -> Response:
    """One's own months."""
    return page("clubs/my_progress.html", sheets=service.own_sheets(actor()), **WORDS)


@bp.route("/me/progress/<pid>", methods=["GET", "POST"])
@allow(member)
def answer_progress(pid: str) -> BaseResponse:
    """Agree to a sheet, or say what one sees differently."""
    own = service.get_own_sheet(actor(), pid)
    form = OwnSheetForm(version=own.sheet.version, different=own.sheet.different)
    if form.validate_on_submit():
        with form.rules():
            agrees = form.agrees.data == "yes"
            told = {"agrees": agrees, "different": form.different.data}
            service.answer_sheet(actor(), pid, version=form.version.data, **told)
            return to(url_for("clubs.my_progress"), _("Đã ghi câu trả lời."))
    return page("clubs/answer_progress.html", form=form, own=own, **WORDS)


def _month(text: str) -> date:
    """The first day of a month written 2026-11."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise NotFound from None
