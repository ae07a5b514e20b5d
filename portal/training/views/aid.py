"""/courses/<pid>/aid: about how much the State may add, for anyone; nothing is kept."""

from typing import Any

from flask import Response, request, url_for

from portal.access import allow, anyone
from portal.training import service
from portal.training.aid_forms import AidForm
from portal.training.views import bp
from portal.web import page


@bp.get("/courses/<pid>/aid")
@allow(anyone)
def course_aid(pid: str) -> Response:
    """Reckon the aid for a course."""
    course = service.show_open_course(pid).course
    back = url_for("training.open_course", pid=pid)
    return aid_page(course, back=back, days=service.days_by_hours(course))


def aid_page(course: Any, *, back: str, **known: Any) -> Response:
    """The questions with what is known already, and the estimate once they are answered."""
    asked = "group" in request.args or "days" in request.args
    form = AidForm(request.args if asked else None, data={"used": "no", **known})
    sound = asked and form.validate()
    estimate = service.estimate_aid(course, form.circumstances) if sound else None
    return page("training/aid.html", course=course, form=form, back=back, estimate=estimate)
