"""The demo's regular meetings: series that its clubs' meetings fit, and those of the months ahead.

All is drawn from a stream of its own, so that what was made before stays as it was.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import date
from random import Random

from sqlalchemy import select

from portal.clubs.models import ClubStatus, Meeting, MeetingSeries, SeriesDate
from portal.clubs.recurrence.days_off import days_to_tet
from portal.clubs.recurrence.rules import Weekly, coded, dates
from portal.clubs.service.planned import AHEAD
from portal.db import session
from portal.demo.club_life import club_life
from portal.demo.clubs import is_weak
from portal.demo.meetings import EVERY, TONIGHT
from portal.demo.world import Group, World, at, keep
from portal.workdays import holiday


def add_series(world: World) -> None:
    """A club that runs meets every four weeks, as it has so far; the weak one has no series."""
    chance = Random(f"{world.groups[0].club.pid}/series")
    serial = 0
    for group in world.groups:
        meetings = _regular(world, group)
        if is_weak(group) or group.club.status != ClubStatus.OPERATING or not meetings:
            continue
        series = _series(chance, group, meetings)
        keep([series])
        keep(_date(series, meeting.day, meeting) for meeting in meetings)
        for day in _days_ahead(world, series, meetings):
            serial += 1
            meeting = None if _is_off(day) else _meeting(chance, serial, series, day)
            keep([meeting] if meeting else [])
            keep([_date(series, day, meeting)])


def _regular(world: World, group: Group) -> list[Meeting]:
    """The club's meetings so far and the next, but for the one tonight at home."""
    query = select(Meeting).where(Meeting.club_id == group.club.id).order_by(Meeting.starts_at)
    tonight = at(world.today, TONIGHT) if group.seat.commune == world.home else None
    return [meeting for meeting in session().scalars(query) if meeting.starts_at != tonight]


def _series(chance: Random, group: Group, meetings: list[Meeting]) -> MeetingSeries:
    first, last = meetings[0], meetings[-1]
    return MeetingSeries(
        pid=_pid(chance),
        club_id=group.club.id,
        rule=coded(Weekly((first.day.weekday(),), (EVERY.days // 7,))),
        starts=last.starts,
        ends=last.ends,
        place=last.place,
        agenda=chance.choice(club_life().agendas),
        from_on=first.day,
    )


def _days_ahead(world: World, series: MeetingSeries, meetings: list[Meeting]) -> Iterator[date]:
    rule = Weekly((series.from_on.weekday(),), (EVERY.days // 7,))
    known = {meeting.day for meeting in meetings}
    ahead = dates(rule, series.from_on, world.today + AHEAD, since=world.today)
    return (day for day in ahead if day not in known)


def _meeting(chance: Random, serial: int, series: MeetingSeries, day: date) -> Meeting:
    return Meeting(
        pid=_pid(chance),
        code=f"dk-{serial:05}",
        club_id=series.club_id,
        starts_at=at(day, series.starts),
        ends_at=at(day, series.ends),
        place=series.place,
        agenda=series.agenda,
    )


def _date(series: MeetingSeries, day: date, meeting: Meeting | None) -> SeriesDate:
    meeting_id = meeting.id if meeting else None
    return SeriesDate(series_id=series.id, original_on=day, meeting_id=meeting_id)


def _is_off(day: date) -> bool:
    return holiday(day, "vi") is not None or days_to_tet(day) is not None


def _pid(chance: Random) -> str:
    return urlsafe_b64encode(chance.randbytes(16)).rstrip(b"=").decode()
