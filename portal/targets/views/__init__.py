"""Addresses of plans, targets, reports and registers; inside."""

from portal.web import blueprint

bp = blueprint("targets", __name__, sites=("inside",))

# they hang their addresses on the room
from portal.targets.views import (  # noqa: E402
    board,  # noqa: F401
    figures,  # noqa: F401
    open_figures,  # noqa: F401
    plans,  # noqa: F401
    registers,  # noqa: F401
    reports,  # noqa: F401
    results,  # noqa: F401
    reviews,  # noqa: F401
    rules,  # noqa: F401
    staff,  # noqa: F401
    targets,  # noqa: F401
    tasks,  # noqa: F401
    visits,  # noqa: F401
from portal.targets.views import (  # noqa: E402, F401  # noqa: E402
    board,
    figures,
    papers,
    plans,
    registers,
    reports,
    results,
    reviews,
    rules,
    staff,
    targets,
    tasks,
    visits,
)
