"""/vacancies and /applications: an employer at work."""

from flask import Response, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, employer
from portal.i18n import _
from portal.jobs import service, words
from portal.jobs.forms import CloseVacancyForm, EditVacancyForm, ExtendForm
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
        drafts=service.list_drafts(actor()),
    )


@bp.get("/vacancies/<pid>", sites=PUBLIC)
@allow(employer)
def own_vacancy(pid: str) -> Response:
    """One of them: where it stands and why, what happened to it, and what can be done."""
    vacancy = service.get_vacancy(actor(), pid)
    return page(
        "jobs/own_vacancy.html",
        vacancy=vacancy,
        summary=words.summary(vacancy, *service.skills_of(vacancy)),
        events=service.history(vacancy),
        longer=service.longer_until(vacancy),
    )


@bp.route("/vacancies/<pid>/extend", methods=["GET", "POST"], sites=PUBLIC)
@allow(employer)
def extend_vacancy(pid: str) -> BaseResponse:
    """A later last day: in one step from the start page, or another day chosen here."""
    vacancy = service.get_vacancy(actor(), pid)
    form = ExtendForm(data={"closes_on": service.longer_until(vacancy)})
    if form.validate_on_submit():
        with form.rules():
            service.extend_vacancy(actor(), pid, **form.values)
            return to(url_for("jobs.own_vacancy", pid=pid), _("Đã gia hạn."))
    return page("jobs/extend_vacancy.html", form=form, vacancy=vacancy)


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
    return page("jobs/vacancy_form.html", form=form, vacancy=vacancy, draft=None)


@bp.route("/vacancies/<pid>/close", methods=["GET", "POST"], sites=PUBLIC)
@allow(employer)
def close_vacancy(pid: str) -> BaseResponse:
    """Close a vacancy and say how it was filled."""
    vacancy = service.get_vacancy(actor(), pid)
    form = CloseVacancyForm(data={"here": vacancy.taken or None})
    if form.validate_on_submit():
        with form.rules():
            service.close_vacancy(actor(), pid, **form.values)
            return to(url_for("jobs.own_vacancies"), _("Đã đóng tin."))
    return page("jobs/close_vacancy.html", form=form, vacancy=vacancy)
