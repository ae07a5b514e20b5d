"""What was done, year by year."""

from flask import Response, request

from portal.access import allow, officer
from portal.targets.service.years import years_of
from portal.targets.views import bp
from portal.web import actor, page


@bp.get("/targets/years")
@allow(officer)
def years() -> Response:
    """One of the officer's own places by year, and its parts in one of the years."""
    asked = (request.args.get(name, "") for name in ("place", "measure", "year"))
    return page("targets/years.html", shown=years_of(actor(), *asked))
