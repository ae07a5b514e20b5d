"""/me/offers, /me/jobs, /me/classes: what is suggested, and everything there is."""

from flask import Response, request

from portal.access import allow, caseload, member
from portal.jobs import service as jobs
from portal.matching.service import offers_of, own_offers
from portal.matching.views import bp
from portal.matching.wording import Voice
from portal.people.service import blocked_for
from portal.trades.labels import SHIFT_LABELS
from portal.web import actor, page, page_number

FILTERS = ("commune", "group", "shift")


@bp.get("/me/offers")
@allow(member)
def offers() -> Response:
    """What fits me, and what nearly does: work, or classes."""
    kind = "class" if request.args.get("kind") == "class" else "vacancy"
    found = own_offers(actor())
    return page(
        "matching/offers.html",
        kind=kind,
        offers=found,
        voice=Voice(found.reasons),
        everything="all" in request.args,
    )


@bp.get("/me/jobs")
@allow(member)
def open_jobs() -> Response:
    """Every open job, by words and filters."""
    asked = {name: request.args.get(name, "") for name in FILTERS}
    text = request.args.get("q", "").strip()[:200]
    return page(
        "jobs/open_jobs.html",
        fragment="jobs/_open_jobs.html",
        found=jobs.list_open_vacancies(
            page_number(), text=text, without=blocked_for(actor()), **asked
        ),
        text=text,
        asked=asked,
        choices=jobs.choices(),
        shifts=SHIFT_LABELS,
        all_jobs="matching.open_jobs",
        one_job="matching.job",
    )


@bp.get("/clients/<pid>/offers")
@allow(caseload, opens_file=True)
def offers_of_client(pid: str) -> Response:
    """What is suggested to a member whom one helps."""
    name, found = offers_of(actor(), pid)
    voice = Voice(found.reasons)
    return page("matching/client_offers.html", pid=pid, name=name, offers=found, voice=voice)
