"""/case-files and moves of residence: what becomes of a file; and the member's paper card."""

from flask import url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, case_officer
from portal.accounts.service import cards
from portal.forms import options
from portal.i18n import _
from portal.people import service
from portal.people.handover_forms import CardForm, FileChangeForm, ResidenceForm
from portal.people.labels import CHANGE_LABELS
from portal.people.service import file_changes
from portal.people.views import bp
from portal.web import actor, page, to


@bp.route("/case-files/<pid>/change", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def change_file(pid: str) -> BaseResponse:
    """Suspend, resume or end it early."""
    file = file_changes.get_case_file(actor(), pid)
    state = file_changes.state_of(file, file_changes.changes_of(file.client))
    allowed = file_changes.FILE_MOVES[state]
    form = FileChangeForm(changed_on=clock.today())
    form.kind.choices = options((k, words) for k, words in CHANGE_LABELS.items() if k in allowed)
    if form.validate_on_submit():
        with form.rules():
            file_changes.change_file(actor(), pid, **form.values)
            return to(url_for("journeys.client", pid=file.client.pid), _("Đã ghi."))
    return page("people/file_change.html", form=form, file=file, allowed=allowed)


@bp.route("/clients/<pid>/residence", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def move_residence(pid: str) -> BaseResponse:
    """The person has moved to another commune."""
    client = service.get_client(actor(), pid)
    form = ResidenceForm(moved_on=clock.today())
    if form.validate_on_submit():
        with form.rules():
            file_changes.move_residence(actor(), pid, **form.values)
            return to(url_for("people.clients"), _("Đã chuyển hồ sơ đến nơi ở mới."))
    return page("people/residence.html", form=form, client=client)


@bp.route("/clients/<pid>/card", methods=["GET", "POST"])
@allow(case_officer, opens_file=True)
def issue_card(pid: str) -> BaseResponse:
    """Make the member's card, and show it this once."""
    client = service.get_client(actor(), pid)
    form = CardForm()
    if not form.validate_on_submit():
        return page("people/card.html", form=form, client=client)
    login, code = cards.issue_card(actor(), pid)
    address = url_for("accounts.card", _external=True)
    return page("people/printed_card.html", login=login, code=code, address=address, client=client)
