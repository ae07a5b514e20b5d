"""/targets/progress: members' months in figures, by commune."""

from flask import Response

from portal import clock
from portal.access import allow, officer
from portal.targets.service.progress import month_figures
from portal.targets.views import bp
from portal.web import actor, page


@bp.get("/targets/progress")
@allow(officer)
def progress() -> Response:
    """How many sheets of this month and the last were written and agreed."""
    this_month = clock.today().replace(day=1)
    months = [this_month, clock.months_before(this_month, 1)]
    return page(
        "targets/progress.html", months=[(month, month_figures(actor(), month)) for month in months]
    )
