"""The demo's clubs: founded by decision, with a board, members and monthly reports."""

from collections.abc import Iterator
from datetime import date, timedelta

from portal import clock
from portal.clubs.models import (
    BoardMember,
    Club,
    ClubReport,
    ClubStatus,
    CounsellingPoint,
    Membership,
)
from portal.demo.club_life import club_life
from portal.demo.people import full_name
from portal.demo.seats import Seat
from portal.demo.world import Group, Member, World, keep
from portal.targets.periods import month_of
from portal.targets.records import CHAIR

POSTS = (CHAIR, *club_life().board_posts[1:])
WEAK, PAUSED = 6, 8  # by their place in the list
PAUSED_FOR = 75
LEAST_MEMBERS, MOST_MEMBERS = 8, 30
LEFT, SENT = 0.12, 0.93
POINTS = 20
POINTS_OPENED = date(2025, 7, 15)


def add_clubs(world: World) -> None:
    """One at each seat: one of them runs badly, one is paused."""
    for serial, seat in enumerate(world.seats):
        world.groups.append(Group(_club(world, serial, seat), seat))
    keep(group.club for group in world.groups)
    keep(post for group in world.groups for post in _board(world, group))
    keep(report for group in world.groups for report in _reports(world, group))


def add_memberships(world: World) -> None:
    """People of the club's commune; the demo's own member is in the club at home."""
    for group in world.groups:
        here = world.living_in([group.seat.commune.code])
        number = world.rng.randint(LEAST_MEMBERS, MOST_MEMBERS)
        joined = world.rng.sample(here, min(len(here), number))
        if group is world.own_group:
            joined = [world.clients[0], *joined]
        group.members.extend((_membership(world, group, member), member) for member in joined)
    keep(membership for group in world.groups for membership, _ in group.members)


def add_counselling_points(world: World) -> None:
    """In the communes with clubs first; one has closed."""
    hours = club_life().counselling_hours
    keep(
        CounsellingPoint(
            pid=world.pid(),
            code=f"dtv-{serial:02}",
            name=f"Điểm tư vấn {commune.place.name}",
            commune_code=commune.place.code,
            opened_on=world.day(POINTS_OPENED, world.ago(60, 90)),
            closed_on=world.ago(10, 40) if serial == POINTS else None,
            hours=world.rng.choice(hours),
        )
        for serial, commune in enumerate(world.communes[: world.many(POINTS)], 1)
    )


def is_weak(group: Group) -> bool:
    """Whether this is the club that runs badly."""
    return group.club.code == _code(WEAK)


def _code(serial: int) -> str:
    return f"clb-{serial + 1:02}"


def _club(world: World, serial: int, seat: Seat) -> Club:
    names = club_life().club_names
    name = f"Câu lạc bộ {names[serial % len(names)]}"
    paused = serial == PAUSED
    return Club(
        pid=world.pid(),
        code=_code(serial),
        name=f"{name}, {seat.commune.name}",
        display_name=name,
        commune_code=seat.code_then,
        founded_on=seat.founded_on,
        decision=f"{world.rng.randint(20, 480)}/QĐ-UBND",
        status=ClubStatus.PAUSED if paused else ClubStatus.OPERATING,
        status_on=world.today - timedelta(days=PAUSED_FOR) if paused else seat.founded_on,
        old_district_code=seat.old_district,
        phone=world.phone(),
        meeting_note="Bốn tuần một lần, ai bận ca thì báo trước.",
    )


def _board(world: World, group: Group) -> Iterator[BoardMember]:
    agencies = world.rng.sample(club_life().agencies[1:], len(POSTS) - 1)
    for post, agency in zip(POSTS, (club_life().agencies[0], *agencies), strict=True):
        yield BoardMember(
            pid=world.pid(),
            club_id=group.club.id,
            post=post,
            name=full_name(world.rng, world.rng.choice(("male", "female"))),
            agency=agency,
            from_on=group.seat.founded_on,
        )


def _reports(world: World, group: Group) -> Iterator[ClubReport]:
    """One a month since the founding; old ones are sometimes missing, the weak club's last too."""
    stopped = group.club.status_on if group.club.status == ClubStatus.PAUSED else world.today
    for months in range(18, 0, -1):
        first = clock.months_before(world.today.replace(day=1), months)
        if not group.seat.founded_on < first <= (stopped or world.today):
            continue
        due_on = clock.month_end(first) + timedelta(days=world.rng.randint(1, 4))
        kept = months <= 3 or world.rng.random() < SENT
        sent = kept and due_on <= world.today and not (is_weak(group) and months == 1)
        yield ClubReport(
            club_id=group.club.id, period=month_of(first).text, sent_on=due_on if sent else None
        )


def _membership(world: World, group: Group, member: Member) -> Membership:
    known_on = member.client.registered_on or group.seat.founded_on
    first = max(known_on, group.seat.founded_on)
    joined_on = min(first + timedelta(days=world.rng.randint(0, 60)), world.today)
    left = member is not world.clients[0] and world.rng.random() < LEFT
    return Membership(
        pid=world.pid(),
        club_id=group.club.id,
        client_id=member.client.id,
        joined_on=joined_on,
        left_on=world.day(joined_on, world.today - timedelta(days=1)) if left else None,
    )
