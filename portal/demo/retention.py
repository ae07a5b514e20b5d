"""What people of the demo answered when they were asked whether a job lasted."""

from collections.abc import Iterator
from datetime import timedelta

from portal.demo.world import World, keep
from portal.journeys.models import LEFT_FOR, MONTHS_KEPT, RetentionCheck, Step, StepKind
from portal.journeys.service.retention import due_on

ASKED, KEPT, LATEST = 0.8, 0.88, 9


def add_retention(world: World) -> None:
    """Most were asked as the days came, until one had left; the last question is often open."""
    own = world.apart("retention")
    placed = [step for step in world.steps if step.kind == StepKind.PLACED]
    keep(check for step in placed for check in _checks(own, step))


def _checks(world: World, step: Step) -> Iterator[RetentionCheck]:
    for months in MONTHS_KEPT:
        due = due_on(step, months)
        if due > world.today or world.rng.random() > ASKED:
            return
        asked_on = min(due + timedelta(days=world.rng.randint(0, LATEST)), world.today)
        left = step.ended_on is not None and step.ended_on <= asked_on
        kept = not left and world.rng.random() < KEPT
        yield RetentionCheck(
            pid=world.pid(),
            step_id=step.id,
            months=months,
            due_on=due,
            asked_on=asked_on,
            kept=kept,
            reason="" if kept else world.rng.choice(LEFT_FOR),
        )
        if not kept:
            return
