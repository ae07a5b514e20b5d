"""Letting an employer who knows say whether a job lasts: by the member's consent, once a time.

What the employer says is no answer of the person: a yes stands as the check of that day, a no is
for the case officer to ask about.
"""

from typing import Any

from sqlalchemy import ColumnElement, select

from portal import audit, changes, clock
from portal.access import Actor
from portal.db import session
from portal.errors import Conflict, NotFound
from portal.i18n import _
from portal.jobs.models import Employer
from portal.jobs.service import keeping
from portal.journeys.models import AskedEmployer, RetentionCheck, Step
from portal.journeys.service.retention import (
    Placement,
    answer_by,
    due_on,
    get_own_placement,
)
from portal.people import service as people
from portal.people.models import Client
from portal.people.service.consents import withdraw_for

FIELDS = ("name",)


def may_be_asked(job: Placement) -> Employer | None:
    """The employer who knows already, because the member applied to them knowingly."""
    knows = job.step.channel == "knowing"
    return keeping.knowing_employer(job.step.opening_code) if knows else None


def let_ask(actor: Actor, pid: str) -> AskedEmployer:
    """The member agrees that the employer is asked this one time."""
    job = get_own_placement(actor, pid)
    employer = may_be_asked(job)
    if employer is None:
        raise NotFound
    (months,) = job.due
    if _asked(job.step.id, months):
        raise Conflict(_("Đã hỏi nơi làm rồi. Anh/chị chờ trả lời hoặc tự trả lời."))
    client, until = people.own_client(actor), answer_by(job.step, months)
    people.give_consent(
        actor,
        client,
        viewer=f"employer/{employer.pid}",
        purpose=_purpose(job.step),
        fields=FIELDS,
        given_how="on screen",
        to_on=until,
    )
    question = keeping.ask_employer(
        job.step.opening_code, name=client.name, hired_on=job.placed_on, answer_by=until
    )
    asked = AskedEmployer(
        step_id=job.step.id, months=months, question_pid=question.pid, asked_on=clock.today()
    )
    session().add(asked)
    session().flush()
    return asked


def hear_employer(payload: dict[str, Any]) -> None:
    """The employer answered: a yes is the check of its day, unless somebody was asked before."""
    query = select(AskedEmployer).where(AskedEmployer.question_pid == payload["question"])
    asked = session().scalar(query)
    if asked is None:
        return
    asked.still = payload["still"]
    step = session().get_one(Step, asked.step_id)
    client = session().get_one(Client, step.client_id)
    withdraw_for(Actor(), client, purpose=_purpose(step))  # it was for this one question
    checked = select(RetentionCheck.id).where(RetentionCheck.step_id == step.id)
    known = session().scalar(checked.where(RetentionCheck.months == asked.months))
    if asked.still and known is None:
        _keep(step, client, asked)


def drop_question_by_consent(actor: Actor, purpose: str) -> None:
    """The member took the consent back: what the employer was asked is forgotten there."""
    own = Step.client_id == people.own_client(actor).id
    drop_questions(own & (Step.pid == purpose.removeprefix("retention/")))


def drop_questions(of_steps: ColumnElement[bool]) -> None:
    """Employers are asked no more about these steps, and forget what they were asked."""
    query = select(AskedEmployer).join(Step, Step.id == AskedEmployer.step_id)
    for asked in session().scalars(query.where(of_steps, AskedEmployer.still.is_(None))).all():
        keeping.drop_question(asked.question_pid)


def answers_of(client: Client) -> dict[int, AskedEmployer]:
    """What employers were last asked about a person, by the number of the step."""
    rows = select(AskedEmployer).join(Step, Step.id == AskedEmployer.step_id)
    found = session().scalars(rows.where(Step.client_id == client.id).order_by(AskedEmployer.id))
    return {asked.step_id: asked for asked in found}


def _keep(step: Step, client: Client, asked: AskedEmployer) -> None:
    due = due_on(step, asked.months)
    check = RetentionCheck(
        step_id=step.id, months=asked.months, due_on=due, asked_on=clock.today(), kept=True
    )
    session().add(check)
    session().flush()
    audit.record(Actor(), "record_retention", f"step/{step.pid}", client=client.pid)
    changes.note("retention", check.pid, place=client.commune_code, day=due, n=1)


def _purpose(step: Step) -> str:
    return f"retention/{step.pid}"


def _asked(step_id: int, months: int) -> AskedEmployer | None:
    query = select(AskedEmployer).where(AskedEmployer.step_id == step_id)
    return session().scalar(query.where(AskedEmployer.months == months))
