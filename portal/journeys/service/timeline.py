"""A person's way from the first need to a job that lasts: what happened, when, and who did it.

For the person themselves and for the case officers of their commune, whose reading is recorded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from portal import clock
from portal.access import Actor
from portal.db import session
from portal.i18n import _
from portal.jobs.models import Vacancy
from portal.journeys.labels import (
    EVIDENCE_LABELS,
    LEFT_LABELS,
    MILESTONE_LABELS,
    NEED_LABELS,
    STEP_LABELS,
    TOLD_BY_LABELS,
    TOLD_HOW_LABELS,
)
from portal.journeys.models import Milestone, Need, NeedOrigin, Step
from portal.journeys.service.asking import answers_of
from portal.journeys.service.caseload import open_client, rows_of, who_did
from portal.journeys.service.given import given
from portal.journeys.service.planned import planned
from portal.journeys.service.retention import placements_of
from portal.journeys.service.standing_in import acted_for
from portal.journeys.service.told import Event
from portal.people.models import Client
from portal.people.service import own_client
from portal.training.models import Course, Learner, TrainingClass


@dataclass(frozen=True)
class Timeline:
    """The way of one person, newest first; `doers` says as what each user acts."""

    client: Client
    events: list[Event]
    doers: dict[str, str]


def open_timeline(actor: Actor, client_pid: str) -> Timeline:
    """Of a person of the actor's commune; the reading is recorded."""
    return _timeline(actor, open_client(actor, client_pid))


def own_timeline(actor: Actor) -> Timeline:
    """The member's own."""
    return _timeline(actor, own_client(actor))


def _timeline(actor: Actor, client: Client) -> Timeline:
    events = [
        *_needs(client),
        *planned(client),
        *_steps(client),
        *_milestones(client),
        *_checks(actor, client),
        *given(client),
    ]
    events.sort(key=lambda event: event.on, reverse=True)
    return Timeline(client, events, who_did((event.by for event in events), client))


def _needs(client: Client) -> Iterator[Event]:
    origins = {row.need_id: row for row in rows_of(NeedOrigin, client)}
    for need in rows_of(Need, client, Need.id):
        origin = origins.get(need.id)
        told = str(TOLD_BY_LABELS[origin.told_by]) if origin else ""
        facts = [_("Biết qua: %(who)s", who=told) if told else "", origin.where if origin else ""]
        kind = str(NEED_LABELS[need.kind])
        yield Event(need.recorded_on, _("Cần: %(kind)s", kind=kind), [*facts, need.remark])
        if need.met_on:
            yield Event(need.met_on, _("Đã đáp ứng: %(kind)s", kind=kind), [need.how], "good")


def _steps(client: Client) -> Iterator[Event]:
    """Steps towards openings; those that staff took by the person's word say how it was given."""
    rows = session().scalars(select(Step).where(Step.client_id == client.id)).all()
    titles, acted = _titles({row.opening_code for row in rows}), acted_for(client)
    certified = _certified(client)
    for step in rows:
        title = titles.get(step.opening_code)
        if title is None:  # found elsewhere: told by its milestone
            continue
        told = acted.get(step.id)
        how = str(TOLD_HOW_LABELS[told.told_how]) if told and told.by_pid == step.by_pid else ""
        facts = [title, _("Theo lời thành viên: %(how)s", how=how) if how else ""]
        yield Event(_day(step.taken_at), str(STEP_LABELS[step.kind]), facts, by=step.by_pid)
        if step.copy_pid in certified:
            yield Event(certified[step.copy_pid], _("Có chứng chỉ"), [title], "good")


def _milestones(client: Client) -> Iterator[Event]:
    for row in rows_of(Milestone, client, Milestone.id):
        facts = [row.words, f"{EVIDENCE_LABELS[row.evidence]} {row.number}".strip()]
        says = str(MILESTONE_LABELS[row.kind]).capitalize()
        link = ("journeys.take_back", row.pid)
        yield Event(row.reached_on, says, facts, "good", by=row.by_pid, takes_back=link)


def _checks(actor: Actor, client: Client) -> Iterator[Event]:
    answers = answers_of(client)
    for job in placements_of(actor, client):
        asked = answers.get(job.step.id)
        if asked and asked.still is not None:
            says = _("Nơi làm trả lời: còn làm") if asked.still else _("Nơi làm trả lời: không còn")
            yield Event(asked.asked_on, says, [job.title], "plain" if asked.still else "attention")
        for check in job.checks:
            if check.kept:
                says, why = _("Còn làm sau %(n)s tháng", n=check.months), ""
            else:
                says = _("Không còn làm sau %(n)s tháng", n=check.months)
                why = str(LEFT_LABELS[check.reason])
            yield Event(
                check.asked_on,
                says,
                [job.title, why],
                "good" if check.kept else "attention",
                by=check.by_pid,
            )


def _titles(codes: set[str]) -> dict[str, str]:
    jobs = select(Vacancy.code, Vacancy.title).where(Vacancy.code.in_(codes))
    classes = (
        select(TrainingClass.code, Course.title)
        .join(Course, Course.id == TrainingClass.course_id)
        .where(TrainingClass.code.in_(codes))
    )
    rows = [*session().execute(jobs), *session().execute(classes)]
    return {code: title for code, title in rows}


def _certified(client: Client) -> dict[str | None, date]:
    rows = select(Learner.pid, Learner.certified_on).join(Step, Step.copy_pid == Learner.pid)
    found: Any = session().execute(rows.where(Step.client_id == client.id))
    return {pid: certified_on for pid, certified_on in found if certified_on}


def _day(instant: Any) -> date:
    return clock.local(instant).date()
