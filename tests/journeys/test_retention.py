"""Whether a job lasted: asked in its time, by the commune's case officer or the member."""

from datetime import date, datetime, time

import pytest
from sqlalchemy.orm import Session

from portal import clock
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.journeys.models import Step, StepKind
from portal.journeys.service import checks_due, placements_of, record_retention
from portal.people.service import get_client
from tests.people import commune
from tests.people.commune import Commune, actor

TODAY = date(2026, 11, 21)


@pytest.fixture
def settled(work: Session) -> Commune:
    """The commune in the transaction `work`."""
    return commune.settle(work)


@pytest.fixture
def job(work: Session, settled: Commune) -> Step:
    """An has a job since 31 July."""
    client = get_client(actor(work, "case_officer"), settled.an)
    placed = Step(
        client=client,
        kind=StepKind.PLACED,
        opening_kind="vacancy",
        opening_code="v1",
        taken_at=clock.instant(datetime.combine(date(2026, 7, 31), time(8))),
    )
    session().add(placed)
    session().flush()
    return placed


def test_one_is_asked_from_the_day_on_and_once(work: Session, job: Step) -> None:
    officer = actor(work, "case_officer")
    (due,) = checks_due(officer)
    assert (due.months, due.due_on, due.step_pid) == (1, date(2026, 8, 31), job.pid)
    for day in (date(2026, 8, 30), date(2026, 11, 22)):
        with pytest.raises(RuleBroken):
            record_retention(officer, job.pid, months=1, asked_on=day, kept=True)
    record_retention(officer, job.pid, months=1, asked_on=date(2026, 8, 31), kept=True)
    assert [due.months for due in checks_due(officer)] == [3]
    for months in (1, 6):  # answered, not due
        with pytest.raises(RuleBroken):
            record_retention(officer, job.pid, months=months, asked_on=TODAY, kept=True)


def test_a_lost_job_has_a_reason_and_is_not_asked_about_again(work: Session, job: Step) -> None:
    officer = actor(work, "case_officer")
    with pytest.raises(RuleBroken):
        record_retention(officer, job.pid, months=1, asked_on=TODAY, kept=False)
    record_retention(officer, job.pid, months=1, asked_on=TODAY, kept=False, reason="wage")
    assert checks_due(officer) == []
    (known,) = placements_of(officer, job.client)
    assert [(check.kept, check.reason) for check in known.checks] == [(False, "wage")]


def test_a_step_that_ended_is_not_asked_about(work: Session, job: Step) -> None:
    job.ended_on = date(2026, 8, 1)
    assert checks_due(actor(work, "case_officer")) == []


def test_the_member_may_answer_of_their_own_and_nobody_else(work: Session, job: Step) -> None:
    for login in ("neighbour", "coordinator", "officer", "admin"):
        with pytest.raises(NotFound):
            record_retention(actor(work, login), job.pid, months=1, asked_on=TODAY, kept=True)
    check = record_retention(actor(work, "member"), job.pid, months=1, asked_on=TODAY, kept=True)
    assert check.by_pid == actor(work, "member").user
