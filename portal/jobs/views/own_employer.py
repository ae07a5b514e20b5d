"""/employer: an employer's own page, and the words of the pledge."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, employer, signed_in
from portal.i18n import _
from portal.jobs import service
from portal.jobs.employer_forms import EditProfileForm
from portal.jobs.views import PUBLIC, bp
from portal.web import actor, page, to


@bp.get("/employer", sites=PUBLIC)
@allow(employer)
def own_employer() -> Response:
    """What is known of it, where it stands and why, and its pledge."""
    own = service.own_employer(actor())
    return page(
        "jobs/own_employer.html",
        employer=own,
        words=service.last_words(own),
        pledge=service.pledge_of(own),
    )


@bp.route("/employer/edit", methods=["GET", "POST"], sites=PUBLIC)
@allow(employer)
def edit_employer() -> BaseResponse:
    """Mend what it says of itself; a new name waits for the officer."""
    own = service.own_employer(actor())
    asked = {"name": own.asked_name or own.name, "tax_code": own.asked_tax_code or own.tax_code}
    form = EditProfileForm(obj=own, data=asked)
    if form.validate_on_submit():
        with form.rules():
            service.edit_employer(actor(), **form.values)
            return to(url_for("jobs.own_employer"), _("Đã lưu."))
    return page("jobs/edit_employer.html", employer=own, form=form)


@bp.get("/pledge")
@allow(signed_in)
def pledge_words() -> Response:
    """What an employer signs who receives what an applicant chose to tell."""
    return page("jobs/pledge.html")
