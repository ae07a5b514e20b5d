"""/me/jobs/<pid>: why it fits, and how to apply."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, member
from portal.i18n import _
from portal.jobs import service as jobs
from portal.jobs import words
from portal.journeys import service as steps
from portal.matching.forms import AgreeForm, NoForm
from portal.matching.service import explain_own
from portal.matching.views import bp
from portal.matching.wording import Voice
from portal.people.labels import FIELD_LABELS
from portal.people.service import is_blocked, own_client
from portal.web import actor, page, to


@bp.get("/me/jobs/<pid>")
@allow(member)
def job(pid: str) -> Response:
    """One job: criterion by criterion, the work, the ways to apply."""
    vacancy = steps.open_vacancy(pid)
    why = explain_own(actor(), vacancy.code)
    return page(
        "matching/job.html",
        vacancy=vacancy,
        summary=words.summary(vacancy, *jobs.skills_of(vacancy)),
        why=why,
        voice=Voice(why.reasons),
        taken=steps.steps_towards(actor(), pid),
        centres=steps.centres_around(vacancy.commune_code),
        is_blocked=is_blocked(own_client(actor()), vacancy.employer.code),
    )


@bp.post("/me/jobs/<pid>/applied")
@allow(member)
def applied(pid: str) -> BaseResponse:
    """I applied, like anyone."""
    steps.note_applied_plainly(actor(), pid)
    return to(url_for("matching.applications"), _("Đã ghi. Chúc anh/chị có tin vui."))


@bp.route("/me/jobs/<pid>/apply", methods=["GET", "POST"])
@allow(member)
def apply(pid: str) -> BaseResponse:
    """Apply to an employer who knows: first exactly what they will see, then the consent."""
    vacancy = steps.pledged_vacancy(pid)
    tell = [part for part in steps.TELLABLE if part in request.args.getlist("tell")]
    form = AgreeForm()
    if form.validate_on_submit():
        with form.rules():
            steps.apply_to_pledged(actor(), pid, tell=tell)
            return to(url_for("matching.applications"), _("Đã gửi. Có trả lời sẽ báo ngay."))
    return page(
        "matching/apply.html",
        form=form,
        vacancy=vacancy,
        shown=steps.shown_to_employer(actor(), tell),
        tell=tell,
        tellable={part: FIELD_LABELS[part] for part in steps.TELLABLE},
    )


@bp.route("/me/jobs/<pid>/no", methods=["GET", "POST"])
@allow(member)
def no_job(pid: str) -> BaseResponse:
    """This job is not for me."""
    vacancy, form = steps.open_vacancy(pid), NoForm()
    if form.validate_on_submit():
        with form.rules():
            steps.turn_down(actor(), "vacancy", pid, reason=form.reason.data)
            return to(url_for("matching.offers"), _("Đã bỏ qua. Việc này không gợi ý nữa."))
    back = url_for("matching.job", pid=pid)
    return page("matching/no.html", form=form, title=vacancy.title, back=back)
