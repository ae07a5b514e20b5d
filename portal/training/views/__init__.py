"""Addresses of training: open pages, a provider's own (public site), an officer's (inside)."""

from portal.web import blueprint

PUBLIC = ("public",)
INSIDE = ("inside",)

bp = blueprint("training", __name__)

# they hang their addresses on the room
from portal.training.views import (
    aid,
    attendance,
    certificates,
    endings,
    feedback,
    joining,
    open,
    own,
    profile,
    providers,
    roster,
)
