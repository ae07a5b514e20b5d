"""/vacancies/new and /drafts: from the first words of a vacancy to its publishing."""

from typing import Any

from flask import request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, employer
from portal.i18n import _
from portal.jobs import service
from portal.jobs.forms import EditVacancyForm, VacancyForm
from portal.jobs.views import PUBLIC, bp
from portal.web import actor, page, to

KEPT_OUT = ("closes_on", "opens_on")  # a copy has days of its own


@bp.route("/vacancies/new", methods=["GET", "POST"], sites=PUBLIC)
@allow(employer)
def post_vacancy() -> BaseResponse:
    """Post a vacancy at the employer's own place unless another is typed, or keep a draft."""
    own = service.own_employer(actor())
    form = VacancyForm(data={"commune_code": own.commune_code})
    if _keeps_draft(form):
        with form.rules():
            service.save_draft(actor(), title=form.title.data, typed=form.typed)
            return to(url_for("jobs.own_vacancies"), _("Đã lưu tin nháp."))
    elif not _asks_for_draft() and form.validate_on_submit():
        with form.rules():
            service.post_vacancy(actor(), **form.values)
            return to(url_for("jobs.own_vacancies"), _("Đã đăng tin."))
    return page("jobs/vacancy_form.html", form=form, vacancy=None, draft=None)


@bp.route("/drafts/<pid>", methods=["GET", "POST"], sites=PUBLIC)
@allow(employer)
def edit_draft(pid: str) -> BaseResponse:
    """Go on where one stopped; publishing checks everything."""
    draft = service.get_draft(actor(), pid)
    form = _of_draft(draft)
    if _keeps_draft(form):
        with form.rules():
            version, title = form.version.data, form.title.data
            service.edit_draft(actor(), pid, version=version, title=title, typed=form.typed)
            return to(url_for("jobs.own_vacancies"), _("Đã lưu tin nháp."))
    elif not _asks_for_draft() and form.validate_on_submit():
        with form.rules():
            given = {name: value for name, value in form.values.items() if name != "version"}
            service.post_vacancy(actor(), **given)
            service.drop_draft(actor(), pid)
            return to(url_for("jobs.own_vacancies"), _("Đã đăng tin."))
    return page("jobs/vacancy_form.html", form=form, vacancy=None, draft=draft)


@bp.post("/drafts/<pid>/drop", sites=PUBLIC)
@allow(employer)
def drop_draft(pid: str) -> BaseResponse:
    """It is not wanted any more."""
    service.drop_draft(actor(), pid)
    return to(url_for("jobs.own_vacancies"), _("Đã bỏ tin nháp."))


@bp.post("/vacancies/<pid>/copy", sites=PUBLIC)
@allow(employer)
def copy_vacancy(pid: str) -> BaseResponse:
    """A draft with the same words, without the days: to post again, or something like it."""
    vacancy = service.get_vacancy(actor(), pid)
    must, nice = service.skills_of(vacancy)
    form = VacancyForm(formdata=None, obj=vacancy, must_skills=must, nice_skills=nice)
    draft = service.save_draft(actor(), title=vacancy.title, typed=_as_typed(form))
    return to(url_for("jobs.edit_draft", pid=draft.pid), _("Đã chép thành tin nháp."))


def _asks_for_draft() -> bool:
    return request.method == "POST" and "draft" in request.form


def _keeps_draft(form: Any) -> bool:
    return _asks_for_draft() and form.has_title()


def _of_draft(draft: Any) -> EditVacancyForm:
    """The form as it was left; on a POST what is typed now."""
    if request.method == "POST":
        return EditVacancyForm()
    kept = MultiDict([(name, text) for name, texts in draft.typed.items() for text in texts])
    kept["version"] = str(draft.version)
    return EditVacancyForm(formdata=kept)


def _as_typed(form: VacancyForm) -> dict[str, list[str]]:
    """What the fields hold, as a browser would send it."""
    held: dict[str, list[str]] = {}
    for name, value in form.data.items():
        if name in KEPT_OUT or name in ("csrf_token", "form_id") or value in (None, False, ""):
            continue
        if isinstance(value, list):
            held[name] = [str(one) for one in value]
        else:
            text = form[name]._value() if hasattr(form[name], "_value") else value
            held[name] = ["y" if value is True else str(text)]
    return held
