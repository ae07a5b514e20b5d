"""/targets/visits and /targets/actions: monitoring visits and what follows from them."""

from typing import Any

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, officer
from portal.i18n import _, force_locale
from portal.places.service import name_of
from portal.targets.forms.registers import (
    ActionForm,
    DoneForm,
    NewVisitForm,
    VisitForm,
    with_checklist,
)
from portal.targets.register_labels import ANSWERS, CHECKLIST
from portal.targets.scope import own_units
from portal.targets.service import visits as service
from portal.targets.views import bp
from portal.web import actor, page, page_number, to


@bp.get("/targets/visits")
@allow(officer)
def visits() -> Response:
    """The visits to one's places; `?place=` narrows it."""
    place = request.args.get("place", "")
    return page(
        "targets/visits.html",
        found=service.list_visits(actor(), page_number(), place=place),
        places=own_units(actor()),
        place=place,
        named=_named,
    )


@bp.route("/targets/visits/new", methods=["GET", "POST"])
@allow(officer)
def record_visit() -> BaseResponse:
    """Record a visit."""
    form = with_checklist(NewVisitForm)(held_on=clock.today(), place_code=request.args.get("place"))
    if form.validate_on_submit():
        with form.rules():
            visit = service.record_visit(actor(), **form.values)
            return to(url_for("targets.visit", pid=visit.pid), _("Đã ghi vào sổ."))
    return page("targets/visit_form.html", form=form, pid=None)


@bp.get("/targets/visits/<pid>")
@allow(officer)
def visit(pid: str) -> Response:
    """One visit and what follows from it."""
    return page("targets/visit.html", **_facts(pid), actions=_actions(pid), today=clock.today())


@bp.get("/targets/visits/<pid>/sheet")
@allow(officer)
def visit_sheet(pid: str) -> Response:
    """The record of the visit, to be printed and signed: in Vietnamese, as official papers are."""
    with force_locale("vi"):
        asked = {code: str(words) for code, words in CHECKLIST.items()}
    facts = _facts(pid) | {"checklist": asked}
    return page("targets/visit_sheet.html", **facts, actions=_actions(pid))


@bp.route("/targets/visits/<pid>/edit", methods=["GET", "POST"])
@allow(officer)
def edit_visit(pid: str) -> BaseResponse:
    """Put a visit right."""
    found = service.get_visit(actor(), pid)
    club = service.club_of(found)
    form = with_checklist(VisitForm)(
        obj=found, club_pid=club.pid if club else "", **service.found_by_item(found)
    )
    if form.validate_on_submit():
        with form.rules():
            service.edit_visit(actor(), pid, **form.values)
            return to(url_for("targets.visit", pid=pid), _("Đã lưu."))
    return page("targets/visit_form.html", form=form, pid=pid)


@bp.route("/targets/visits/<pid>/actions/new", methods=["GET", "POST"])
@allow(officer)
def add_action(pid: str) -> BaseResponse:
    """Say what is to be done after a visit."""
    found, form = service.get_visit(actor(), pid), ActionForm()
    if form.validate_on_submit():
        with form.rules():
            service.add_action(actor(), pid, **form.values)
            return to(url_for("targets.visit", pid=pid), _("Đã ghi việc cần làm."))
    return page("targets/action_form.html", form=form, visit=found, place=_named(found.place_code))


@bp.get("/targets/actions")
@allow(officer)
def actions() -> Response:
    """What is still to be done after visits, the latest first."""
    return page("targets/actions.html", actions=service.open_actions(actor()))


@bp.route("/targets/actions/<pid>/done", methods=["GET", "POST"])
@allow(officer)
def finish_action(pid: str) -> BaseResponse:
    """It is done."""
    action, after = service.get_action(actor(), pid)
    form = DoneForm(done_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            service.finish_action(actor(), pid, **form.values)
            return to(url_for("targets.visit", pid=after.pid), _("Đã ghi là làm xong."))
    return page("targets/finish_action.html", form=form, action=action, visit=after)


def _facts(pid: str) -> dict[str, Any]:
    found = service.get_visit(actor(), pid)
    return {
        "visit": found,
        "place": _named(found.place_code),
        "club": service.club_of(found),
        "findings": service.findings_of(found),
        "checklist": CHECKLIST,
        "answers": ANSWERS,
    }


def _actions(pid: str) -> Any:
    return service.actions_after(service.get_visit(actor(), pid))


def _named(code: str) -> str:
    return name_of(code, clock.today())
