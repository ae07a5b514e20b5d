"""The cases behind a figure, and for a case officer the people whom a target still misses."""

from flask import Response, request

from portal import clock
from portal.access import allow, case_officer, officer
from portal.places.service import name_of
from portal.targets import service
from portal.targets.forms.asking import AsAtForm, map_asked
from portal.targets.stable_words import said
from portal.targets.views import bp
from portal.targets.views.board import address_of, words
from portal.web import actor, page


@bp.get("/targets/plans/<slug>/targets/<target_id>/cases")
@allow(officer)
def cases(slug: str, target_id: str) -> Response:
    """Those that count and those that do not, each with what to do next."""
    form, map_ = AsAtForm(request.args), map_asked(request.args.get("map"))
    shown = service.open_cases(actor(), slug, target_id, map_, form.asked or clock.today())
    return page(
        "targets/cases.html",
        form=form,
        shown=shown,
        map=map_,
        said=said,
        at=address_of(shown.day, map_),
        **words(),
    )


@bp.get("/targets/cases")
@allow(case_officer, opens_file=True)
def own_cases() -> Response:
    """The people of one's own communes who do not count yet, by name."""
    found = service.missing_persons(actor())
    day = clock.today()
    return page(
        "targets/own_cases.html", found=found, place=lambda code: name_of(code, day), **words()
    )
