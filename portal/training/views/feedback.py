"""What learners think: the slips that a provider prints, and the open page that takes answers."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, anyone, provider
from portal.i18n import _
from portal.training import service
from portal.training.certificate_forms import FeedbackForm
from portal.training.forms import ConfirmForm
from portal.training.labels import ASKED_LABELS, OPINION_LABELS
from portal.training.views import PUBLIC, bp
from portal.web import actor, page, to


@bp.route("/own/classes/<pid>/slips", methods=["GET", "POST"], sites=PUBLIC)
@allow(provider)
def slips(pid: str) -> BaseResponse:
    """The slips of a class, to be cut and handed out."""
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.rules():
            number = service.make_slips(actor(), pid)
            return to(url_for("training.slips", pid=pid), _("Có %(n)s phiếu.", n=number))
    return page(
        "training/slips.html",
        form=form,
        held=service.get_class(actor(), pid),
        codes=service.slips_of(actor(), pid),
        where=url_for("training.feedback", _external=True).partition("://")[2],
    )


@bp.get("/own/courses/<pid>/opinions", sites=PUBLIC)
@allow(provider)
def opinions(pid: str) -> Response:
    """What was let out of a course's answers, with their words."""
    course = service.get_course(actor(), pid)
    return page(
        "training/opinions.html",
        course=course,
        opinions=service.opinions_of(course, with_words=True),
        asked=ASKED_LABELS,
        marks=OPINION_LABELS,
    )


@bp.route("/feedback", methods=["GET", "POST"], sites=PUBLIC)
@allow(anyone)
def feedback() -> BaseResponse:
    """Answer with the code of a slip; nobody signs in, nobody is asked for a name."""
    form = FeedbackForm()
    if form.validate_on_submit():
        with form.rules():
            service.answer(
                form.code.data,
                request.remote_addr or "",
                marks=form.marks,
                words=form.words.data or "",
            )
            return to(url_for("training.open_courses"), _("Cảm ơn anh/chị đã góp ý."))
    return page("training/feedback.html", form=form)
