"""/clubs/<pid>/seat and …/merge: a club goes to another commune, or into another club."""

from typing import Any

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, officer
from portal.clubs.book_forms import MergeForm, SeatForm
from portal.clubs.service import book, merging, moving, standing
from portal.clubs.views import bp
from portal.forms import options
from portal.i18n import _
from portal.web import actor, page, to


@bp.route("/clubs/<pid>/seat", methods=["GET", "POST"])
@allow(officer)
def change_seat(pid: str) -> BaseResponse:
    """Move a club to another commune."""
    club = book.get_governed_club(actor(), pid)
    form = SeatForm(version=club.version, from_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            moving.change_seat(actor(), pid, **form.values)
            return to(url_for("clubs.book", pid=pid), _("Đã lưu."))
    return page("clubs/seat.html", form=form, club=club)


@bp.get("/clubs/<pid>/merge")
@allow(officer)
def merge(pid: str) -> Response:
    """Choose into which club, and from when; what that brings is said before it is done."""
    club, form = _merge_form(pid, request.args or None)
    if request.args and form.heir_pid.validate(form) & form.status_on.validate(form):
        with form.rules():
            return _confirm(pid, form)
    return page("clubs/merge.html", form=form, club=club)


@bp.post("/clubs/<pid>/merge")
@allow(officer)
def confirm_merger(pid: str) -> BaseResponse:
    """Do it."""
    club, form = _merge_form(pid, request.form)
    if form.validate_on_submit():
        with form.rules():
            standing.merge_club(actor(), pid, **form.values)
            return to(url_for("clubs.book", pid=pid), _("Đã lưu."))
        with form.rules():
            return _confirm(pid, form)
    return page("clubs/merge.html", form=form, club=club)


def _merge_form(pid: str, typed: Any) -> tuple[Any, MergeForm]:
    club = book.get_governed_club(actor(), pid)
    form = MergeForm(typed, version=club.version)
    if request.method == "GET":
        form.version.data = club.version  # an address has none
    heirs = [(heir.pid, heir.name) for heir in standing.heirs_of(actor(), club)]
    form.heir_pid.choices = options([("", "–"), *heirs] if heirs else [])
    return club, form


def _confirm(pid: str, form: MergeForm) -> Response:
    chosen = {"heir_pid": form.heir_pid.data, "status_on": form.status_on.data}
    merger = merging.preview_merger(actor(), pid, **chosen)
    return page("clubs/merger.html", form=form, merger=merger)
