"""A place on either map: its figures, and down from province to commune."""

from flask import Response, request

from portal import clock
from portal.access import allow, officer
from portal.clubs.labels import STATUS_LABELS
from portal.targets.forms.asking import AsAtForm, map_asked
from portal.targets.service import place_page
from portal.targets.views import bp
from portal.targets.views.board import address_of, communes_shown, words
from portal.web import actor, page


@bp.get("/targets/places/<code>")
@allow(officer)
def place(code: str) -> Response:
    """One place as at a day."""
    form, map_ = AsAtForm(request.args), map_asked(request.args.get("map"))
    day = form.asked or clock.today()
    shown = place_page(actor(), code, map_, day)
    return page(
        "targets/place.html",
        form=form,
        shown=shown,
        day=day,
        map=map_,
        map_day=shown.area.day,
        drawn=communes_shown(shown.communes),
        labels=STATUS_LABELS,
        at=address_of(day, map_),
        **words(),
    )
