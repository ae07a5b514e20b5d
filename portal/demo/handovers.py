"""Papers of facilities in the demo: one in each state in its own commune, finished ones around."""

from collections.abc import Iterator
from datetime import date, timedelta

from portal.demo.words import read
from portal.demo.world import Member, World, keep
from portal.people.models import CaseFile, FileChange, Handover, HandoverMove
from portal.people.models import HandoverState as State

FINISHED = 60
EARLIER = timedelta(days=400)  # since a person's last completion
Steps = list[tuple[State, date, str]]


def add_handovers(world: World) -> None:
    """The demo's own member came by way of another commune, and their file was once suspended."""
    own = world.apart("handovers")
    words = read("handovers")
    _finished(own, own.clients[0], own.clients[0].case, sent_on=words["sent_on"])
    _suspended(own, own.clients[0], words["suspended"])
    near = [m for m in own.living_in([own.home.code]) if m.case.completed_on < own.today - EARLIER]
    for member, steps in zip(near, _waiting(own, words), strict=False):
        _add(own, member, steps)
    others = [m for m in own.clients[1:] if m not in near and m.case.managed_from]
    for member in own.rng.sample(others, min(FINISHED, len(others))):
        _finished(own, member, member.case)


def _waiting(world: World, words: dict[str, str]) -> Iterator[Steps]:
    """Announced; on its way here; just received; late; met; a mistake."""

    def ago(days: int) -> date:
        return world.today - timedelta(days=days)

    announced = (State.EXPECTED, ago(12), "")
    yield [announced, (State.RECEIVED, ago(2), "")]
    yield [announced]
    yield [announced, (State.SENT_ON, ago(3), words["sent_on"])]
    yield [announced, (State.RECEIVED, ago(11), "")]
    yield [announced, (State.RECEIVED, ago(4), ""), (State.MET, ago(1), "")]
    yield [announced, (State.CLOSED, ago(5), words["closed"])]


def _add(world: World, member: Member, steps: Steps) -> None:
    """A second completion of somebody; where its paper has come, it counts without a file."""
    days = {state: day for state, day, _reason in steps}
    arrived_on = days.get(State.RECEIVED)
    coming = steps[-1][0] == State.EXPECTED
    completed_on = world.today + timedelta(days=9) if coming else steps[0][1]
    handover = _handover(world, member, steps, "voluntary", completed_on)
    handover.arrived_on, handover.met_on = arrived_on, days.get(State.MET)
    keep([handover])
    keep(_moves(world, member, handover, steps))
    if arrived_on:
        case = {"client_id": member.client.id, "kind": "voluntary", "completed_on": completed_on}
        keep([CaseFile(pid=world.pid(), **case)])


def _finished(world: World, member: Member, case: CaseFile, sent_on: str = "") -> None:
    """The paper of the file that the person has; most came and were answered in time."""
    opened_on = case.managed_from or world.today
    arrived_on = world.day(case.completed_on, opened_on)
    met_on = world.day(arrived_on, opened_on)
    steps: Steps = [(State.EXPECTED, case.completed_on, "")]
    steps += [(State.SENT_ON, case.completed_on, sent_on)] * bool(sent_on)
    steps += [(State.RECEIVED, arrived_on, ""), (State.MET, met_on, "")]
    steps += [(State.OPENED, opened_on, "")]
    handover = _handover(world, member, steps, case.kind, case.completed_on)
    handover.arrived_on, handover.met_on, handover.opened_on = arrived_on, met_on, opened_on
    keep([handover])
    keep(_moves(world, member, handover, steps))


def _suspended(world: World, member: Member, reason: str) -> None:
    first = (member.case.managed_from or world.today) + timedelta(days=60)
    for kind, day in (("suspended", first), ("resumed", first + timedelta(days=30))):
        change = FileChange(
            pid=world.pid(),
            client=member.client,
            client_id=member.client.id,
            case_file_id=member.case.id,
            kind=kind,
            changed_on=day,
            last_on=member.case.last_day,
            from_commune=member.home,
            to_commune=member.home,
            reason=reason,
            by_pid=_officer(world, member),
            noted_at=world.at_work(day),
        )
        keep([change])


def _handover(
    world: World, member: Member, steps: Steps, kind: str, completed_on: date
) -> Handover:
    return Handover(
        pid=world.pid(),
        client=member.client,
        client_id=member.client.id,
        commune_code=member.home,
        state=steps[-1][0],
        kind=kind,
        completed_on=completed_on,
        facility=world.rng.choice(read("handovers")["facilities"]),
        paper=f"{world.rng.randint(1, 400)}/GCN",
        paper_on=steps[0][1],
        by_pid=_officer(world, member),
        noted_at=world.at_work(steps[0][1]),
    )


def _moves(
    world: World, member: Member, handover: Handover, steps: Steps
) -> Iterator[HandoverMove]:
    came_from: State | None = None
    for state, day, reason in steps:
        yield HandoverMove(
            pid=world.pid(),
            client=member.client,
            client_id=member.client.id,
            handover_id=handover.id,
            from_state=came_from,
            to_state=state,
            moved_on=day,
            commune_code=member.home,
            reason=reason,
            by_pid=_officer(world, member),
            noted_at=world.at_work(day),
        )
        came_from = state


def _officer(world: World, member: Member) -> str | None:
    user = world.users.get(f"case_officer/{member.home}")
    return user.pid if user else None
