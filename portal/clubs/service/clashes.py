"""What is in the way of a meeting: another of the club, its venue or its people at that hour."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import aliased

from portal import clock, i18n
from portal.access import Role
from portal.accounts.models import Post, User
from portal.clubs.models import BoardMember, Club, Meeting
from portal.clubs.recurrence.days_off import days_to_tet
from portal.clubs.service.clubs import commune_of, ids_in
from portal.db import session
from portal.i18n import _
from portal.text import fold
from portal.workdays import holiday

USUAL_LENGTH = timedelta(hours=2)  # of an imported meeting that does not say when it ended


@dataclass(frozen=True)
class Clash:
    """One thing in the way, in words; a club does not meet twice at one hour."""

    words: str
    refused: bool = False


class Diary:
    """The meetings, between two days, of a club, of those in its commune and of those whose
    coordinators or board members it shares."""

    def __init__(self, club: Club, first: date, last: date) -> None:
        self._club = club
        self._shared = _shared_people(club)
        self._meetings: defaultdict[date, list[Meeting]] = defaultdict(list)
        nearby = ids_in({commune_of(club)})
        query = select(Meeting).where(
            or_(Meeting.club_id.in_(nearby), Meeting.club_id.in_(list(self._shared))),
            Meeting.cancelled_at.is_(None),
            Meeting.starts_at >= clock.day_starts(first),
            Meeting.starts_at < clock.day_starts(last + timedelta(days=1)),
        )
        for meeting in session().scalars(query.order_by(Meeting.starts_at)):
            self._meetings[meeting.day].append(meeting)

    def clashes(
        self, starts_at: datetime, ends_at: datetime, place: str, *, but: Collection[int] = ()
    ) -> list[Clash]:
        """What is in the way at these hours, leaving some meetings out."""
        return [
            clash
            for meeting in self._meetings[clock.local(starts_at).date()]
            if meeting.id not in but and starts_at < _ends(meeting) and meeting.starts_at < ends_at
            for clash in self._with(meeting, place)
        ]

    def in_the_way(self) -> list[Meeting]:
        """The meetings of other clubs that share people with this one."""
        days = self._meetings.values()
        return [meeting for day in days for meeting in day if meeting.club_id in self._shared]

    def _with(self, meeting: Meeting, place: str) -> Iterator[Clash]:
        hour = i18n.hour(meeting.starts_at)
        if meeting.club_id == self._club.id:
            yield Clash(_("Câu lạc bộ đã có một buổi lúc %(hour)s.", hour=hour), refused=True)
            return
        if place and fold(place) == fold(meeting.place):
            yield Clash(_("Nơi này đã có một buổi khác lúc %(hour)s.", hour=hour))
        if names := self._shared.get(meeting.club_id):
            who = ", ".join(sorted(names))
            yield Clash(_("%(who)s có buổi ở câu lạc bộ khác lúc %(hour)s.", who=who, hour=hour))


def days_off(day: date) -> list[Clash]:
    """A public holiday, or the days around Tết: to be looked at, never refused."""
    name, to_tet = holiday(day, i18n.current_language()), days_to_tet(day)
    if name:
        return [Clash(_("Ngày nghỉ: %(name)s.", name=name))]
    if to_tet is None:
        return []
    if to_tet > 0:
        return [Clash(_("Còn %(n)s ngày là Tết.", n=to_tet))]
    return [Clash(_("Mùng %(n)s Tết.", n=1 - to_tet))]


def _shared_people(club: Club) -> dict[int, set[str]]:
    """Of other clubs: who of this club's coordinators and board serves there as well, by name."""
    shared: defaultdict[int, set[str]] = defaultdict(set)
    for query in (_coordinators(club), _board(club)):
        for club_id, name in session().execute(query):
            shared[club_id].add(name)
    return shared


def _coordinators(club: Club) -> Select[int, str]:
    here, there = aliased(Post), aliased(Post)
    return (
        select(Club.id, User.name)
        .join(there, and_(there.scope == Club.pid, there.role == Role.COORDINATOR))
        .join(here, and_(here.user_id == there.user_id, here.role == Role.COORDINATOR))
        .join(User, User.id == here.user_id)
        .where(here.scope == club.pid, Club.id != club.id)
        .where(_today(here), _today(there))
    )


def _board(club: Club) -> Select[int, str]:
    """The same name and agency on two boards is the same person."""
    here, there = aliased(BoardMember), aliased(BoardMember)
    same = and_(there.name == here.name, there.agency == here.agency)
    return (
        select(there.club_id, here.name)
        .join(here, same)
        .where(here.club_id == club.id, there.club_id != club.id)
        .where(_today(here), _today(there))
    )


def _today(table: type[Post | BoardMember]) -> ColumnElement[bool]:
    day = clock.today()
    return and_(table.from_on <= day, or_(table.to_on.is_(None), table.to_on >= day))


def _ends(meeting: Meeting) -> datetime:
    return meeting.ends_at or meeting.starts_at + USUAL_LENGTH
