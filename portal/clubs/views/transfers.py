"""/members/<pid>/transfer, /transfers and /me/club/transfer: from one club to another."""

from collections.abc import Iterable
from typing import Any

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, case_officer, coordinator, member
from portal.clubs.labels import TRANSFER_LABELS
from portal.clubs.models import TransferState
from portal.clubs.service import commune_name, receiving, shown_name, transfers
from portal.clubs.transfer_forms import (
    AnswerTransferForm,
    AskedTransferForm,
    AskTransferForm,
    OwnTransferForm,
    OwnTransferStepForm,
)
from portal.clubs.views import bp
from portal.forms import options
from portal.i18n import _
from portal.web import actor, page, to


@bp.route("/members/<pid>/transfer", methods=["GET", "POST"])
@allow(coordinator, opens_file=True)
def transfer_member(pid: str) -> BaseResponse:
    """Ask that a member go to another club; while that waits, note the signed paper or take it
    back."""
    found, transfer = transfers.transfer_of_member(actor(), pid)
    waits = transfer is not None and transfer.waits
    form: Any = AskedTransferForm() if waits else AskTransferForm()
    if not waits:
        form.to_pid.choices = _named(transfers.clubs_to_join(found.client))
    if form.validate_on_submit():
        with form.rules():
            verb = transfers.step_transfer if waits else transfers.ask_transfer
            verb(actor(), pid, **form.values)
            return to(url_for("clubs.transfer_member", pid=pid), _("Đã lưu."))
    return page(
        "clubs/transfer_member.html",
        form=form,
        member=found,
        transfer=transfer,
        labels=TRANSFER_LABELS,
        shown=shown_name,
    )


@bp.get("/transfers")
@allow(coordinator, opens_file=True)
def received_transfers() -> Response:
    """Who wants to come to one's own clubs."""
    return page("clubs/received_transfers.html", received=receiving.received(actor()))


@bp.route("/transfers/<pid>", methods=["GET", "POST"])
@allow(coordinator, opens_file=True)
def answer_transfer(pid: str) -> BaseResponse:
    """Take the person, or say why not."""
    transfer = receiving.get_received(actor(), pid)
    form = AnswerTransferForm()
    if form.validate_on_submit():
        with form.rules():
            takes = form.takes.data == "yes"
            verb = receiving.accept_transfer if takes else receiving.decline_transfer
            verb(actor(), pid, answer=form.answer.data)
            first = _("Đã nhận. Ngày mai người này là thành viên.")
            return to(url_for("clubs.members"), first if takes else _("Đã trả lời."))
    return page("clubs/answer_transfer.html", form=form, transfer=transfer)


@bp.route("/me/club/transfer", methods=["GET", "POST"])
@allow(member)
def own_transfer() -> BaseResponse:
    """A member's own: ask, agree or not, take back; what came of the last one."""
    transfer = transfers.own_transfer(actor())
    waits = transfer is not None and transfer.waits
    mine, others = transfers.own_clubs_and_others(actor())
    agreed = "yes" if transfer and transfer.state == TransferState.AGREED else None
    form: Any = OwnTransferStepForm(agrees=agreed) if waits else OwnTransferForm()
    if not waits:
        form.from_pid.choices = options((club.pid, shown_name(club)) for club in mine)
        form.to_pid.choices = _named(others)
    if form.validate_on_submit():
        with form.rules():
            verb = transfers.step_own_transfer if waits else transfers.ask_own_transfer
            verb(actor(), **form.values)
            return to(url_for("clubs.own_transfer"), _("Đã ghi."))
    return page(
        "clubs/own_transfer.html",
        form=form,
        mine=mine,
        others=others,
        transfer=transfer,
        labels=TRANSFER_LABELS,
        shown=shown_name,
    )


@bp.post("/residences/<pid>")
@allow(case_officer)
def see_residence(pid: str) -> BaseResponse:
    """The case officer has asked: they live where they did."""
    receiving.see_residence(actor(), pid)
    return to(url_for("home.start"), _("Đã ghi: nơi ở không đổi."))


def _named(clubs: Iterable[Any]) -> list[Any]:
    named = [(club.pid, f"{shown_name(club)} – {commune_name(club)}") for club in clubs]
    return options([("", "–"), *named])
