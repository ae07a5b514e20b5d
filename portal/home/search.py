"""/search: one box for all that is open on this site, the best of each kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flask import Response, request, url_for

from portal import search
from portal.access import allow, anyone
from portal.clubs import service as clubs
from portal.home.views import bp
from portal.i18n import _
from portal.jobs import service as jobs
from portal.people.service import blocked_for
from portal.training import service as training
from portal.training.service.offers import Wanted
from portal.web import actor, page

SHOWN = 5
LONGEST = 200


@dataclass(frozen=True)
class Shelf:
    """What was found of one kind: the first few as (title, address, fact), and all of them."""

    title: str
    total: int
    first: list[tuple[str, str, str]]
    href: str


@bp.get("/search")
@allow(anyone)
def find() -> Response:
    """The words stay in the address."""
    text = request.args.get("q", "").strip()[:LONGEST]
    shelves = list(_shelves(text)) if text else []
    return page("home/search.html", text=text, shelves=[s for s in shelves if s.total])


def _shelves(text: str) -> Iterator[Shelf]:
    here = search.current().kinds
    for kind, shelf in SHELVES.items():
        if kind in here:
            yield shelf(text)


def _jobs(text: str) -> Shelf:
    found = jobs.list_open_vacancies(1, text=text, without=blocked_for(actor()))
    first = [
        (row.title, url_for("jobs.open_job", pid=row.pid), row.employer_name)
        for row in found.rows[:SHOWN]
    ]
    return Shelf(_("Việc làm"), found.total, first, url_for("jobs.open_jobs", q=text))


def _courses(text: str) -> Shelf:
    found = training.list_open_courses(Wanted(text=text), page=1)
    first = [
        (row.title, url_for("training.open_course", pid=row.pid), row.provider)
        for row in found.rows[:SHOWN]
    ]
    return Shelf(_("Khóa học"), found.total, first, url_for("training.open_courses", q=text))


def _clubs(text: str) -> Shelf:
    found = clubs.list_open_clubs(text)
    first = [
        (club.name, url_for("clubs.open_club", pid=club.pid), club.commune)
        for club in found[:SHOWN]
    ]
    return Shelf(_("Câu lạc bộ"), len(found), first, url_for("clubs.open_clubs", q=text))


SHELVES: dict[str, Callable[[str], Shelf]] = {"job": _jobs, "course": _courses, "club": _clubs}
