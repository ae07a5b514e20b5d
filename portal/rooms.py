"""Which rooms have a door to the web, and on which site each stands."""

from collections.abc import Iterator

from flask import Blueprint

from portal.accounts.views import bp as accounts
from portal.accounts.views import signing_in as _signing_in  # noqa: F401 - adds its addresses
from portal.clubs.views import bp as clubs
from portal.clubs.views import clubs as _clubs  # noqa: F401
from portal.clubs.views import evening as _evening  # noqa: F401
from portal.clubs.views import meetings as _meetings  # noqa: F401
from portal.clubs.views import members as _members  # noqa: F401
from portal.clubs.views import own as _own  # noqa: F401
from portal.home.views import bp as home

ROOMS = (home, accounts, clubs)


def blueprints(site: str) -> Iterator[Blueprint]:
    """The blueprints of a site: all, public or inside."""
    for room in ROOMS:
        if site == "all" or site in room.sites:  # type: ignore[attr-defined]
            yield room
