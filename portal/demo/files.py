"""What stands in the demo's files: needs, consents, and notes of visits and consultations."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from portal import clock
from portal.demo.club_life import club_life
from portal.demo.world import Group, Member, World, keep
from portal.journeys.models import Need, StepKind
from portal.people.models import Consent, Note
from portal.people.service.consents import TO_A_CLUB, TO_CASE_OFFICERS

KINDS = {
    "work": 30,
    "training": 22,
    "loan": 12,
    "papers": 9,
    "health": 9,
    "housing": 7,
    "schooling": 6,
    "legal_aid": 5,
}
NEEDS = {0: 25, 1: 45, 2: 22, 3: 8}
MET, VISITED = 0.5, 0.3
ANSWERS = {StepKind.PLACED: "work", StepKind.ENROLLED: "training"}


def add_needs(world: World) -> None:
    """What people said they need; who has found work or a class has that need met."""
    met = _met_by_steps(world)
    keep(need for m in world.clients for need in _needs(world, m, met[m.client.id]))


def add_consents(world: World) -> None:
    """By law for the commune's case officers, by the join form for the club."""
    keep(_by_law(world, member) for member in world.clients if member.case.managed_from)
    keep(consent for group in world.groups for consent in _by_join_forms(world, group))


def add_notes(world: World) -> None:
    """Visits and consultations, written by the case officer of the commune where there is one."""
    keep(
        _note(world, member, author.pid, member.case.managed_from)
        for member in world.clients
        if (author := world.users.get(f"case_officer/{member.home}"))
        and member.case.managed_from
        and world.rng.random() < VISITED
    )


def _note(world: World, member: Member, author_pid: str, since: date) -> Note:
    texts = {"visit": club_life().visits, "consultation": club_life().consultations}
    kind = world.rng.choice(list(texts))
    held_on = world.day(since, world.today)
    note = Note(
        pid=world.pid(),
        client_id=member.client.id,
        client=member.client,
        kind=kind,
        held_on=held_on,
        author_pid=author_pid,
        written_at=world.at_work(held_on),
    )
    note.body = world.rng.choice(texts[kind])
    return note


def _met_by_steps(world: World) -> dict[int, dict[str, date]]:
    """For each client the needs that a step has answered, with the day of the last such step."""
    met: defaultdict[int, dict[str, date]] = defaultdict(dict)
    for step in world.steps:
        if kind := ANSWERS.get(StepKind(step.kind)):
            met[step.client_id][kind] = clock.local(step.taken_at).date()
    return met


def _needs(world: World, member: Member, met: dict[str, date]) -> Iterator[Need]:
    number = world.rng.choices(list(NEEDS), list(NEEDS.values()))[0]
    kinds = world.rng.choices(list(KINDS), list(KINDS.values()), k=number)
    for kind in dict.fromkeys([*met, *kinds]):
        yield _need(world, member, kind, met.get(kind))


def _need(world: World, member: Member, kind: str, met_on: date | None) -> Need:
    known_on = member.client.registered_on or world.today
    if met_on:
        recorded_on = met_on - timedelta(days=world.rng.randint(5, 60))
    else:
        recorded_on = world.day(known_on, world.today)
        met = world.rng.random() < MET
        met_on = world.day(recorded_on, world.today) if met else None
    need = Need(
        pid=world.pid(),
        client_id=member.client.id,
        client=member.client,
        kind=kind,
        recorded_on=recorded_on,
        met_on=met_on,
    )
    need.remark = world.rng.choice(club_life().need_remarks[kind])
    if met_on:
        need.how = world.rng.choice(club_life().need_answers[kind])
    return need


def _by_law(world: World, member: Member) -> Consent:
    opened_on = member.case.managed_from or world.today
    return Consent(
        pid=world.pid(),
        client_id=member.client.id,
        basis="law",
        purpose="aftercare",
        viewer=f"case_officers/{member.client.commune_code}",
        fields=" ".join(TO_CASE_OFFICERS),
        from_on=opened_on,
        given_how="law",
        given_at=world.at_work(opened_on),
    )


def _by_join_forms(world: World, group: Group) -> Iterator[Consent]:
    for membership, member in group.members:
        yield Consent(
            pid=world.pid(),
            client_id=member.client.id,
            basis="consent",
            purpose="club",
            viewer=f"club/{group.club.pid}",
            fields=" ".join(TO_A_CLUB),
            from_on=membership.joined_on,
            to_on=membership.left_on,
            given_how="join form",
            given_at=world.at_work(membership.joined_on),
        )
