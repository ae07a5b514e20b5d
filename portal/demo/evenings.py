"""What the demo's evenings left behind: a roll put right, signed minutes, tasks, guests.

All is drawn from a stream of its own, so that what was made before stays as it was.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

from sqlalchemy import select

from portal.accounts.models import User
from portal.clubs.models import (
    Attendance,
    AttendanceChange,
    ClubTask,
    Meeting,
    MinutesVersion,
)
from portal.db import session
from portal.demo.club_life import club_life
from portal.demo.world import Group, World, keep

LATELY = timedelta(days=70)
SIGNED, DONE, MEMBERS_TASK = 0.7, 0.5, 0.4
LATER = timedelta(hours=20)


def add_evenings(world: World) -> None:
    """The last meetings of each club: who came beside the members, tasks, and minutes signed."""
    own_world = replace(world, rng=Random(f"{world.groups[0].club.pid}/evenings"))
    chance = own_world.rng
    coordinator = session().scalars(select(User.pid).where(User.login == "coordinator")).one()
    for group in world.groups:
        own = group is world.own_group
        for meeting in _lately(world, group):
            meeting.guests, meeting.family = chance.randint(0, 3), chance.randint(0, 4)
            keep([_minutes(chance, meeting, coordinator if own else None)])
            keep(_tasks(own_world, group, meeting))
            if own:
                keep(_correction(chance, meeting, coordinator))


def _lately(world: World, group: Group) -> list[Meeting]:
    """Those with minutes, the last two at most."""
    query = select(Meeting).where(Meeting.club_id == group.club.id, Meeting.minutes != "")
    rows = list(session().scalars(query.order_by(Meeting.starts_at)))[-2:]
    return [meeting for meeting in rows if meeting.day > world.today - LATELY]


def _minutes(chance: Random, meeting: Meeting, by: str | None) -> MinutesVersion:
    signed = chance.random() < SIGNED
    written_at = meeting.starts_at + LATER
    return MinutesVersion(
        meeting_id=meeting.id,
        number=1,
        body=meeting.minutes,
        written_at=written_at,
        by_pid=by,
        signed_at=written_at if signed else None,
        signed_by_pid=by if signed else None,
    )


def _tasks(world: World, group: Group, meeting: Meeting) -> Iterator[ClubTask]:
    chance = world.rng
    still = [member for membership, member in group.members if membership.left_on is None]
    for body in chance.sample(club_life().tasks, 2):
        done = chance.random() < DONE
        member = chance.choice(still) if still and chance.random() < MEMBERS_TASK else None
        yield ClubTask(
            pid=world.pid(),
            club_id=group.club.id,
            meeting_id=meeting.id,
            body=body,
            who="" if member else chance.choice(club_life().doers),
            client_id=member.client.id if member else None,
            due_on=meeting.day + timedelta(days=chance.choice((7, 14, 40))),
            done_on=meeting.day + timedelta(days=5) if done else None,
        )


def _correction(chance: Random, meeting: Meeting, by: str) -> Iterator[AttendanceChange]:
    """One who was put down as absent had excused himself."""
    absent = select(Attendance).where(
        Attendance.meeting_id == meeting.id, Attendance.status == "absent_excused"
    )
    mark = session().scalars(absent.order_by(Attendance.client_id).limit(1)).first()
    if mark is None:
        return
    yield AttendanceChange(
        meeting_id=meeting.id,
        client_id=mark.client_id,
        from_mark="absent",
        to_mark="absent_excused",
        reason=chance.choice(club_life().corrections),
        changed_at=meeting.starts_at + LATER,
        by_pid=by,
    )
