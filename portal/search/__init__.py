"""Full-text search of open entries: one protocol, two engines; never a person.

Callers use `protocol` (what goes in and comes out) and `rooms.open_rooms` (where it is kept);
`words` is the one folding and the one reckoning that both engines share.
"""

from typing import TYPE_CHECKING

from portal.db import session

if TYPE_CHECKING:
    from portal.search.rooms import Rooms


def current() -> "Rooms":
    """The search of the installation, as the edge opened the transaction with it."""
    rooms: Rooms = session().info["search"]
    return rooms
