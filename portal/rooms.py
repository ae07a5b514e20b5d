"""Which rooms have a door to the web, and on which site each stands."""

from collections.abc import Iterator

from flask import Blueprint

from portal.accounts.views import bp as accounts
from portal.accounts.views import signing_in as _signing_in  # noqa: F401 - adds its addresses
from portal.home import my_data as _my_data  # noqa: F401
from portal.home.views import bp as home
from portal.jobs.views import bp as jobs
from portal.jobs.views import employers as _employers  # noqa: F401
from portal.jobs.views import hiring as _hiring  # noqa: F401
from portal.jobs.views import open as _open_jobs  # noqa: F401
from portal.jobs.views import registering as _registering  # noqa: F401
from portal.journeys.views import bp as journeys
from portal.journeys.views import files as _files  # noqa: F401
from portal.matching.views import applications as _applications  # noqa: F401
from portal.matching.views import bp as matching
from portal.matching.views import classes as _own_classes  # noqa: F401
from portal.matching.views import jobs as _own_jobs  # noqa: F401
from portal.matching.views import offers as _offers  # noqa: F401
from portal.people.views import bp as people
from portal.people.views import clients as _clients  # noqa: F401
from portal.people.views import me as _me  # noqa: F401

ROOMS = (home, accounts, jobs, people, journeys, matching)


def blueprints(site: str) -> Iterator[Blueprint]:
    """The blueprints of a site: all, public or inside."""
    for room in ROOMS:
        if site == "all" or site in room.sites:  # type: ignore[attr-defined]
            yield room
