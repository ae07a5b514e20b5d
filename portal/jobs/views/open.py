"""/jobs: what everyone may browse."""

from flask import Response, request

from portal.access import allow, anyone
from portal.jobs import service, words
from portal.jobs.views import bp
from portal.text import tidy
from portal.trades.labels import SHIFT_LABELS
from portal.web import page, page_number

LONGEST_TEXT = 200
FILTERS = ("commune", "group", "shift")


@bp.get("/jobs")
@allow(anyone)
def open_jobs() -> Response:
    """The open list: words and filters stay in the address."""
    asked = {name: tidy(request.args.get(name, "")) for name in FILTERS}
    text = tidy(request.args.get("q", ""))[:LONGEST_TEXT]
    found = service.list_open_vacancies(page_number(), text=text, **asked)
    return page(
        "jobs/open_jobs.html",
        fragment="jobs/_open_jobs.html",
        found=found,
        text=text,
        asked=asked,
        choices=service.choices(),
        shifts=SHIFT_LABELS,
    )


@bp.get("/jobs/<pid>")
@allow(anyone)
def open_job(pid: str) -> Response:
    """One open job, and the employer's own way to apply."""
    vacancy = service.get_open_vacancy(pid)
    return page(
        "jobs/open_job.html",
        vacancy=vacancy,
        summary=words.summary(vacancy, *service.skills_of(vacancy)),
    )
