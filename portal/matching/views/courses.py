"""/me/courses: every open course, and the classes of one, each with a way to a seat."""

from typing import Any

from flask import Response, request

from portal.access import allow, member
from portal.matching.views import bp
from portal.training import service as training
from portal.training.forms import Filter
from portal.training.views.open import said
from portal.web import page, page_number

OWN_PAGES: dict[str, Any] = {
    "all_courses": "matching.open_courses",
    "one_course": "matching.course",
    "one_class": "matching.training_class",
}


@bp.get("/me/courses")
@allow(member)
def open_courses() -> Response:
    """Look for a course, by words and filters."""
    offered, form = training.choices(), Filter(request.args)
    form.offer(offered.communes, offered.groups)
    wanted = training.Wanted(text=form.q.data or "", **form.asked())
    found = training.list_open_courses(wanted, page=page_number())
    return page(
        "training/open_courses.html",
        fragment="training/_open_courses.html",
        form=form,
        found=found,
        classes=training.next_classes(wanted, [row.id for row in found.rows]),
        **OWN_PAGES,
        **said(),
    )


@bp.get("/me/courses/<pid>")
@allow(member)
def course(pid: str) -> Response:
    """One course with its classes."""
    shown = training.show_open_course(pid)
    return page("training/open_course.html", shown=shown, **OWN_PAGES, **said())
