"""Whether a job lasted: asked 1, 3, 6 and 12 months after the person was placed.

Each question stays open for 30 days, so that never two of them are open at once; one that nobody
asked in its time stays without an answer.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import contains_eager

from portal import audit, changes, clock
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.jobs.models import Vacancy
from portal.journeys.models import (
    ANSWERABLE,
    LEFT_FOR,
    MONTHS_KEPT,
    Milestone,
    RetentionCheck,
    Step,
    StepKind,
)
from portal.people.models import Client
from portal.people.service import NAME, name_in, own_client, own_commune


def due_on(step: Step, months: int) -> date:
    """The day on which the job has lasted so many months."""
    return clock.months_before(clock.local(step.taken_at).date(), -months)


def answer_by(step: Step, months: int) -> date:
    """The last day on which that question may be asked."""
    return due_on(step, months) + ANSWERABLE


@dataclass(frozen=True)
class Placement:
    """A job that a person was given, and what they answered about it since."""

    step: Step
    title: str
    checks: list[RetentionCheck]

    @property
    def placed_on(self) -> date:
        """The day in Viet Nam on which it began."""
        return clock.local(self.step.taken_at).date()

    @property
    def due(self) -> list[int]:
        """After how many months they are to be asked now; nothing once the job has ended."""
        asked = {check.months for check in self.checks}
        if self.step.ended_on or not all(check.kept for check in self.checks):
            return []
        today = clock.today()
        return [
            n
            for n in MONTHS_KEPT
            if n not in asked and due_on(self.step, n) <= today <= answer_by(self.step, n)
        ]


@dataclass(frozen=True)
class CheckDue:
    """A person of the commune to be asked about a job, and since when."""

    step_pid: str
    title: str
    months: int
    due_on: date
    name: str


def visible_placements(actor: Actor) -> Select[Step]:
    """The placements of the people of the actor's commune, and a member's own."""
    communes = own_commune(actor).with_only_columns(Client.id)
    reach = or_(Step.client_id.in_(communes), Client.pid == (actor.client or ""))
    placed = select(Step).join(Step.client).options(contains_eager(Step.client))
    return placed.where(Step.kind == StepKind.PLACED, reach)


def get_placement(actor: Actor, pid: str) -> Placement:
    """One of them; the reading is recorded."""
    job = _find(actor, pid)
    audit.opened(actor, f"step/{pid}", client=job.step.client.pid)
    return job


def placements_of(actor: Actor, client: Client) -> list[Placement]:
    """The jobs of one person, newest first."""
    own = visible_placements(actor).where(Step.client_id == client.id)
    return _placements(own.order_by(Step.taken_at.desc()))


def checks_due(actor: Actor) -> list[CheckDue]:
    """Whom the case officer has to ask, the longest due first; the earliest question of each."""
    named = own_commune(actor).with_only_columns(*NAME, Client.id)
    names = {row.id: row for row in session().execute(named)}
    waiting = [
        CheckDue(job.step.pid, job.title, job.due[0], due_on(job.step, job.due[0]), name_in(row))
        for job in _placements(visible_placements(actor))
        if job.due and (row := names.get(job.step.client_id))
    ]
    return sorted(waiting, key=lambda check: (check.due_on, check.step_pid))


def own_jobs_due(actor: Actor) -> list[Placement]:
    """The member's own jobs about which there is a question today."""
    return [job for job in placements_of(actor, own_client(actor)) if job.due]


def get_own_placement(actor: Actor, pid: str) -> Placement:
    """One of them."""
    for job in own_jobs_due(actor):
        if job.step.pid == pid:
            return job
    raise NotFound


def answer_own(actor: Actor, pid: str, *, kept: bool, reason: str = "") -> RetentionCheck:
    """The member says today whether they still work there."""
    (months,) = get_own_placement(actor, pid).due
    return record_retention(
        actor, pid, months=months, asked_on=clock.today(), kept=kept, reason=reason
    )


def record_retention(
    actor: Actor, step_pid: str, *, months: int, asked_on: date, kept: bool, reason: str = ""
) -> RetentionCheck:
    """Write down whether the person still has the job, once for each day that has come.

    A job that was lost is not asked about again.
    """
    job = _find(actor, step_pid)
    client = job.step.client
    if months not in job.due:
        raise RuleBroken(_("Lần hỏi này chưa đến ngày hoặc đã được ghi."), field="months")
    due = due_on(job.step, months)
    if not due <= asked_on <= clock.today():
        raise RuleBroken(_("Ngày hỏi phải từ ngày đến hạn đến hôm nay."), field="asked_on")
    if not kept and reason not in LEFT_FOR:
        raise RuleBroken(_("Mời chọn lý do thôi việc."), field="reason")
    check = RetentionCheck(
        step=job.step,
        months=months,
        due_on=due,
        asked_on=asked_on,
        kept=kept,
        reason="" if kept else reason,
        by_pid=actor.user,
    )
    session().add(check)
    session().flush()
    audit.record(actor, "record_retention", f"step/{step_pid}", client=client.pid)
    changes.note("retention", check.pid, place=client.commune_code, day=due, n=1)
    return check


def _find(actor: Actor, pid: str) -> Placement:
    found = _placements(visible_placements(actor).where(Step.pid == pid))
    if not found:
        raise NotFound
    return found[0]


def _placements(placed: Select[Step]) -> list[Placement]:
    steps = session().scalars(placed).all()
    codes, ids = {step.opening_code for step in steps}, [step.id for step in steps]
    titled = select(Vacancy.code, Vacancy.title).where(Vacancy.code.in_(codes))
    titles = {code: title for code, title in session().execute(titled)} | _found_elsewhere(ids)
    checks = _by_step(
        session().scalars(
            select(RetentionCheck)
            .where(RetentionCheck.step_id.in_(ids))
            .order_by(RetentionCheck.months)
        )
    )
    return [Placement(step, titles.get(step.opening_code, ""), checks[step.id]) for step in steps]


def _found_elsewhere(step_ids: Iterable[int]) -> dict[str, str]:
    """Where jobs are that were found elsewhere, by the codes of their steps."""
    rows = select(Milestone).join(Milestone.client).options(contains_eager(Milestone.client))
    found = session().scalars(rows.where(Milestone.step_id.in_(step_ids)))
    return {reached.pid: reached.words.partition("\n")[0] for reached in found}


def _by_step(found: Iterable[RetentionCheck]) -> defaultdict[int, list[RetentionCheck]]:
    checks: defaultdict[int, list[RetentionCheck]] = defaultdict(list)
    for check in found:
        checks[check.step_id].append(check)
    return checks
