"""Addresses of clubs: of their coordinators, members and officers, and the open ones; inside."""

from portal.web import blueprint

bp = blueprint("clubs", __name__, sites=("inside",))
