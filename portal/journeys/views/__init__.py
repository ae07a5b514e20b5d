"""Addresses of a person's file, needs and steps."""

from portal.web import blueprint

bp = blueprint("journeys", __name__, sites=("inside",))

# they hang their addresses on the room
from portal.journeys.views import (
    centres,
    files,
    milestones,
    plans,
    raising,
    referrals,
    supports,
    timeline,
)
