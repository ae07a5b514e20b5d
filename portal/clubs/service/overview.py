"""What an officer sees of clubs: where they stand and how alive they are, in figures only."""

from dataclasses import dataclass
from datetime import date, datetime

from portal import clock
from portal.access import Actor
from portal.clubs.models import Club
from portal.clubs.service.clubs import commune_of, visible_clubs
from portal.db import session
from portal.places import service as places


@dataclass(frozen=True)
class ClubRow:
    """A club in a list."""

    pid: str
    name: str
    commune: str
    status: str
    founded_on: date | None
    members: int
    last_met: datetime | None


@dataclass(frozen=True)
class Life:
    """How alive a club was in the last six months: meetings, with minutes, mean attendance."""

    members: int
    meetings: int
    with_minutes: int
    attendance: float | None


def list_clubs(actor: Actor) -> list[ClubRow]:
    """The clubs in the actor's scope, by name of commune."""
    members, last_met = _members_today(), _last_meetings()
    rows = [
        ClubRow(
            club.pid,
            club.name,
            commune_name(club),
            club.status,
            club.founded_on,
            members.get(club.id, 0),
            last_met.get(club.id),
        )
        for club in session().scalars(visible_clubs(actor))
    ]
    return sorted(rows, key=lambda row: places_key(row.commune))


def commune_name(club: Club) -> str:
    """The name of the commune that the club lies in today."""
    return places.name_of(commune_of(club), clock.today())
