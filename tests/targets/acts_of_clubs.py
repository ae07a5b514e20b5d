"""What happens in clubs: one act a function, drawn from numbers."""

from datetime import time, timedelta
from random import Random

from portal import clock
from portal.access import Actor, Held, Role
from portal.clubs import service as clubs
from portal.clubs.models import Club, Meeting, Membership
from portal.clubs.service import moving, receiving, transfers
from portal.db import session
from portal.people.models import Client
from portal.places import service as places
from tests.targets.history import COMMUNES, PROVINCE, History, before, coordinator, one


def found_club(history: History, dice: Random) -> None:
    commune = dice.choice(COMMUNES)
    districts = places.old_districts_of(commune, clock.today())
    clubs.found_club(
        Actor("officer", (Held(Role.OFFICER, PROVINCE),)),
        commune_code=commune,
        name=f"CLB {next(history.names)}",
        display_name="",
        decision="1/QĐ",
        founded_on=before(dice, 60),
        old_district_code=dice.choice(districts).code,
    )


def move_club(history: History, dice: Random) -> None:
    club = one(dice, Club)
    clubs.move_club(
        Actor("officer", (Held(Role.OFFICER, PROVINCE),)),
        club.pid,
        status=dice.choice(["operating", "paused", "dissolved"]),
        status_on=clock.today(),
        version=club.version,
    )


def change_seat(history: History, dice: Random) -> None:
    """A club moves to another commune of the province."""
    club = one(dice, Club)
    moving.change_seat(
        Actor("officer", (Held(Role.OFFICER, PROVINCE),)),
        club.pid,
        commune_code=dice.choice(COMMUNES),
        from_on=before(dice, 60),
        decision="2/QĐ",
        decided_on=None,
        version=club.version,
    )


def transfer_member(history: History, dice: Random) -> None:
    """A member goes to another club, which says yes at once."""
    joined = one(dice, Membership, Membership.left_on.is_(None))
    club, other = session().get_one(Club, joined.club_id), one(dice, Club)
    client = session().get_one(Client, joined.client_id)
    asked = transfers.ask_transfer(
        coordinator(club.pid), client.pid, to_pid=other.pid, signed_on=clock.today()
    )
    receiving.accept_transfer(coordinator(other.pid), asked.pid)


def add_member(history: History, dice: Random) -> None:
    club = one(dice, Club)
    clubs.add_new_member(
        coordinator(club.pid),
        club.pid,
        name=f"Nguyễn Văn {next(history.names)}",
        phone="",
        birth_year=1990,
        commune_code=dice.choice(COMMUNES),
        education=2,
        signed=True,
    )


def end_membership(history: History, dice: Random) -> None:
    open_since = Membership.joined_on <= clock.today() - timedelta(days=30)
    joined = one(dice, Membership, Membership.left_on.is_(None), open_since)
    club, client = (
        session().get_one(Club, joined.club_id),
        session().get_one(Client, joined.client_id),
    )
    clubs.end_membership(coordinator(club.pid), client.pid, left_on=before(dice, 200))


def schedule_meeting(history: History, dice: Random) -> None:
    club = one(dice, Club)
    clubs.schedule_meeting(
        coordinator(club.pid),
        club.pid,
        day=before(dice, 90),
        starts=time(dice.choice([0, 6, 19])),
        ends=time(21),
        place="",
        agenda="",
        back_entry=True,
    )


def _meeting(dice: Random) -> tuple[Actor, Meeting]:
    meeting = one(dice, Meeting)
    return coordinator(session().get_one(Club, meeting.club_id).pid), meeting


def call_roll(history: History, dice: Random) -> None:
    actor, meeting = _meeting(dice)
    roll = clubs.roll_of(actor, clubs.get_meeting(actor, meeting.pid))
    marked = dice.sample(roll, dice.randint(0, len(roll)))
    kinds = clubs.list_kinds()
    clubs.record_attendance(actor, meeting.pid, {row.pid: dice.choice(kinds) for row in marked})


def write_minutes(history: History, dice: Random) -> None:
    actor, meeting = _meeting(dice)
    words = dice.choice(["Đã họp.", " "])
    clubs.write_minutes(actor, meeting.pid, minutes=words, version=meeting.version)


def move_meeting(history: History, dice: Random) -> None:
    actor, meeting = _meeting(dice)
    clubs.edit_meeting(
        actor,
        meeting.pid,
        day=before(dice, 90),
        starts=time(19),
        ends=time(21),
        place="",
        agenda="",
        back_entry=True,
        version=meeting.version,
    )


def cancel_meeting(history: History, dice: Random) -> None:
    actor, meeting = _meeting(dice)
    clubs.cancel_meeting(actor, meeting.pid, reason="Mưa", version=meeting.version)


ACTS = (
    found_club,
    move_club,
    change_seat,
    transfer_member,
    add_member,
    end_membership,
    schedule_meeting,
    call_roll,
    write_minutes,
    move_meeting,
    cancel_meeting,
)
