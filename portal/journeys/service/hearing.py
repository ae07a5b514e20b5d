"""What the worker hears from outside about a copy, and tells the person behind it."""

from typing import Any

from sqlalchemy import select

from portal import changes, clock
from portal.access import Role
from portal.db import session
from portal.jobs.models import Application, Hiring, Vacancy
from portal.journeys.models import Step, StepKind
from portal.journeys.service.looking_back import whose_copy
from portal.journeys.service.proving import prove_skills
from portal.messages.service import notify
from portal.people.models import Client
from portal.training.models import Course, Learner, TrainingClass

TOLD = {
    "completed": "class_completed",
    "dropped": "class_dropped",
    "undone": "class_undone",
    "certified": "certificate_given",
    "revoked": "certificate_revoked",
}
OF_PAPERS = ("certified", "revoked")


def tell_seat_found(payload: dict[str, Any]) -> None:
    """A seat fell free for a learner who waited."""
    _tell_learner(payload["learner"], "seat_found")


def tell_class_cancelled(payload: dict[str, Any]) -> None:
    """The class of a learner who was enrolled or waited is not held."""
    _tell_learner(payload["learner"], "class_cancelled")


def hear_class_result(payload: dict[str, Any]) -> None:
    """How it ended for a learner, or a certificate given or revoked: tell the person, and let
    their proven skills follow the certificates in force."""
    _tell_learner(payload["learner"], TOLD[payload["what"]])
    behind = whose_copy(payload["learner"])
    if behind is not None and payload["what"] in OF_PAPERS:
        prove_skills(behind[1], payload["learner"])


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
    notify(Role.MEMBER, client.pid, "application_answered", title=session().scalars(title).one())
    if payload["answer"] == Hiring.HIRED:
        _place(step, client)


def _tell_learner(learner_pid: str, template: str) -> None:
    """Tell the person behind a learner; a provider's own learner is not ours to tell."""
    behind = whose_copy(learner_pid)
    if behind is None:
        return
    title = (
        select(Course.title)
        .join(TrainingClass, TrainingClass.course_id == Course.id)
        .join(Learner, Learner.class_id == TrainingClass.id)
        .where(Learner.pid == learner_pid)
    )
    _step, client = behind
    notify(Role.MEMBER, client.pid, template, title=session().scalars(title).one())


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
