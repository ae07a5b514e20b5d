"""How often a person came to a class: asked outside of the copy they gave, for themselves alone."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from portal.access import Actor
from portal.db import session
from portal.errors import NotFound
from portal.journeys.models import Step, StepKind
from portal.journeys.service.looking_back import Taken, steps_of
from portal.training import service as training


@dataclass(frozen=True)
class Lessons:
    """A class that the person joined, and how they stand on its rolls, the last day first."""

    step: Taken
    days: list[tuple[date, str]]


def own_lessons(actor: Actor, step_pid: str) -> Lessons:
    """The days of a class that the actor joined."""
    own = (s for s in steps_of(actor) if s.pid == step_pid and s.kind == StepKind.ENROLLED)
    step = next(own, None)
    copy = session().scalar(select(Step.copy_pid).where(Step.pid == step_pid))
    if step is None or copy is None:
        raise NotFound
    return Lessons(step, [(day, str(mark)) for day, mark in training.attendance_of(copy)])
