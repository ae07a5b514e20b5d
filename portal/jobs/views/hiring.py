"""/vacancies and /applications: an employer at work."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, employer
from portal.i18n import _
from portal.jobs import service
from portal.jobs.forms import CloseVacancyForm, EditVacancyForm, VacancyForm
from portal.jobs.views import PUBLIC, bp
from portal.web import actor, page, page_number, to


@bp.get("/vacancies", sites=PUBLIC)
@allow(employer)
def own_vacancies() -> Response:
    """The employer's own vacancies, running or over."""
    return page(
        "jobs/own_vacancies.html",
        employer=service.own_employer(actor()),
        found=service.list_vacancies(actor(), page_number()),
    )


@bp.route("/vacancies/new", methods=["GET", "POST"], sites=PUBLIC)
@allow(employer)
def post_vacancy() -> BaseResponse:
    """Post a vacancy at the employer's own place unless another is typed."""
    own = service.own_employer(actor())
    form = VacancyForm(data={"commune_code": own.commune_code})
    if form.validate_on_submit():
        with form.rules():
            service.post_vacancy(actor(), **form.values)
            return to(url_for("jobs.own_vacancies"), _("Đã đăng tin."))
    return page("jobs/vacancy_form.html", form=form, vacancy=None)


@bp.route("/vacancies/<pid>/edit", methods=["GET", "POST"], sites=PUBLIC)
@allow(employer)
def edit_vacancy(pid: str) -> BaseResponse:
    """Edit a vacancy; a stale save shows what stands beside what was typed."""
    vacancy = service.get_vacancy(actor(), pid)
    must, nice = service.skills_of(vacancy)
    form = EditVacancyForm(obj=vacancy, must_skills=must, nice_skills=nice)
    if form.validate_on_submit():
        with form.rules():
            service.edit_vacancy(actor(), pid, **form.values)
            return to(url_for("jobs.own_vacancies"), _("Đã lưu."))
    return page("jobs/vacancy_form.html", form=form, vacancy=vacancy)


@bp.route("/vacancies/<pid>/close", methods=["GET", "POST"], sites=PUBLIC)
@allow(employer)
def close_vacancy(pid: str) -> BaseResponse:
    """Close a vacancy and say how it was filled."""
    vacancy = service.get_vacancy(actor(), pid)
    form = CloseVacancyForm()
    if form.validate_on_submit():
        with form.rules():
            service.close_vacancy(actor(), pid, **form.values)
            return to(url_for("jobs.own_vacancies"), _("Đã đóng tin."))
    return page("jobs/close_vacancy.html", form=form, vacancy=vacancy)
