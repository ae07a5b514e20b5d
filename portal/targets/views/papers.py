"""Official papers: asked for, watched while they are made, read and fetched."""

from typing import Any

from flask import Response, make_response, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from portal.access import allow, officer
from portal.errors import NotFound
from portal.forms import options
from portal.i18n import _
from portal.places import service as places
from portal.targets.forms.papers import PaperForm
from portal.targets.period_names import period_name
from portal.targets.periods import read_period
from portal.targets.reports.formats import FORMATS
from portal.targets.scope import own_units
from portal.targets.service import papers, report_rounds, reports
from portal.targets.views import bp
from portal.web import actor, page, to

WORDS: dict[str, Any] = {
    "name": places.name_of,
    "called": lambda job: period_name(read_period(job.period)),
}


@bp.get("/targets/papers")
@allow(officer)
def own_papers() -> Response:
    """The officer's papers, the newest first."""
    return page("targets/papers.html", papers=papers.list_papers(actor()), **WORDS)


@bp.route("/targets/papers/new", methods=["GET", "POST"])
@allow(officer)
def ask_for_paper() -> BaseResponse:
    """Ask for a paper."""
    form = _form()
    if form.validate_on_submit():
        with form.rules():
            job = papers.ask_for_paper(actor(), **form.asked, texts=form.texts)
            return to(url_for("targets.paper", pid=job.pid))
    return page("targets/ask_for_paper.html", form=form)


@bp.get("/targets/papers/<pid>")
@allow(officer)
def paper(pid: str) -> Response:
    """How far it is; where it is done, its files."""
    job = papers.get_paper(actor(), pid)
    return page("targets/paper.html", fragment="targets/_paper.html", job=job, **WORDS)


@bp.post("/targets/papers/<pid>/again")
@allow(officer)
def try_again(pid: str) -> BaseResponse:
    """Try a paper again that could not be made."""
    papers.try_again(actor(), pid)
    return to(url_for("targets.paper", pid=pid))


@bp.get("/targets/papers/<pid>/page")
@allow(officer, opens_file=True)
def paper_page(pid: str) -> Response:
    """The paper to read and to print."""
    return make_response(papers.fetch(actor(), pid, "html"))


@bp.get("/targets/papers/<pid>/file.<any(docx, pdf, xlsx, json):ending>")
@allow(officer, opens_file=True)
def paper_file(pid: str, ending: str) -> Response:
    """The paper to keep, under a name that says no more than the period."""
    content = papers.fetch(actor(), pid, ending)
    answer = make_response(content)
    answer.mimetype = FORMATS[ending].mimetype
    period = papers.get_paper(actor(), pid).period.replace("..", "_")
    answer.headers["Content-Disposition"] = f'attachment; filename="bao-cao-{period}.{ending}"'
    return answer


def _form() -> PaperForm:
    """Filled from the address, and from what was typed for the place's last paper."""
    plans = {plan.number: plan for plan in reports.reportable_plans(actor())}
    if not plans:
        raise NotFound(_("Chưa có kế hoạch nào cho địa bàn của anh/chị."))
    asked = request.args.get("plan", "")
    plan = plans.get(asked) or next(iter(plans.values()))
    own = [(unit.code, unit.name) for unit in own_units(actor())]
    place = request.args.get("place") or own[0][0]
    periods = {it.text: it for it in report_rounds.periods_to_report(actor(), plan)}
    period = request.args.get("period") or next(iter(periods))
    kept = papers.texts_of_last(actor(), place)
    form = PaperForm(plan_number=plan.number, place_code=place, period=period, **kept)
    titles = {number: f"{number}: {it.title}" for number, it in plans.items()}
    form.plan_number.choices = options(titles.items())
    form.place_code.choices = options(own)
    names = {text: period_name(it) for text, it in periods.items()}
    form.period.choices = options({period: period, **names}.items())
    return form
