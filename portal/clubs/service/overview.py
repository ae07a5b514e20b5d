"""What an officer sees of clubs: where they stand and how alive they are, in figures only."""

from dataclasses import dataclass
from datetime import date, datetime
from statistics import fmean

from sqlalchemy import func, or_, select

from portal import clock
from portal.access import Actor
from portal.clubs.models import BoardMember, Club, Meeting, Membership
from portal.clubs.service.attendance import MONTHS, shares_present
from portal.clubs.service.clubs import commune_of, visible_clubs
from portal.db import session
from portal.places import service as places
from portal.text import sort_key


@dataclass(frozen=True)
class ClubRow:
    """A club in a list."""

    pid: str
    name: str
    commune: str
    status: str
    members: int
    last_met: datetime | None


@dataclass(frozen=True)
class Life:
    """How alive a club was in the last six months; attendance in percent, None without a roll."""

    members: int
    meetings: int
    with_minutes: int
    attendance: float | None


def list_clubs(actor: Actor) -> list[ClubRow]:
    """The clubs in the actor's scope, by the name of their commune."""
    members, last_met = _members_today(), _last_meetings()
    rows = [
        ClubRow(
            club.pid,
            club.name,
            commune_name(club),
            club.status,
            members.get(club.id, 0),
            last_met.get(club.id),
        )
        for club in session().scalars(visible_clubs(actor))
    ]
    return sorted(rows, key=lambda row: sort_key(f"{row.commune} {row.name}"))


def commune_name(club: Club) -> str:
    """The name of the commune that the club lies in today."""
    return places.name_of(commune_of(club), clock.today())


def life_of(club: Club) -> Life:
    """The figures of one club, from its meetings of the last six months."""
    since = clock.day_starts(clock.months_before(clock.today(), MONTHS))
    held = (
        session()
        .scalars(
            select(Meeting)
            .where(Meeting.club_id == club.id, Meeting.cancelled_at.is_(None))
            .where(Meeting.starts_at >= since, Meeting.starts_at <= clock.now())
        )
        .all()
    )
    shares = shares_present(held)
    return Life(
        members=_members_today().get(club.id, 0),
        meetings=len(held),
        with_minutes=sum(bool(meeting.minutes) for meeting in held),
        attendance=round(100 * fmean(shares), 1) if shares else None,
    )


def board_of(club: Club, day: date | None = None) -> list[BoardMember]:
    """Who holds which post of the board on a day, or today."""
    day = day or clock.today()
    return list(
        session().scalars(
            select(BoardMember)
            .where(BoardMember.club_id == club.id, BoardMember.from_on <= day)
            .where(or_(BoardMember.to_on.is_(None), BoardMember.to_on >= day))
            .order_by(BoardMember.id)
        )
    )


def _members_today() -> dict[int, int]:
    query = select(Membership.club_id, func.count(Membership.client_id.distinct()))
    today = Membership.in_force(clock.today())
    return dict(session().execute(query.where(today).group_by(Membership.club_id)).all())


def _last_meetings() -> dict[int, datetime]:
    query = select(Meeting.club_id, func.max(Meeting.starts_at)).where(
        Meeting.cancelled_at.is_(None), Meeting.starts_at <= clock.now()
    )
    return dict(session().execute(query.group_by(Meeting.club_id)).all())
