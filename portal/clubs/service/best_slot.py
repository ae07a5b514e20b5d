"""When most members can come: from the hours that they said they are free for work.

Figures only, and none where fewer than three members have said their hours. On Saturday and Sunday
those are counted who can work at weekends; on another day those who can at that part of the day.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from sqlalchemy import select

from portal import clock
from portal.access import Actor
from portal.clubs.models import Club, Meeting, Membership
from portal.clubs.service.clashes import Diary
from portal.clubs.service.clubs import get_own_club, own_clubs
from portal.clubs.service.memberships import viewer
from portal.clubs.service.planned import AHEAD
from portal.db import session
from portal.people.models import Client
from portal.people.service import consenting_to
from portal.trades.vocabulary import SHIFTS

PARTS = {
    "morning": (time(8, 30), time(10)),
    "afternoon": (time(14, 30), time(16)),
    "evening": (time(19), time(20, 30)),
}
WEEKEND = 5  # Saturday, the first day of one
FEWEST = 3  # whose hours make a figure


@dataclass(frozen=True)
class Slot:
    """A part of a day of the week, who can come, and who of the others has to be elsewhere."""

    weekday: int
    part: str
    come: int
    board_comes: bool
    elsewhere: int  # coming meetings of clubs that share coordinators or board members


@dataclass(frozen=True)
class Slots:
    """All slots, the best first, of so many members: whose hours are known, unknown, or no use."""

    rows: list[Slot]
    known: int
    unknown: int
    never: int

    @property
    def enough(self) -> bool:
        """Whether there are so many that a figure tells of no one."""
        return self.known >= FEWEST


def slots_for(actor: Actor, club_pid: str, *, together: bool, board: int) -> Slots:
    """Every slot of the week, for the actor's own club or all of their clubs together.

    `board` are the hours at which the board can come, as bits of shifts; 0 where nothing is said.
    """
    club = get_own_club(actor, club_pid)
    clubs = own_clubs(actor) if together else [club]
    shifts = _shifts_of_members(clubs)
    known = [bits for bits in shifts if bits]
    elsewhere = _elsewhere(club, {other.id for other in clubs})
    rows = [
        Slot(
            weekday,
            part,
            come=sum(_can(bits, weekday, part) for bits in known),
            board_comes=not board or _can(board, weekday, part),
            elsewhere=elsewhere[weekday, part],
        )
        for weekday in range(7)
        for part in PARTS
    ]
    never = sum(not any(_can(bits, row.weekday, row.part) for row in rows) for bits in known)
    rows.sort(key=lambda row: (not row.board_comes, -row.come, row.elsewhere))
    return Slots(rows, len(known), len(shifts) - len(known), never)


def usual_hours(part: str) -> tuple[time, time] | None:
    """From when to when a club usually meets in a part of the day."""
    return PARTS.get(part)


def _can(bits: int, weekday: int, part: str) -> bool:
    word = "weekend" if weekday >= WEEKEND else part
    return bool(bits >> SHIFTS.index(word) & 1)


def _shifts_of_members(clubs: Sequence[Club]) -> list[int]:
    """The hours of each member of today, once; unknown (0) where they do not let the club know."""
    rows: dict[int, int] = {}
    for club in clubs:
        shown = Client.id.in_(consenting_to([viewer(club)], "matches"))
        query = (
            select(Client.id, Client.shifts, shown)
            .join(Membership, Membership.client_id == Client.id)
            .where(Membership.club_id == club.id, Membership.in_force(clock.today()))
        )
        for client_id, shifts, consented in session().execute(query):
            rows[client_id] = rows.get(client_id, 0) or (shifts if consented else 0)
    return list(rows.values())


def _elsewhere(club: Club, own: set[int]) -> Counter[tuple[int, str]]:
    """In which slots the club's people have coming meetings at clubs that are not asked about."""
    diary = Diary(club, clock.today(), clock.today() + AHEAD)
    others = [meeting for meeting in diary.in_the_way() if meeting.club_id not in own]
    return Counter((meeting.day.weekday(), _part(meeting)) for meeting in others)


def _part(meeting: Meeting) -> str:
    hour = meeting.starts.hour
    return "morning" if hour < 12 else "afternoon" if hour < 17 else "evening"
