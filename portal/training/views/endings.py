"""How it ended: for one learner, and for all who are undecided at the end of a class."""

from flask import request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, provider
from portal.i18n import _
from portal.training import service
from portal.training.labels import DECLINED_LABELS, DROP_LABELS, STANDING_LABELS
from portal.training.roster_forms import EndForm, OutcomeForm, ReasonForm
from portal.training.views import PUBLIC, bp
from portal.web import actor, page, to


@bp.route("/own/learners/<pid>", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider, opens_file=True)
def learner(pid: str) -> BaseResponse:
    """One learner: how it ended."""
    found, held = service.read_learner(actor(), pid)
    form = OutcomeForm(service.outcomes(found))
    if form.validate_on_submit():
        with form.rules():
            service.mark(actor(), pid, **form.values)
            return to(url_for("training.learner", pid=pid), _("Đã lưu."))
    return page(
        "training/learner.html",
        learner=found,
        held=held,
        form=form,
        standings=STANDING_LABELS,
        reasons=DROP_LABELS,
        declined=DECLINED_LABELS,
        certifies=service.certifies(held),
        given=service.certificate_of(found),
        came=service.counts_of_class(held).get(pid, service.Counts()),
        can_undo=service.can_undo(found),
    )


@bp.route("/own/learners/<pid>/undo", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider, opens_file=True)
def undo_completion(pid: str) -> BaseResponse:
    """Take a wrong completion back on its day, for a reason."""
    found, _held = service.read_learner(actor(), pid)
    form = ReasonForm()
    if form.validate_on_submit():
        with form.rules():
            service.undo_completion(actor(), pid, **form.values)
            return to(url_for("training.learner", pid=pid), _("Đã ghi lại: đang học."))
    return page("training/undo.html", learner=found, form=form)


@bp.route("/own/classes/<pid>/end", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider, opens_file=True)
def end_class(pid: str) -> BaseResponse:
    """Everyone of whom nobody has said how it ended."""
    form = EndForm()
    if form.validate_on_submit():
        with form.rules():
            number = service.end_class(actor(), pid, form.sent)
            return to(
                url_for("training.roster", pid=pid), _("Đã ghi kết quả %(n)s người.", n=number)
            )
    return page(
        "training/end_class.html",
        form=form,
        held=service.get_class(actor(), pid),
        rows=service.undecided(actor(), pid),
        chosen=form.sent if request.method == "POST" else {},
        reasons=DROP_LABELS,
    )
