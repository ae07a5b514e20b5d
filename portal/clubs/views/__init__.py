"""Addresses of clubs: of their coordinators, members and officers, and the open ones; inside."""

from portal.web import blueprint

bp = blueprint("clubs", __name__, sites=("inside",))

# they hang their addresses on the room
from portal.clubs.views import (
    book,
    calendars,
    care,
    cash,
    clubs,
    evening,
    meetings,
    members,
    months,
    moving,
    outreach,
    own,
    points,
    progress,
    reminders,
    roll,
    series,
    transfers,
    volunteers,
)
