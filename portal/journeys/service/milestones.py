"""Milestones without an opening of this portal: recorded by the case officer, with the paper."""

from datetime import date

from sqlalchemy import select

from portal import changes, clock
from portal.access import Actor
from portal.db import session
from portal.errors import Conflict, RuleBroken
from portal.i18n import _
from portal.journeys.models import Milestone, MilestoneKind, RetentionCheck, Step, StepKind
from portal.journeys.service.caseload import check_day, client_of, put, row_of
from portal.people.models import Client


def record_milestone(
    actor: Actor,
    client_pid: str,
    *,
    kind: str,
    reached_on: date,
    evidence: str,
    number: str = "",
    words: str = "",
) -> Milestone:
    """Write down what came about elsewhere, once a kind and day; a job needs to say where."""
    client = client_of(actor, client_pid)
    check_day(reached_on, "reached_on")
    if kind == MilestoneKind.PLACED and not words:
        raise RuleBroken(_("Mời ghi nơi làm."), field="words")
    same = select(Milestone.id).where(Milestone.client_id == client.id, Milestone.kind == kind)
    if session().scalar(same.where(Milestone.reached_on == reached_on)):
        raise Conflict(_("Việc này đã được ghi trong ngày đó."), field="reached_on")
    reached = Milestone(
        client=client,
        kind=kind,
        reached_on=reached_on,
        evidence=evidence,
        number=number,
        words=words,
        by_pid=actor.user,
        recorded_at=clock.now(),
    )
    if kind == MilestoneKind.PLACED:
        reached.step = _placement(actor, client, reached)
    put(actor, "record_milestone", reached, n=1)
    return reached


def take_back(actor: Actor, pid: str) -> Client:
    """A milestone was written down by mistake; a job that was asked about since stays."""
    reached: Milestone = row_of(actor, Milestone, pid)
    asked = select(RetentionCheck.id).where(RetentionCheck.step_id == (reached.step_id or 0))
    if session().scalar(asked.limit(1)):
        raise Conflict(_("Việc này đã được hỏi lại sau khi nhận, nên không xóa được."))
    step = session().get(Step, reached.step_id) if reached.step_id else None
    put(actor, "take_back_milestone", reached, n=-1)
    session().delete(reached)
    session().flush()
    if step:
        session().delete(step)
        session().flush()
    changes.note("client", reached.client.pid, place=reached.client.commune_code)
    return reached.client


def _placement(actor: Actor, client: Client, reached: Milestone) -> Step:
    """The step that is counted and asked about; its code names the milestone, no vacancy."""
    step = Step(
        client=client,
        kind=StepKind.PLACED,
        opening_kind="vacancy",
        opening_code=reached.pid,
        taken_at=clock.day_starts(reached.reached_on),
        by_pid=actor.user,
    )
    session().add(step)
    session().flush()
    changes.note("step", step.pid, place=client.commune_code, day=reached.reached_on, n=1)
    return step
