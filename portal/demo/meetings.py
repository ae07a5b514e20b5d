"""The demo's meetings: eighteen months of them with their rolls, and those to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import insert

from portal import clock
from portal.clubs.models import Answer, Attendance, ClubStatus, Meeting, Membership
from portal.db import session
from portal.demo.club_life import club_life, venue
from portal.demo.clubs import is_weak
from portal.demo.world import Group, Member, World, at, keep

EVERY, MONTHS_BACK = timedelta(days=28), timedelta(days=548)
LENGTH = timedelta(minutes=90)
EVENINGS, SUNDAYS = (time(18, 30), time(19), time(19, 30)), (time(8, 30), time(14, 30))
TONIGHT = time(19, 30)
CANCELLED, WRITTEN, ANSWERED, COMES = 0.03, 0.95, 0.6, 0.8
LATELY = timedelta(days=130)  # what a judgement of the last three full months looks at
HABITS = {0.95: 5, 0.8: 3, 0.6: 2}
FADING, FADED, WEAKER = 0.1, 0.15, 0.45
LATE, EXCUSED = 0.08, 0.45


@dataclass(frozen=True)
class Habit:
    """How often a member comes, and from when on hardly any more."""

    comes: float
    fades_on: date

    def on(self, day: date) -> float:
        """The chance that they come on the day."""
        return self.comes if day < self.fades_on else FADED


def add_meetings(world: World) -> None:
    """A club meets every four weeks, a paused one until it paused; the one at home also tonight."""
    serial = 0
    for group in world.groups:
        place = venue(world.rng, group.seat.commune.name)
        meetings = []
        for starts_at in _times(world, group):
            serial += 1
            meetings.append(_meeting(world, serial, group, place, starts_at))
        keep(meetings)
        _take_rolls(world, group, meetings)
        keep(answer for meeting in meetings for answer in _answers(world, group, meeting))


def _times(world: World, group: Group) -> Iterator[datetime]:
    coming = world.today + timedelta(days=world.rng.randint(2, 10))
    hour = world.rng.choice(SUNDAYS if coming.weekday() == 6 else EVENINGS)
    earliest = max(group.seat.founded_on + timedelta(days=5), world.today - MONTHS_BACK)
    day = coming - EVERY * ((coming - earliest) // EVERY)
    while day <= coming:
        if not _paused(group, day):
            yield at(day, hour)
        day += EVERY
    if group.seat.commune == world.home:
        yield at(world.today, TONIGHT)


def _paused(group: Group, day: date) -> bool:
    club = group.club
    return club.status == ClubStatus.PAUSED and day >= (club.status_on or day)


def _meeting(world: World, serial: int, group: Group, place: str, starts_at: datetime) -> Meeting:
    meeting = Meeting(
        pid=world.pid(),
        code=f"sh-{serial:05}",
        club_id=group.club.id,
        starts_at=starts_at,
        ends_at=starts_at + LENGTH,
        place=place,
        agenda=world.rng.choice(club_life().agendas),
    )
    if _day(meeting) < world.today:
        _remember(world, group, meeting)
    return meeting


def _remember(world: World, group: Group, meeting: Meeting) -> None:
    """What became of a past meeting: minutes, or that it was called off."""
    lately = _day(meeting) > world.today - LATELY
    if not lately and world.rng.random() < CANCELLED:
        meeting.cancelled_at = meeting.starts_at - timedelta(hours=5)
        meeting.cancelled_reason = world.rng.choice(club_life().cancellations)
    elif not is_weak(group) if lately else world.rng.random() < WRITTEN:
        meeting.minutes = world.rng.choice(club_life().minutes)


def _day(meeting: Meeting) -> date:
    return clock.local(meeting.starts_at).date()


def _take_rolls(world: World, group: Group, meetings: list[Meeting]) -> None:
    habits = [_habit(world, group, member) for _, member in group.members]
    held = [m for m in meetings if _day(m) < world.today and m.cancelled_at is None]
    roll = [
        {
            "meeting_id": meeting.id,
            "client_id": membership.client_id,
            "status": _mark(world, habit.on(_day(meeting))),
            "noted_at": meeting.starts_at + LENGTH,
        }
        for meeting in held
        for (membership, _), habit in zip(group.members, habits, strict=True)
        if _covers(membership, _day(meeting))
    ]
    if roll:
        session().execute(insert(Attendance), roll)


def _habit(world: World, group: Group, member: Member) -> Habit:
    """Some come nearly always, some when their shift lets them; a few drift away."""
    comes = world.rng.choices(list(HABITS), list(HABITS.values()))[0]
    fades = world.rng.random() < FADING and member is not world.clients[0]
    fades_on = world.ago(40, 120) if fades else date.max
    return Habit(comes * (WEAKER if is_weak(group) else 1), fades_on)


def _mark(world: World, chance: float) -> str:
    if world.rng.random() < chance:
        return "late" if world.rng.random() < LATE else "present"
    return "absent_excused" if world.rng.random() < EXCUSED else "absent"


def _covers(membership: Membership, day: date) -> bool:
    return membership.joined_on <= day and (membership.left_on is None or membership.left_on >= day)


def _answers(world: World, group: Group, meeting: Meeting) -> Iterator[Answer]:
    """Who has said whether they come; the demo's own member has yet to."""
    if _day(meeting) < world.today:
        return
    for membership, member in group.members:
        asked = membership.left_on is None and member is not world.clients[0]
        if asked and world.rng.random() < ANSWERED:
            comes = world.rng.random() < COMES
            answer = Answer(
                pid=world.pid(),
                meeting_id=meeting.id,
                client_id=member.client.id,
                client=member.client,
                comes=comes,
                answered_at=world.at_work(world.ago(1, 3)),
            )
            if not comes:
                answer.apology = world.rng.choice(club_life().apologies)
            yield answer
