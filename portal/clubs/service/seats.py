"""Where clubs stand as at a day: the latest move on or before it, else where they were founded."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from portal.clubs.models import ClubSeat
from portal.db import session


class Stand(NamedTuple):
    """The commune a club stands in, and the day that its code is of: of its founding, or of the
    move; blank where a planned club has none yet."""

    commune_code: str
    since: date | None


def seats_by_club() -> Mapping[int, Sequence[ClubSeat]]:
    """The moves of every club, the first first; asked for once a transaction, for they are few."""
    known: Mapping[int, Sequence[ClubSeat]] | None = session().info.get("club_seats")
    if known is None:
        found: defaultdict[int, list[ClubSeat]] = defaultdict(list)
        for seat in session().scalars(select(ClubSeat).order_by(ClubSeat.from_on)):
            found[seat.club_id].append(seat)
        session().info["club_seats"] = known = dict(found)
    return known


def forget_seats() -> None:
    """A club was moved in this transaction: ask again."""
    session().info.pop("club_seats", None)


def stand_on(club_id: int, founding: Stand, day: date) -> Stand:
    """Where the club stands on the day."""
    moves = [seat for seat in seats_by_club().get(club_id, ()) if seat.from_on <= day]
    return Stand(moves[-1].commune_code, moves[-1].from_on) if moves else founding
