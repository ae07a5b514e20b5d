"""Addresses of the people of a commune, and of a member's own data."""

from portal.web import blueprint

bp = blueprint("people", __name__, sites=("inside",))

# they hang their addresses on the room
from portal.people.views import (
    case_changes,
    clients,
    data_requests,
    handover_figures,
    handovers,
    me,
)
