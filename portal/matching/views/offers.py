"""/me/offers, /me/jobs, /me/classes: what is suggested, and everything there is."""

from collections.abc import Mapping

from flask import Response, request

from portal.access import allow, caseload, member
from portal.jobs import service as jobs
from portal.matching.service import offers_of, own_offers
from portal.matching.views import bp
from portal.matching.wording import Voice
from portal.people.service import blocked_for
from portal.text import tidy
from portal.trades.labels import SHIFT_LABELS
from portal.web import actor, page, page_number

FILTERS = ("commune", "group", "shift")
LONGEST = 200


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
    text, asked = asked_of_jobs(request.args)
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
        save_search="matching.save_search",
    )


def asked_of_jobs(given: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The words and the filters in an address of the list."""
    return tidy(given.get("q", ""))[:LONGEST], {name: given.get(name, "") for name in FILTERS}


@bp.get("/clients/<pid>/offers")
@allow(caseload, opens_file=True)
def offers_of_client(pid: str) -> Response:
    """What is suggested to a member whom one helps."""
    name, found = offers_of(actor(), pid)
    voice = Voice(found.reasons)
    return page("matching/client_offers.html", pid=pid, name=name, offers=found, voice=voice)
