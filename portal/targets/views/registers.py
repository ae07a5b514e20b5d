"""/targets/registers: the books that officers keep beside the plans."""

from flask import Response

from portal.access import allow, officer
from portal.targets.service import visits
from portal.targets.views import bp
from portal.web import actor, page


@bp.get("/targets/registers")
@allow(officer)
def registers() -> Response:
    """All registers, and what is still to be done after visits."""
    return page(
        "targets/registers.html", late=[one for one in visits.open_actions(actor()) if one.is_late]
    )
