"""What a merger will bring, said before it is done: figures only, for an officer reads them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ScalarSelect, Select, func, or_, select

from portal import clock
from portal.access import Actor, Role
from portal.accounts.models import Post
from portal.clubs.models import (
    Charge,
    Club,
    ClubTask,
    Meeting,
    MeetingSeries,
    Membership,
    Transfer,
)
from portal.clubs.models.transfers import WAITING
from portal.clubs.service.book import get_governed_club
from portal.clubs.service.standing import check_day, heir_in
from portal.db import session


@dataclass(frozen=True)
class Merger:
    """The two clubs, and how much of the first ends, goes over, or stays as it is."""

    club: Club
    heir: Club
    last_on: date
    members: int
    members_of_both: int
    meetings: int
    series: int
    coordinators: int
    transfers: int
    tasks: int
    charges: int


def preview_merger(actor: Actor, pid: str, *, heir_pid: str, status_on: date) -> Merger:
    """What would happen; the same is refused that the merger itself refuses."""
    club = get_governed_club(actor, pid)
    heir = heir_in(actor, club, heir_pid)
    check_day(club, status_on)
    counts = {name: _count(rows) for name, rows in _ending(club, heir, status_on).items()}
    row = session().execute(select(*(n.label(name) for name, n in counts.items()))).one()
    return Merger(club, heir, status_on, **row._asdict())


def _ending(club: Club, heir: Club, last_on: date) -> dict[str, Select[int]]:
    """What is counted."""
    members = _still_in(club, last_on)
    posts = select(Post.user_id).where(Post.role == Role.COORDINATOR, Post.scope == club.pid)
    coming = select(Meeting.id).where(Meeting.club_id == club.id, Meeting.cancelled_at.is_(None))
    series = select(MeetingSeries.id).where(MeetingSeries.club_id == club.id)
    moves = or_(Transfer.from_club_id == club.id, Transfer.to_club_id == club.id)
    tasks = select(ClubTask.id).where(ClubTask.club_id == club.id)
    return {
        "members": members,
        "members_of_both": members.where(Membership.client_id.in_(_still_in(heir, last_on))),
        "meetings": coming.where(Meeting.starts_at > clock.now()),
        "series": series.where(MeetingSeries.ended_at.is_(None)),
        "coordinators": posts.where(or_(Post.to_on.is_(None), Post.to_on >= clock.today())),
        "transfers": select(Transfer.id).where(moves, Transfer.state.in_(WAITING)),
        "tasks": tasks.where(ClubTask.done_on.is_(None)),
        "charges": select(Charge.id).where(Charge.to_on.is_(None), Charge.client_id.in_(members)),
    }


def _still_in(club: Club, last_on: date) -> Select[int]:
    """Who is a member after that day, so far."""
    after = or_(Membership.left_on.is_(None), Membership.left_on > last_on)
    return select(Membership.client_id).where(Membership.club_id == club.id, after)


def _count(rows: Select[int]) -> ScalarSelect[int]:
    return select(func.count()).select_from(rows.subquery()).scalar_subquery()
