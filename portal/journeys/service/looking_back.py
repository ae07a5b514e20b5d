"""What a person has done about openings, with where each step stands now."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Select, cast, literal, null, select, union_all

from portal import clock
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound
from portal.jobs.models import Application, Employer, Vacancy
from portal.journeys.models import Step, StepKind
from portal.people import service as people
from portal.people.models import Client
from portal.training.models import Course, Learner, Provider, TrainingClass


@dataclass(frozen=True)
class Taken:
    """One step in figures: `state` is where the copy outside stands, "" where there is none, or
    CANCELLED where the class was; RELAYED where a centre introduces the person."""

    pid: str
    kind: str
    opening_kind: str
    opening_pid: str
    title: str
    at_whom: str
    channel: str
    reason: str
    state: str
    taken_at: datetime
    ended_on: date | None
    why: str  # the reason that an employer gave, by its code
    answer_by: date | None  # the day by which an employer is to answer
    until: date | None  # the last day that the opening can be looked at


CANCELLED, RELAYED = "cancelled", "relayed"
STEP = (
    Step.pid,
    Step.kind,
    Step.channel,
    Step.reason,
    Step.taken_at,
    Step.ended_on,
    Step.opening_kind,
)


def steps_of(actor: Actor) -> list[Taken]:
    """The member's own steps, newest first."""
    own = Step.client_id == people.own_client(actor).id
    rows = session().execute(union_all(_VACANCY_STEPS.where(own), _CLASS_STEPS.where(own)))
    return sorted(map(_taken, rows), key=lambda step: step.taken_at, reverse=True)


def steps_towards(actor: Actor, opening_pid: str) -> dict[str, Taken]:
    """The member's steps towards one opening that have not ended, by kind."""
    found = (step for step in steps_of(actor) if step.opening_pid == opening_pid)
    return {step.kind: step for step in found if step.ended_on is None}


def get_own_taken(actor: Actor, pid: str) -> Taken:
    """One of the member's own steps that has not ended."""
    for step in steps_of(actor):
        if step.pid == pid and step.ended_on is None:
            return step
    raise NotFound


def is_open(step: Taken) -> bool:
    """Whether the page of the opening may still be opened."""
    return step.until is not None and step.until >= clock.today()


def whose_copy(copy_pid: str) -> tuple[Step, Client] | None:
    """The step and the person behind a copy outside; None: it came from elsewhere."""
    row = session().execute(
        select(Step, Client)
        .join(Client, Client.id == Step.client_id)
        .where(Step.copy_pid == copy_pid, Step.ended_on.is_(None))
    )
    found = row.one_or_none()
    return (found[0], found[1]) if found else None


_VACANCY_STEPS: Select[*tuple[Any, ...]] = (
    select(
        *STEP,
        Vacancy.pid.label("opening_pid"),
        Vacancy.title,
        Employer.name.label("at_whom"),
        Application.standing.label("state"),
        Application.reason.label("why"),
        Application.answer_by,
        Vacancy.closes_on.label("until"),
        Vacancy.closed_at.label("shut_at"),
    )
    .join(Vacancy, Vacancy.code == Step.opening_code)
    .join(Employer, Employer.id == Vacancy.employer_id)
    .outerjoin(Application, Application.pid == Step.copy_pid)
    .where(Step.opening_kind == "vacancy")
)
_CLASS_STEPS: Select[*tuple[Any, ...]] = (
    select(
        *STEP,
        TrainingClass.pid.label("opening_pid"),
        Course.title,
        Provider.name.label("at_whom"),
        Learner.standing.label("state"),
        literal("").label("why"),
        cast(null(), Date).label("answer_by"),
        TrainingClass.enrol_by.label("until"),
        TrainingClass.cancelled_at.label("shut_at"),
    )
    .join(TrainingClass, TrainingClass.code == Step.opening_code)
    .join(Course, Course.id == TrainingClass.course_id)
    .join(Provider, Provider.id == Course.provider_id)
    .outerjoin(Learner, Learner.pid == Step.copy_pid)
    .where(Step.opening_kind == "class")
)


def _state(row: Any) -> str:
    if row.opening_kind == "class" and row.shut_at:
        return CANCELLED
    return RELAYED if row.channel == "relay" else row.state or ""


def _taken(row: Any) -> Taken:
    return Taken(
        pid=row.pid,
        kind=StepKind(row.kind),
        opening_kind=row.opening_kind,
        opening_pid=row.opening_pid,
        title=row.title,
        at_whom=row.at_whom,
        channel=row.channel,
        reason=row.reason,
        state=_state(row),
        why=row.why or "",
        answer_by=row.answer_by,
        taken_at=row.taken_at,
        ended_on=row.ended_on,
        until=None if row.shut_at else row.until,
    )
