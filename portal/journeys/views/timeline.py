"""/clients/<pid>/timeline and /me/way: what happened on a person's way, and who did it."""

from flask import Response

from portal.access import allow, case_officer, member
from portal.journeys.labels import DOER_LABELS
from portal.journeys.service.timeline import open_timeline, own_timeline
from portal.journeys.views import bp
from portal.web import actor, page


@bp.get("/clients/<pid>/timeline")
@allow(case_officer, opens_file=True)
def timeline(pid: str) -> Response:
    """The way of a person of the commune."""
    return page("journeys/timeline.html", way=open_timeline(actor(), pid), doers=DOER_LABELS)


@bp.get("/me/way")
@allow(member)
def own_way() -> Response:
    """The member's own."""
    return page("journeys/own_way.html", way=own_timeline(actor()), doers=DOER_LABELS)
