"""/applications: what an applicant agreed to show an employer, and the employer's answer."""

from flask import Response
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, employer
from portal.i18n import _
from portal.jobs import service
from portal.jobs.forms import DeclineForm
from portal.jobs.views import PUBLIC, bp
from portal.web import actor, page, to


@bp.get("/applications/<pid>", sites=PUBLIC)
@allow(employer, opens_file=True)
def application(pid: str) -> Response:
    """What one applicant agreed to show."""
    return page("jobs/application.html", application=service.get_application(actor(), pid))


@bp.get("/applications/<pid>/hired", sites=PUBLIC)
@allow(employer, opens_file=True)
def ask_to_hire(pid: str) -> Response:
    """Hiring ends the application: asked once more."""
    return page("jobs/hire.html", application=service.get_application(actor(), pid))


@bp.route("/applications/<pid>/declined", methods=["GET", "POST"], sites=PUBLIC)
@allow(employer, opens_file=True)
def decline(pid: str) -> BaseResponse:
    """Declining ends the application, for a reason of the list."""
    form = DeclineForm()
    if form.validate_on_submit():
        with form.rules():
            service.answer_application(actor(), pid, answer="declined", **form.values)
            return to("/", _("Đã trả lời người ứng tuyển."))
    found = service.get_application(actor(), pid)
    return page("jobs/decline.html", form=form, application=found)


@bp.post("/applications/<pid>/<any(invited, hired):answer>", sites=PUBLIC)
@allow(employer)
def answer_application(pid: str, answer: str) -> BaseResponse:
    """Invite or hire."""
    service.answer_application(actor(), pid, answer=answer)
    return to("/", _("Đã trả lời người ứng tuyển."))
