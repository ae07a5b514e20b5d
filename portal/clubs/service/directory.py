"""What anyone may know: operating clubs under their neutral names, and counselling points."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import Select, or_, select

from portal import clock
from portal.clubs.models import Club, ClubStatus, CounsellingPoint, Meeting
from portal.clubs.service.clubs import commune_of, shown_name
from portal.db import session
from portal.errors import NotFound
from portal.places import service as places
from portal.text import fold, sort_key


@dataclass(frozen=True)
class OpenClub:
    """A club as anyone may know it; `note` and the meeting that is coming say place and time, and
    only where the board lets everybody know them."""

    pid: str
    name: str
    commune_code: str
    commune: str
    note: str
    phone: str
    coming: Meeting | None = None


@dataclass(frozen=True)
class OpenPoint:
    """A counselling point that is open today."""

    pid: str
    name: str
    commune_code: str
    commune: str
    hours: str


Entry = TypeVar("Entry", OpenClub, OpenPoint)


def list_open_clubs(text: str = "") -> list[OpenClub]:
    """Operating clubs by commune; `text` is a part of the name or of the commune's."""
    return _sorted((open_club(club) for club in session().scalars(operating())), text)


def list_open_points(text: str = "") -> list[OpenPoint]:
    """Counselling points open today, by commune."""
    return _sorted((open_point(point) for point in session().scalars(open_points())), text)


def get_open_club(pid: str) -> OpenClub:
    """An operating club."""
    club = session().scalar(operating().where(Club.pid == pid))
    if club is None:
        raise NotFound
    return replace(open_club(club), coming=_coming(club) if club.shows_meetings else None)


def operating() -> Select[Club]:
    """Clubs that operate."""
    return select(Club).where(Club.status == ClubStatus.OPERATING)


def open_points() -> Select[CounsellingPoint]:
    """Counselling points open today, their last day included."""
    day = clock.today()
    return select(CounsellingPoint).where(
        or_(CounsellingPoint.opened_on.is_(None), CounsellingPoint.opened_on <= day),
        or_(CounsellingPoint.closed_on.is_(None), CounsellingPoint.closed_on >= day),
    )


def open_club(club: Club) -> OpenClub:
    """What of a club is open."""
    commune = commune_of(club)
    named = places.name_of(commune, clock.today())
    note = club.meeting_note if club.shows_meetings else ""
    return OpenClub(club.pid, shown_name(club), commune, named, note, club.phone)


def open_point(point: CounsellingPoint) -> OpenPoint:
    """What of a counselling point is open: all, on the commune of today."""
    day = clock.today()
    heir = places.default_successor(point.commune_code, day, since=point.opened_on)
    commune = heir or point.commune_code
    return OpenPoint(point.pid, point.name, commune, places.name_of(commune, day), point.hours)


def _coming(club: Club) -> Meeting | None:
    """The next meeting that was not called off."""
    query = select(Meeting).where(
        Meeting.club_id == club.id,
        Meeting.cancelled_at.is_(None),
        Meeting.starts_at >= clock.now(),
    )
    return session().scalar(query.order_by(Meeting.starts_at).limit(1))


def _sorted(entries: Iterable[Entry], text: str) -> list[Entry]:
    """Those that have the text, by commune and name."""
    asked = [entry for entry in entries if fold(text) in fold(f"{entry.name} {entry.commune}")]
    return sorted(asked, key=lambda entry: sort_key(f"{entry.commune} {entry.name}"))
