"""Addresses of plans, targets, reports and registers; inside."""

from portal.web import blueprint

bp = blueprint("targets", __name__, sites=("inside",))

# they hang their addresses on the room
from portal.targets.views import (
    board,
    cases,
    figures,
    gaps,
    open_figures,
    papers,
    places,
    plans,
    progress,
    registers,
    reports,
    results,
    reviews,
    rules,
    staff,
    targets,
    tasks,
    visits,
    years,
)
