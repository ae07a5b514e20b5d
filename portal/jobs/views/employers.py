"""/employers: the officer verifies, refuses, and records pledges."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, officer
from portal.i18n import _
from portal.jobs import service
from portal.jobs.forms import RefuseForm
from portal.jobs.views import INSIDE, bp
from portal.jobs.words import STANDINGS
from portal.web import actor, page, page_number, to


@bp.get("/employers", sites=INSIDE)
@allow(officer)
def employers() -> Response:
    """The employers of the officer's place; those who wait are asked for first."""
    asked = request.args.get("standing", "pending")
    return page(
        "jobs/employers.html",
        found=service.list_employers(actor(), asked, page_number()),
        warned=service.list_warned(actor()),
        asked=asked,
        standings=STANDINGS,
    )


@bp.get("/employers/<pid>", sites=INSIDE)
@allow(officer)
def employer(pid: str) -> Response:
    """One employer and what can be decided."""
    return _employer_page(pid, RefuseForm())


@bp.post("/employers/<pid>/verify", sites=INSIDE)
@allow(officer)
def verify_employer(pid: str) -> BaseResponse:
    """From now on its vacancies are shown."""
    verified = service.verify_employer(actor(), pid)
    return to(url_for("jobs.employers"), _("Đã duyệt %(name)s.", name=verified.name))


@bp.post("/employers/<pid>/refuse", sites=INSIDE)
@allow(officer)
def refuse_employer(pid: str) -> BaseResponse:
    """Do not verify, and say why."""
    form = RefuseForm()
    if form.validate_on_submit():
        with form.rules():
            refused = service.refuse_employer(actor(), pid, **form.values)
            message = _("Đã gửi lý do cho %(name)s.", name=refused.name)
            return to(url_for("jobs.employers"), message)
    return _employer_page(pid, form)


@bp.post("/employers/<pid>/pledge", sites=INSIDE)
@allow(officer)
def set_pledged(pid: str) -> BaseResponse:
    """The signed pledge is on file, or has ended."""
    service.set_pledged(actor(), pid, pledged=request.form.get("pledged") == "1")
    return to(url_for("jobs.employer", pid=pid), _("Đã lưu."))


def _employer_page(pid: str, form: RefuseForm) -> Response:
    return page("jobs/employer.html", employer=service.get_employer(actor(), pid), form=form)
