"""Which rooms have a door to the web, and on which site each stands."""

from collections.abc import Iterator

from portal.accounts.views import bp as accounts
from portal.clubs.views import bp as clubs
from portal.exchange.views import bp as exchange
from portal.home import erasing as _erasing  # noqa: F401 - says what else goes with a person
from portal.home import my_data as _my_data  # noqa: F401 - hangs its addresses on the room
from portal.home import offers as _offers  # noqa: F401 - says whom one may agree to
from portal.home import scopes as _scopes  # noqa: F401 - says what a post may be for
from portal.home import search as _search  # noqa: F401
from portal.home.views import bp as home
from portal.jobs.views import bp as jobs
from portal.journeys.service import erasing as _way_erasing  # noqa: F401 - the same of their way
from portal.journeys.views import bp as journeys
from portal.matching.views import bp as matching
from portal.people.views import bp as people
from portal.places.views import bp as places
from portal.targets.views import bp as targets
from portal.training.views import bp as training
from portal.web import Room

ROOMS: tuple[Room, ...] = (
    home,
    accounts,
    places,
    jobs,
    training,
    people,
    clubs,
    journeys,
    matching,
    targets,
    exchange,
)


def blueprints(site: str) -> Iterator[Room]:
    """The blueprints of a site: all, public or inside."""
    for room in ROOMS:
        if site == "all" or site in room.sites:
            yield room
