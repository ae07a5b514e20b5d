"""Others' results, to compare with."""

from flask import Response

from portal.access import allow, officer
from portal.targets.indicators import INDICATORS
from portal.targets.labels import RESULT_UNIT_LABELS
from portal.targets.service.comparing import compared
from portal.targets.views import bp
from portal.web import actor, page


@bp.get("/targets/results")
@allow(officer)
def results() -> Response:
    """What other provinces reached, and the same of one's own place."""
    return page(
        "targets/results.html",
        documents=compared(actor()),
        units=RESULT_UNIT_LABELS,
        indicators=INDICATORS,
    )
