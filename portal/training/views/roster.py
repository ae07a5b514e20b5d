"""The roster of a class: who learns, who waits, how it ended; and cancelling the class."""

from typing import Any

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal import clock
from portal.access import allow, provider
from portal.i18n import _
from portal.places.service import name_of
from portal.trades.labels import SHIFT_LABELS, in_words
from portal.training import service
from portal.training.class_forms import AnswerForm
from portal.training.forms import ConfirmForm, LearnerForm
from portal.training.labels import STANDING_LABELS
from portal.training.views import PUBLIC, bp
from portal.web import actor, page, to


@bp.route("/own/classes/<pid>", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider, opens_file=True)
def roster(pid: str) -> BaseResponse:
    """The roster, with a form to add a learner of one's own."""
    form = LearnerForm()
    if form.validate_on_submit():
        with form.rules():
            added = service.add_learner(actor(), pid, **form.values)
            told = _("Đã thêm vào lớp: %(standing)s.", standing=STANDING_LABELS[added.standing])
            return to(url_for("training.roster", pid=pid), told)
    return page("training/roster.html", form=form, **_roster(pid))


@bp.get("/own/classes/<pid>/roll", sites=PUBLIC)
@allow(provider, opens_file=True)
def roll(pid: str) -> Response:
    """The list of names on paper, to sign."""
    return page("training/roll.html", provider=service.own_provider(actor()), **_roster(pid))


@bp.route("/own/learners/<pid>/offer", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider, opens_file=True)
def answer_offer(pid: str) -> BaseResponse:
    """What a learner said to the seat they were offered."""
    found, held = service.read_learner(actor(), pid)
    form = AnswerForm()
    if form.validate_on_submit():
        with form.rules():
            takes = form.takes.data == "yes"
            service.answer_offer(actor(), pid, takes=takes, reason=form.reason.data)
            return to(url_for("training.roster", pid=held.pid), _("Đã ghi câu trả lời."))
    return page("training/answer_offer.html", learner=found, held=held, form=form)


@bp.route("/own/classes/<pid>/cancel", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider)
def cancel_class(pid: str) -> BaseResponse:
    """Ask once more, then cancel."""
    held = service.get_class(actor(), pid)
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.rules():
            service.cancel_class(actor(), pid)
            return to(url_for("training.roster", pid=pid), _("Đã hủy lớp."))
    return page("training/cancel_class.html", form=form, held=held)


def _roster(pid: str) -> dict[str, Any]:
    found = service.read_roster(actor(), pid)
    return {
        "roster": found,
        "place": name_of(found.held.commune_code, clock.today()),
        "hours": service.timetable_said(service.timetable_of(found.held.id))
        or in_words(found.held.shifts, SHIFT_LABELS),
        "standings": STANDING_LABELS,
    }
