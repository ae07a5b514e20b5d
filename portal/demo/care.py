"""How clubs of the demo look after their members: sheets, who drifts away, needs raised, visits."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from portal import clock
from portal.clubs.models import Charge, Drift, Membership, ProgressSheet, VolunteerVisit
from portal.clubs.models.care import AREAS, NEXT_STEPS, STATES
from portal.clubs.service.drifting import queue_of
from portal.clubs.service.progress import FIELD
from portal.db import session
from portal.demo.words import read
from portal.demo.world import Group, Member, World, keep
from portal.journeys.models import Need, RaisedNeed
from portal.people.models import Consent

CLUBS, MONTHS = 6, 3
WEIGHTS = (2, 8, 5, 1, 2)  # of the words, in the order of STATES
AGREED, DIFFERS, LETTING = 0.7, 0.5, 0.8


def add_care(world: World) -> None:
    """What the first clubs write of their members, the demo's own member and club among them."""
    own = world.apart("care")
    for group in own.groups[:CLUBS]:
        standing = [(m, member) for m, member in group.members if m.left_on is None]
        for membership, member in standing:
            first = member is own.clients[0]
            if first or own.rng.random() < LETTING:
                _look_back(own, group, membership, member, first)
        _notice(own, group, standing)
        keep(_raised(own, group, standing))
    keep(_visits(own))


def _look_back(
    world: World, group: Group, membership: Membership, member: Member, first: bool
) -> None:
    """The sheets of the last months; that of this month the demo's own member has still to read."""
    keep([_consent(world, group, membership, member)])
    this_month = world.today.replace(day=1)
    for back in range(MONTHS - 1, -1, -1):
        month = clock.months_before(this_month, back)
        if month < membership.joined_on.replace(day=1) or (not back and not first and _half(world)):
            continue
        agreed = world.rng.random() < AGREED and (back > 0 or not first)
        keep([_sheet(world, group, member, month, agreed)])


def _half(world: World) -> bool:
    return world.rng.random() < 1 / 2


def _sheet(world: World, group: Group, member: Member, month: date, agreed: bool) -> ProgressSheet:
    written_on = min(month + timedelta(days=world.rng.randint(9, 19)), world.today)
    sheet = ProgressSheet(
        pid=world.pid(),
        client=member.client,
        club_id=group.club.id,
        month=month,
        agreed_on=written_on if agreed else None,
        agreed_by=world.rng.choice(("member", "talk")) if agreed else "",
        written_at=world.at_work(written_on),
    )
    for area in AREAS:
        setattr(sheet, area, world.rng.choices(STATES, WEIGHTS)[0])
        setattr(sheet, f"{area}_remark", world.rng.choice(read("care")["remarks"][area]))
    if not agreed and world.rng.random() < DIFFERS:
        sheet.different = _word(world, "different")
    return sheet


def _consent(world: World, group: Group, membership: Membership, member: Member) -> Consent:
    return Consent(
        pid=world.pid(),
        client_id=member.client.id,
        basis="consent",
        purpose="progress",
        viewer=f"club/{group.club.pid}",
        fields=FIELD,
        from_on=membership.joined_on,
        given_how="to the coordinator",
        given_at=world.at_work(membership.joined_on),
    )


def _notice(world: World, group: Group, standing: list[tuple[Membership, Member]]) -> None:
    """For every other one who missed two meetings a step is planned, the first past its day; the
    demo's own member was asked in summer and came back."""
    members = {membership.id: member for membership, member in standing}
    missed = [one.membership for one in queue_of(group.club) if "missed_two" in one.reasons]
    some = [membership for membership, _member in standing[-1:]]
    for nth, membership in enumerate(missed[::2] or some):
        noticed_on, due_on = world.ago(8, 9), world.today + timedelta(days=nth * 4 - 2)
        keep([_drift(world, membership, members[membership.id], noticed_on, due_on)])
    if group is world.own_group:
        membership, member = next(one for one in standing if one[1] is world.clients[0])
        noticed_on = max(world.ago(120, 130), membership.joined_on)
        drift = _drift(world, membership, member, noticed_on, noticed_on + timedelta(days=7))
        drift.outcome, drift.closed_on = "came_back", drift.due_on
        keep([drift])


def _drift(
    world: World, membership: Membership, member: Member, noticed_on: date, due_on: date
) -> Drift:
    drift = Drift(
        pid=world.pid(),
        membership_id=membership.id,
        client=member.client,
        reason="missed_two",
        noticed_on=noticed_on,
        step=world.rng.choice(NEXT_STEPS),
        due_on=due_on,
    )
    drift.who = _word(world, "who")
    return drift


def _raised(
    world: World, group: Group, standing: list[tuple[Membership, Member]]
) -> Iterator[RaisedNeed]:
    """One that waits, one that is late, one turned back, which in the demo's own club is that of
    its member, and one that was taken up as a need."""
    people = [member for _m, member in standing if member is not world.clients[0]]
    if not people:
        return
    waiting, late, other = (people[nth % len(people)] for nth in range(3))
    yield _raised_by(world, group, waiting, kind="training", raised_on=world.ago(1, 3))
    yield _raised_by(world, group, late, kind="papers", raised_on=world.ago(10, 12))
    back = world.clients[0] if group is world.own_group else other
    turned = _raised_by(world, group, back, kind="papers", raised_on=world.ago(28, 30))
    turned.answered_on, turned.answer = world.ago(20, 25), _word(world, "turned_back")
    yield turned
    open_needs = select(Need).where(Need.client_id.in_([m.client.id for m in people]))
    need = session().scalars(open_needs.order_by(Need.id).limit(1)).first()
    if need:
        (member,) = [m for m in people if m.client.id == need.client_id]
        taken = _raised_by(world, group, member, kind=need.kind, raised_on=need.recorded_on)
        taken.need_id, taken.answered_on = need.id, need.recorded_on
        yield taken


def _raised_by(world: World, group: Group, member: Member, **facts: Any) -> RaisedNeed:
    raised = RaisedNeed(
        pid=world.pid(),
        client=member.client,
        club_id=group.club.id,
        origin=world.rng.choice(("sheet", "roll", "talk")),
        **facts,
    )
    raised.remark = _word(world, "raised")
    return raised


def _visits(world: World) -> Iterator[VolunteerVisit]:
    """The volunteers of the communes that have a case officer have called on some."""
    rows = session().scalars(select(Charge).order_by(Charge.id)).all()
    homes = {member.client.id: member for member in world.clients}
    for charge in rows:
        member = homes[charge.client_id]
        author = world.users.get(f"case_officer/{member.home}")
        if author is None:
            continue
        held_on = world.day(charge.from_on, world.today - timedelta(days=3))
        visit = VolunteerVisit(
            pid=world.pid(),
            client=member.client,
            volunteer_id=charge.volunteer_id,
            held_on=held_on,
            next_on=held_on + timedelta(days=world.rng.randint(14, 40)),
            author_pid=author.pid,
            written_at=world.at_work(held_on),
        )
        visit.agreed = _word(world, "agreed")
        yield visit


def _word(world: World, kind: str) -> str:
    word: str = world.rng.choice(read("care")[kind])
    return word
