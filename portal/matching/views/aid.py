"""/me/classes/<pid>/aid: about how much the State may add for the member, from what is known."""

from math import ceil

from flask import Response, url_for

from portal.access import allow, member
from portal.journeys import service as steps
from portal.matching.service import explain_own
from portal.matching.views import bp
from portal.people.service import own_client
from portal.training import service as training
from portal.training.views.aid import aid_page
from portal.web import actor

GROUPS = {"poor": "priority", "near_poor": "near_poor"}  # of households; others say it themselves


@bp.get("/me/classes/<pid>/aid")
@allow(member)
def class_aid(pid: str) -> Response:
    """Reckon the aid for a class: group, days and way as far as they are on file."""
    held = steps.open_class(pid)
    known = {
        "group": GROUPS.get(own_client(actor()).household_status),
        "days": training.days_of(held) or training.days_by_hours(held.course),
        "km": _km(held.code),
    }
    return aid_page(held.course, back=url_for("matching.training_class", pid=pid), **known)


def _km(class_code: str) -> int | None:
    """The way from the member's commune to that of the class, where both are on the map."""
    for reason in explain_own(actor(), class_code).reasons:
        metres = reason.figures.get("metres")
        if reason.name == "distance" and isinstance(metres, int):
            return ceil(metres / 1000)
    return None
