"""The ways of people, most of the demo's own commune: every state of plan, support, referral."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle

from sqlalchemy import select

from portal import clock
from portal.db import session
from portal.demo.words import read
from portal.demo.world import Member, World, keep
from portal.journeys.loan_rules import checklist
from portal.journeys.models import (
    BODIES,
    BY_LAW,
    SUPPORTS,
    TOLD_BY,
    TOLD_HOW,
    WHO,
    ActedFor,
    Goal,
    GoalState,
    IntegrationPlan,
    Milestone,
    MilestoneKind,
    Need,
    NeedOrigin,
    Referral,
    ReferralState,
    Step,
    StepKind,
    Support,
    SupportPaper,
    SupportState,
)
from portal.journeys.service.referrals import ENDED, GIVEN
from portal.people.models import Consent

PLANS, GOALS, ACTED, AWAY = 8, 3, 6, 3
WITH_REASON = ("refused", "dropped", "given_up")
WORDS = {"consulted": "advice", "certified": "schools", "placed": "elsewhere"}
SHOWN_BY = {"consulted": "record", "certified": "certificate", "placed": "contract"}
ASKED_AFTER = 33  # days: the first question about the newest job is open


def add_ways(world: World) -> None:
    """The demo's own member first, then the others of the commune, as many as there are states."""
    own = world.apart("ways")
    people = [own.clients[0], *own.living_in([own.home.code])]
    author = own.users[f"case_officer/{own.home.code}"].pid
    for member, state in zip(cycle(people), (*SupportState, *SupportState)[:12], strict=False):
        _support(own, member, state, author)
    turn = zip(cycle(people), cycle(BODIES), (*ReferralState, *ReferralState), strict=False)
    for nth, (member, body_kind, state) in enumerate(turn):
        _referral(own, member, (body_kind, state, nth), author)
    for member in people[:PLANS]:
        _plan(own, member, author, agreed=member is not own.clients[0])
    for member in [m for m in own.clients if m.home != own.home.code][:AWAY]:
        _support(own, member, SupportState.SENT, None)
        _referral(own, member, ("bank", ReferralState.ACCEPTED, 1), None)
        _plan(own, member, None, agreed=True)
        _milestone(own, member, MilestoneKind.CONSULTED, None, own.ago(20, 200))
    asked_about = own.today - timedelta(days=ASKED_AFTER)
    _milestone(own, own.clients[0], MilestoneKind.PLACED, author, asked_about)
    for member, kind in zip(cycle(people[1:] or people), MilestoneKind, strict=False):
        _milestone(own, member, kind, author, own.ago(40, 200))
    keep(_origins(own, people))
    keep(_acted(own, people, author))


def _support(world: World, member: Member, state: SupportState, author: str | None) -> None:
    kind = SUPPORTS[0] if member is world.clients[0] else world.rng.choice(SUPPORTS)
    asked_on = world.ago(20, 60)
    row = Support(
        pid=world.pid(),
        client=member.client,
        kind=kind,
        asked_on=asked_on,
        state=state,
        state_on=world.day(asked_on, world.today),
        amount=world.rng.randint(2, 150) * 1_000_000,
        years=world.rng.randint(1, 10) if kind == "loan" else None,
        by_pid=author,
    )
    row.body = read("ways")["givers"][kind]
    if state in (SupportState.GRANTED, SupportState.REFUSED, SupportState.DONE):
        row.decided_on, row.paper = row.state_on, f"{world.rng.randint(10, 99)}/TB"
    row.words = world.rng.choice(read("ways")["reasons"]) if state in WITH_REASON else ""
    keep([row])
    lines = list(checklist(kind, asked_on))
    there = lines[: len(lines) // 2] if state == SupportState.ASKED else lines
    keep(SupportPaper(support_id=row.id, line=line, seen_on=row.state_on) for line in there)


def _referral(
    world: World, member: Member, what: tuple[str, ReferralState, int], author: str | None
) -> None:
    """Every other one that is still sent has waited too long."""
    body_kind, state, nth = what
    sent_on = world.ago(16, 25)
    waits = timedelta(days=14 if nth else 30)
    row = Referral(
        pid=world.pid(),
        client=member.client,
        body_kind=body_kind,
        sent_on=sent_on,
        reply_by=sent_on + waits,
        state=state,
        state_on=sent_on if state == ReferralState.SENT else world.day(sent_on, world.today),
        by_pid=author,
    )
    row.body = read("ways")["bodies"][body_kind]
    words = {"refused": "reasons", "dropped": "reasons", "sent": ""}.get(state, "replies")
    row.words = world.rng.choice(read("ways")[words]) if words else ""
    keep([row])
    if body_kind not in BY_LAW:
        keep([_consent(world, row)])


def _consent(world: World, row: Referral) -> Consent:
    return Consent(
        pid=world.pid(),
        client_id=row.client.id,
        basis="consent",
        purpose=f"referral/{row.pid}",
        viewer=f"body/{row.pid}",
        fields=" ".join(GIVEN),
        from_on=row.sent_on,
        given_how=world.rng.choice(TOLD_HOW),
        given_at=world.at_work(row.sent_on),
        withdrawn_at=clock.day_starts(row.state_on) if row.state in ENDED else None,
    )


def _plan(world: World, member: Member, author: str | None, *, agreed: bool) -> None:
    made_on = world.ago(30, 90)
    plan = IntegrationPlan(
        pid=world.pid(), client=member.client, made_on=made_on, by_pid=author, version=GOALS + 1
    )
    plan.aim = world.rng.choice(read("ways")["aims"])
    if agreed:
        plan.agreed_on = world.day(made_on, world.today)
        plan.agreed_how = world.rng.choice(("screen", "paper"))
    keep([plan])
    chosen = world.rng.sample(read("ways")["goals"], GOALS)
    keep(
        _goal(world, member, words, state, made_on, author)
        for words, state in zip(chosen, GoalState, strict=True)
    )


def _goal(  # noqa: PLR0917 - one row, told in full
    world: World,
    member: Member,
    words: dict[str, str],
    state: GoalState,
    made_on: date,
    author: str | None,
) -> Goal:
    """An open goal of some has passed its day."""
    goal = Goal(
        pid=world.pid(),
        client=member.client,
        due_on=world.day(world.today - timedelta(days=7), world.today + timedelta(days=60)),
        who=world.rng.choice(WHO),
        state=state,
        state_on=world.day(made_on, world.today),
        by_pid=author,
    )
    goal.title, goal.steps = words["title"], words["steps"]
    goal.reason = world.rng.choice(read("ways")["reasons"]) if state in WITH_REASON else ""
    return goal


def _milestone(
    world: World, member: Member, kind: MilestoneKind, author: str | None, reached_on: date
) -> None:
    row = Milestone(
        pid=world.pid(),
        client=member.client,
        kind=kind,
        reached_on=reached_on,
        evidence=SHOWN_BY.get(kind, "licence"),
        by_pid=author,
        recorded_at=world.at_work(reached_on),
    )
    row.number = f"{world.rng.randint(10, 99)}/2026"
    row.words = world.rng.choice(read("ways")[WORDS.get(kind, "trades")])
    if kind == MilestoneKind.PLACED:
        row.step = Step(
            pid=world.pid(),
            client_id=member.client.id,
            kind=StepKind.PLACED,
            opening_kind="vacancy",
            opening_code=row.pid,
            taken_at=clock.day_starts(reached_on),
            by_pid=author,
        )
    keep([row])


def _origins(world: World, people: list[Member]) -> Iterator[NeedOrigin]:
    """Who spoke of the needs of the commune."""
    members = {member.client.id: member for member in people}
    needs = session().scalars(select(Need).where(Need.client_id.in_(members)).order_by(Need.id))
    for need in needs.all():
        member = members[need.client_id]
        told_by = world.rng.choice(TOLD_BY)
        row = NeedOrigin(pid=world.pid(), client=member.client, need_id=need.id, told_by=told_by)
        row.where = world.rng.choice(read("ways")["where"])
        yield row


def _acted(world: World, people: list[Member], author: str | None) -> Iterator[ActedFor]:
    """Some plain applications were noted by the case officer, by the member's word."""
    ids = {member.client.id for member in people}
    plain = [step for step in world.steps if step.client_id in ids and step.channel == "plain"]
    for step in [step for step in plain if step.kind == StepKind.APPLIED][:ACTED]:
        step.by_pid = author
        yield ActedFor(
            step_id=step.id,
            told_how=world.rng.choice(TOLD_HOW),
            by_pid=author,
            acted_at=step.taken_at,
        )
