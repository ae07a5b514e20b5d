"""/clients/<pid>/supports and /supports/<pid>: what is asked for, and how far it has come."""

from flask import url_for
from werkzeug.wrappers import Response as BaseResponse
from wtforms.fields.choices import SelectChoice

from portal import clock
from portal.access import allow, case_officer
from portal.forms import options
from portal.i18n import _
from portal.journeys.labels import SUPPORT_LABELS, SUPPORT_STATES
from portal.journeys.service import supports
from portal.journeys.service.caseload import open_client
from portal.journeys.service.supports import SupportFile
from portal.journeys.views import bp
from portal.journeys.way_forms import PapersForm, SupportForm, SupportMoveForm
from portal.web import actor, page, to


@bp.route("/clients/<pid>/supports/new", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def add_support(pid: str) -> BaseResponse:
    """Ask for a support."""
    person = open_client(actor(), pid)
    form = SupportForm(asked_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            asked = supports.ask_support(actor(), pid, **form.values)
            return to(url_for("journeys.support", pid=asked.pid), _("Đã ghi đề nghị."))
    title, back = _("Ghi đề nghị hỗ trợ: %(name)s", name=person.name), _back(pid)
    hints = {
        "body": _("Ví dụ: Phòng giao dịch Ngân hàng Chính sách xã hội."),
        "amount": _("Vay vốn thì phải ghi số tiền và số năm."),
    }
    return page("journeys/write.html", form=form, title=title, back=back, hints=hints)


@bp.route("/supports/<pid>", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def support(pid: str) -> BaseResponse:
    """One support, and its next step."""
    file = supports.get_support(actor(), pid)
    form = SupportMoveForm(on=clock.today())
    form.to.choices = _moves(file)
    if form.validate_on_submit():
        with form.rules():
            supports.move_support(actor(), pid, **form.values)
            return to(url_for("journeys.support", pid=pid), _("Đã ghi."))
    return _show(file, form, _papers(file))


@bp.post("/supports/<pid>/papers")
@allow(case_officer, opens_file=True)
def support_papers(pid: str) -> BaseResponse:
    """Tick what is there."""
    file = supports.get_support(actor(), pid)
    form = _papers(file)
    if form.validate_on_submit():
        with form.rules():
            supports.tick_papers(actor(), pid, **form.values)
            return to(url_for("journeys.support", pid=pid), _("Đã lưu."))
    move = SupportMoveForm(formdata=None, on=clock.today())
    move.to.choices = _moves(file)
    return _show(file, move, form)


def _moves(file: SupportFile) -> list[SelectChoice]:
    return options((move, SUPPORT_STATES[move][1]) for move in file.moves)


def _papers(file: SupportFile) -> PapersForm:
    form = PapersForm(there=[line for line, _words, seen_on in file.lines if seen_on])
    form.there.choices = options((line, words) for line, words, _seen in file.lines)
    return form


def _show(file: SupportFile, form: SupportMoveForm, papers: PapersForm) -> BaseResponse:
    return page(
        "journeys/support.html",
        file=file,
        form=form,
        papers=papers,
        kinds=SUPPORT_LABELS,
        states=SUPPORT_STATES,
        back=_back(file.row.client.pid),
    )


def _back(pid: str) -> str:
    return url_for("journeys.timeline", pid=pid)
