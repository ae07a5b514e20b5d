"""What the worker hears from outside about a copy, and tells the person behind it."""

from typing import Any

from sqlalchemy import select

from portal import changes, clock
from portal.access import Role
from portal.db import session
from portal.i18n import day
from portal.jobs.models import OPEN_HIRING, Application, Employer, Hiring, Vacancy
from portal.journeys.models import Step, StepKind
from portal.journeys.service.looking_back import whose_copy
from portal.journeys.service.proving import prove_skills
from portal.journeys.service.steps import end_answered, end_with_copy
from portal.messages.service import notify
from portal.people.models import Client
from portal.training.models import Course, Learner, Standing, TrainingClass

LOST: dict[str, str] = {
    Standing.DECLINED: "seat_declined",
    Standing.LAPSED: "offer_lapsed",
    Standing.UNSEATED: "class_full",
    Standing.WITHDRAWN: "seat_withdrawn",
}

TOLD = {
    "completed": "class_completed",
    "dropped": "class_dropped",
    "undone": "class_undone",
    "certified": "certificate_given",
    "revoked": "certificate_revoked",
}
OF_PAPERS = ("certified", "revoked")


def tell_seat_found(payload: dict[str, Any]) -> None:
    """A seat fell free for a learner who waited: they may take it, or have taken it already."""
    learner = _learner(payload["learner"])
    if learner.standing == Standing.OFFERED and learner.offer_ends_on:
        _tell_learner(learner.pid, "seat_offered", day=day(learner.offer_ends_on))
    elif learner.standing == Standing.ENROLLED:
        _tell_learner(learner.pid, "seat_found")


def tell_seat_lost(payload: dict[str, Any]) -> None:
    """A learner has no seat: they said no, or not a word, or the class began, or the provider took
    them off the roster. What the person behind it gave ends, with the consent to it."""
    learner = _learner(payload["learner"])
    behind = whose_copy(learner.pid)
    if behind is not None:
        _tell_learner(learner.pid, LOST[learner.standing])
        end_with_copy(*behind)


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
    """An employer answered an application, or let its day pass: tell the person. To be hired is a
    step of its own; silence frees them."""
    behind = whose_copy(payload["application"])
    if behind is None:
        return
    step, client = behind
    title, employer_pid = (
        session()
        .execute(
            select(Vacancy.title, Employer.pid)
            .join(Employer, Employer.id == Vacancy.employer_id)
            .join(Application, Application.vacancy_id == Vacancy.id)
            .where(Application.pid == payload["application"])
        )
        .one()
    )
    answer = Hiring(payload["answer"])
    if answer not in OPEN_HIRING:
        end_answered(step, client, f"employer/{employer_pid}")
    silent = answer == Hiring.EXPIRED
    template = "application_unanswered" if silent else "application_answered"
    notify(Role.MEMBER, client.pid, template, title=title)
    if silent:
        _free(step, client)
    elif answer == Hiring.HIRED:
        _place(step, client)


def _learner(pid: str) -> Learner:
    return session().scalars(select(Learner).where(Learner.pid == pid)).one()


def _tell_learner(learner_pid: str, template: str, **facts: str) -> None:
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
    notify(Role.MEMBER, client.pid, template, title=session().scalars(title).one(), **facts)


def _free(step: Step, client: Client) -> None:
    """Nobody answered: the step is over, and the person may apply again, here or elsewhere."""
    step.ended_on = clock.today()
    changes.note("step", step.pid, place=client.commune_code, day=clock.today(), n=-1)


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
