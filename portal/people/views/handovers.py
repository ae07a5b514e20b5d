"""/handovers: people who come from a facility to the commune, for its case officer."""

from typing import Any

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import Role, allow, case_officer
from portal.forms import Form, options
from portal.i18n import _
from portal.people.handover_forms import (
    CloseForm,
    IntakeForm,
    MeetForm,
    OpenFileForm,
    ReceiveForm,
    SendOnForm,
)
from portal.people.labels import KIND_LABELS, STATE_LABELS
from portal.people.service import doubles, handover_moves, handovers, intake
from portal.people.service.intake import Guardian
from portal.people.views import bp
from portal.places.service import name_of
from portal.web import actor, page, to

PAPER = handovers.Paper._fields


@bp.get("/handovers")
@allow(case_officer, opens_file=True)
def handovers_page() -> Response:
    """What waits in the commune, the most pressing first; or those of one state."""
    state = request.args.get("state", "")
    state = state if state in STATE_LABELS else ""
    found = handovers.list_handovers(actor(), state=state)
    return page(
        "people/handovers.html", found=found, state=state, today=clock.today(), states=STATE_LABELS
    )


@bp.route("/handovers/new", methods=["GET", "POST"])
@allow(case_officer)
def take_in() -> BaseResponse:
    """Take a facility's paper in."""
    form = IntakeForm(commune_code=actor().scopes(Role.CASE_OFFICER)[0])
    _set_choices(form)
    if form.validate_on_submit():
        with form.rules():
            elsewhere = doubles.phone_elsewhere(actor(), form.phone.data)
            taken = intake.take_in(actor(), **_typed(form))
            return _taken(taken.pid, taken.commune_code, elsewhere)
    return page("people/intake.html", form=form)


@bp.get("/handovers/<pid>")
@allow(case_officer, opens_file=True)
def handover(pid: str) -> Response:
    """One handover: its clocks, what may be done, and what was."""
    row = handovers.get_handover(actor(), pid)
    return page(
        "people/handover.html",
        row=row,
        clocks=handovers.clocks_of(row),
        rule=handovers.rule_of(row),
        moves=handovers.moves_of(row),
        may_go=handover_moves.allowed(row),
        name_of=lambda code: name_of(code, clock.today()),
        today=clock.today(),
        states=STATE_LABELS,
        kinds=KIND_LABELS,
    )


@bp.route("/handovers/<pid>/receive", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def receive(pid: str) -> BaseResponse:
    """The paper has come."""
    row = handovers.get_handover(actor(), pid)
    form = ReceiveForm(completed_on=row.completed_on, arrived_on=clock.today())
    return _step(row, form, handovers.receive, _("Đã ghi ngày giấy đến."))


@bp.route("/handovers/<pid>/meet", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def meet(pid: str) -> BaseResponse:
    """The person was met."""
    row = handovers.get_handover(actor(), pid)
    return _step(row, MeetForm(met_on=clock.today()), handovers.meet, _("Đã ghi lần gặp đầu."))


@bp.route("/handovers/<pid>/open", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def open_file(pid: str) -> BaseResponse:
    """The aftercare file is opened."""
    row = handovers.get_handover(actor(), pid)
    form = OpenFileForm(opened_on=clock.today())
    return _step(row, form, handovers.open_file, _("Đã mở hồ sơ theo dõi."))


@bp.route("/handovers/<pid>/send-on", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def send_on(pid: str) -> BaseResponse:
    """To another commune."""
    row = handovers.get_handover(actor(), pid)
    done = _("Đã chuyển đi. Hồ sơ không còn trong danh sách của anh/chị.")
    return _step(row, SendOnForm(), handovers.send_on, done, back="people.handovers_page")


@bp.route("/handovers/<pid>/close", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def close(pid: str) -> BaseResponse:
    """The paper was a mistake."""
    row = handovers.get_handover(actor(), pid)
    return _step(row, CloseForm(), handovers.close, _("Đã đóng."))


def _step(row: Any, form: Form, verb: Any, done: str, back: str = "") -> BaseResponse:
    """One move of a handover by a form of its own."""
    here, who = url_for("people.handover", pid=row.pid), row.client.name
    if form.validate_on_submit():
        with form.rules():
            verb(actor(), row.pid, **form.values)
            return to(url_for(back) if back else here, done)
    name = (request.endpoint or "").rpartition(".")[2]
    return page("people/handover_step.html", form=form, who=who, back=here, step=name)


def _set_choices(form: IntakeForm) -> None:
    """Who may be meant, once a name and a year are typed; and whom one may agree to."""
    typed = form.is_submitted()
    commune = actor().scopes(Role.CASE_OFFICER)[0]
    form.agreed.choices = options(intake.offers_in(commune))
    found = intake.asked_about(actor(), *_who(form)) if typed else []
    known = [(one.pid, f"{one.name}, {one.birth_year}") for one in found]
    another = (intake.ANOTHER, _("Một người khác, chưa có hồ sơ"))
    form.same_as.choices = options([*known, another] if known else [])


def _who(form: IntakeForm) -> tuple[str, int, str]:
    return form.name.data or "", form.birth_year.data or 0, form.phone.data or ""


def _typed(form: IntakeForm) -> dict[str, Any]:
    values = form.values
    paper = handovers.Paper(**{name: values.pop(name) for name in PAPER})
    guardian = Guardian(*(values.pop(f"guardian_{name}") for name in ("name", "relation", "on")))
    return {**values, "paper": paper, "guardian": guardian}


def _taken(pid: str, commune: str, elsewhere: bool) -> BaseResponse:
    if commune not in actor().scopes(Role.CASE_OFFICER):
        place = name_of(commune, clock.today())
        return to(url_for("people.handovers_page"), _("Đã chuyển đến %(place)s.", place=place))
    done = _("Đã ghi.")
    if elsewhere:
        done = _("Đã ghi. Số điện thoại này còn có ở nơi khác: mời liên hệ tỉnh.")
    return to(url_for("people.handover", pid=pid), done)
