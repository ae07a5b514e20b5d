"""What the worker hears from outside about a copy, and tells the person behind it."""

from typing import Any

from sqlalchemy import select

from portal import changes, clock
from portal.db import session
from portal.jobs.models import Application, Hiring, Vacancy
from portal.journeys.models import Step, StepKind
from portal.journeys.service.looking_back import whose_copy
from portal.messages.service import notify
from portal.people.models import Client
from portal.training.models import Course, Learner, TrainingClass


def tell_seat_found(payload: dict[str, Any]) -> None:
    """A seat fell free for a learner who waited; a provider's own learner is not ours to tell."""
    behind = whose_copy(payload["learner"])
    if behind is not None:
        title = (
            select(Course.title)
            .join(TrainingClass, TrainingClass.course_id == Course.id)
            .join(Learner, Learner.class_id == TrainingClass.id)
            .where(Learner.pid == payload["learner"])
        )
        _step, client = behind
        notify("member", client.pid, "seat_found", title=session().scalars(title).one())


def hear_answer(payload: dict[str, Any]) -> None:
    """An employer answered an application: tell the person; to be hired is a step of its own."""
    behind = whose_copy(payload["application"])
    if behind is None:
        return
    step, client = behind
    title = (
        select(Vacancy.title)
        .join(Application, Application.vacancy_id == Vacancy.id)
        .where(Application.pid == payload["application"])
    )
    notify("member", client.pid, "application_answered", title=session().scalars(title).one())
    if payload["answer"] == Hiring.HIRED:
        _place(step, client)


def _place(step: Step, client: Client) -> None:
    placed = Step(
        client=client,
        kind=StepKind.PLACED,
        opening_kind=step.opening_kind,
        opening_code=step.opening_code,
        channel=step.channel,
        taken_at=clock.now(),
    )
    session().add(placed)
    changes.note("step", placed.pid, place=client.commune_code, day=clock.today(), n=1)
