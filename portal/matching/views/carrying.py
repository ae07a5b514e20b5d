"""What a member takes along, as anyone does: a CV, words for a call, a sheet for a centre."""

from flask import Response, make_response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, member
from portal.i18n import _
from portal.journeys import service as steps
from portal.matching.applying_forms import CvForm
from portal.matching.forms import AgreeForm
from portal.matching.views import bp
from portal.papers.plain import Plain, as_pdf, disposition
from portal.people.labels import FIELD_LABELS
from portal.web import actor, page, to


@bp.route("/me/cv", methods=["GET", "POST"])
@allow(member)
def cv() -> BaseResponse:
    """Filled in from what is known, edited, then one plain page as PDF."""
    form = CvForm(obj=steps.draft_cv(actor()))
    if form.validate_on_submit():
        with form.rules():
            return _file("CV", steps.write_cv(actor(), **form.values))
    return page("matching/cv.html", form=form)


@bp.get("/me/jobs/<pid>/call")
@allow(member)
def call(pid: str) -> Response:
    """What to say on the phone, to read off the screen or from paper."""
    return page("matching/call.html", vacancy=steps.open_vacancy(pid))


@bp.route("/me/jobs/<pid>/sheet", methods=["GET", "POST"])
@allow(member)
def sheet(pid: str) -> BaseResponse:
    """A sheet for a centre: first exactly what it will say, then the consent."""
    vacancy = steps.open_vacancy(pid)
    centres = [row for row in steps.centres_around(vacancy.commune_code) if row.state == "open"]
    asked = request.args.get("centre")
    centre = next((row for row in centres if row.pid == asked), next(iter(centres), None))
    tell = [part for part in steps.TELLABLE if part in request.args.getlist("tell")]
    form = AgreeForm()
    if centre and form.validate_on_submit():
        with form.rules():
            steps.make_sheet(actor(), pid, centre.pid, tell=tell)
            made = _("Đã lập phiếu. Mời tải về, in ra hoặc gửi cho trung tâm.")
            return to(url_for("matching.applications"), made)
    return page(
        "matching/sheet.html",
        form=form,
        vacancy=vacancy,
        centres=centres,
        centre=centre,
        work=steps.wanted_work(vacancy),
        shown=steps.shown_to_employer(actor(), tell),
        tell=tell,
        tellable={part: FIELD_LABELS[part] for part in steps.TELLABLE},
    )


@bp.get("/me/applications/<pid>/sheet")
@allow(member)
def own_sheet(pid: str) -> Response:
    """The sheet as PDF, as it was agreed to."""
    return _file("Phieu tim viec", steps.sheet_for_centre(steps.own_sheet(actor(), pid)))


def _file(kind: str, sheet: Plain) -> Response:
    answer = make_response(as_pdf(sheet))
    answer.mimetype = "application/pdf"
    answer.headers["Content-Disposition"] = disposition(kind, sheet.name)
    return answer
