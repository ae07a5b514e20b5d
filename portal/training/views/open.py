"""/courses for anyone."""

from typing import Any

from flask import Response, current_app, request

from portal import clock
from portal.access import allow, anyone
from portal.places.service import name_of
from portal.trades.labels import EDUCATION_LABELS, LEVEL_LABELS, SHIFT_LABELS, in_words
from portal.training import service
from portal.training.forms import Filter
from portal.training.labels import ASKED_LABELS, OPINION_LABELS, enrolment_tag
from portal.training.service import Wanted
from portal.training.views import PUBLIC, bp
from portal.web import page, page_number, stands_on


@bp.get("/courses")
@allow(anyone)
def open_courses() -> Response:
    """Look for a course: by words, place, group of occupations, cost and a place to stay."""
    offered = service.choices()
    form = Filter(request.args)
    form.offer(offered.communes, offered.groups)
    wanted = Wanted(text=form.q.data or "", **form.asked())
    found = service.list_open_courses(wanted, page=page_number())
    return page(
        "training/open_courses.html",
        fragment="training/_open_courses.html",
        form=form,
        found=found,
        classes=service.next_classes(wanted, [row.id for row in found.rows]),
        with_papers=stands_on(current_app, PUBLIC),
        **said(),
    )


@bp.get("/courses/<pid>")
@allow(anyone)
def open_course(pid: str) -> Response:
    """One course: what it teaches, what it asks, and its classes."""
    shown = service.show_open_course(pid)
    return page(
        "training/open_course.html",
        shown=shown,
        opinions=service.opinions_of(shown.course),
        asked=ASKED_LABELS,
        marks=OPINION_LABELS,
        joins=_joins,
        **said(),
    )


def _joins(held: Any) -> bool:
    """Whether one may enrol in a class here and now."""
    opened = held.enrol_from is None or held.enrol_from <= clock.today()
    return bool(opened and stands_on(current_app, PUBLIC))


def said() -> dict[str, Any]:
    """The words that pages of courses need, here and on a member's own pages."""
    day = clock.today()
    return {
        "place": lambda code: name_of(code, day),
        "shifts": lambda bits: in_words(bits, SHIFT_LABELS),
        "enrolment_tag": enrolment_tag,
        "levels": LEVEL_LABELS,
        "education": EDUCATION_LABELS,
    }
