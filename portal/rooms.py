"""Which rooms have a door to the web, and on which site each stands."""

from collections.abc import Iterator

from flask import Blueprint

from portal.accounts.views import account as _account  # noqa: F401 - adds its addresses
from portal.accounts.views import bp as accounts
from portal.accounts.views import cards as _cards  # noqa: F401
from portal.accounts.views import signing_in as _signing_in  # noqa: F401
from portal.accounts.views import users as _users  # noqa: F401
from portal.home import my_data as _my_data  # noqa: F401
from portal.home import scopes as _scopes  # noqa: F401 - says what a post may be for
from portal.home.views import bp as home
from portal.journeys.views import bp as journeys
from portal.journeys.views import files as _files  # noqa: F401
from portal.people.views import bp as people
from portal.people.views import clients as _clients  # noqa: F401
from portal.people.views import me as _me  # noqa: F401
from portal.training.views import bp as training
from portal.training.views import open as _open_courses  # noqa: F401
from portal.training.views import own as _own_courses  # noqa: F401
from portal.training.views import providers as _providers  # noqa: F401
from portal.training.views import roster as _roster  # noqa: F401

ROOMS = (
    home,
    accounts,
    jobs,
    training,
    people,
    journeys,
)
from portal.jobs.views import employers as _employers  # noqa: F401
from portal.jobs.views import hiring as _hiring  # noqa: F401
from portal.jobs.views import open as _open_jobs  # noqa: F401
from portal.jobs.views import registering as _registering  # noqa: F401


def blueprints(site: str) -> Iterator[Blueprint]:
    """The blueprints of a site: all, public or inside."""
    for room in ROOMS:
        if site == "all" or site in room.sites:  # type: ignore[attr-defined]
            yield room
