"""/figures: what everybody may know."""

from typing import Any

from flask import Response, request

from portal.access import allow, anyone
from portal.crowd import FEWEST
from portal.targets.forms.releases import WhichFigures
from portal.targets.indicators import INDICATORS
from portal.targets.service import releases
from portal.targets.views import bp
from portal.web import page


@bp.get("/figures")
@allow(anyone)
def open_figures() -> Response:
    """Clubs as they are; people of ended years, by commune, as the statistics gate let them."""
    asked = [request.args.get(name, "") for name in ("place", "shown", "year")]
    choice = releases.choose(*asked)
    form = WhichFigures(formdata=None)
    form.offer(choice, _titles())
    return page(
        "targets/open_figures.html",
        form=form,
        choice=choice,
        places=releases.places_shown(choice),
        clubs=releases.clubs_by_year(choice.province),
        indicator=INDICATORS[choice.indicator],
        fewest=FEWEST,
    )


def _titles() -> dict[str, Any]:
    return {name: INDICATORS[key].title for name, key in releases.OPEN_INDICATORS.items()}
