"""Whether a job lasted: asked in its time, by the commune's case officer or the member."""

from datetime import UTC, date, datetime, time

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from portal import clock
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.journeys.milestone_forms import OwnJobForm
from portal.journeys.models import MONTHS_KEPT, Step, StepKind
from portal.journeys.service import checks_due, placements_of, record_retention
from portal.journeys.service.retention import answer_own, due_on, own_jobs_due
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


def test_one_is_asked_from_the_day_on_once_and_for_thirty_days(work: Session, job: Step) -> None:
    officer = actor(work, "case_officer")
    (due,) = checks_due(officer)  # the question of 31 August has lapsed
    assert (due.months, due.due_on, due.step_pid) == (3, date(2026, 10, 31), job.pid)
    for day in (date(2026, 10, 30), date(2026, 11, 22)):
        with pytest.raises(RuleBroken):
            record_retention(officer, job.pid, months=3, asked_on=day, kept=True)
    record_retention(officer, job.pid, months=3, asked_on=date(2026, 10, 31), kept=True)
    assert checks_due(officer) == []
    for months in (1, 3, 6):  # lapsed, answered, not due
        with pytest.raises(RuleBroken):
            record_retention(officer, job.pid, months=months, asked_on=TODAY, kept=True)


@pytest.mark.parametrize(
    ("taken", "due"),
    [
        ((2026, 1, 31, 23, 59), ["02-28", "04-30", "07-31", "01-31"]),
        ((2026, 2, 1, 0, 0), ["03-01", "05-01", "08-01", "02-01"]),
        ((2026, 8, 31, 12, 0), ["09-30", "11-30", "02-28", "08-31"]),
    ],
)
def test_a_question_comes_on_the_same_day_of_the_month_or_its_last(
    work: Session, job: Step, taken: tuple[int, ...], due: list[str]
) -> None:
    job.taken_at = datetime(*taken, tzinfo=clock.VIETNAM)  # type: ignore[misc]
    assert [f"{due_on(job, months):%m-%d}" for months in MONTHS_KEPT] == due


@pytest.mark.parametrize(
    ("now", "asked"),
    [
        (datetime(2026, 8, 30, 16, 59, tzinfo=UTC), []),  # a minute before midnight in Viet Nam
        (datetime(2026, 8, 30, 17, 0, tzinfo=UTC), [1]),
        (datetime(2026, 9, 30, 16, 59, tzinfo=UTC), [1]),
        (datetime(2026, 9, 30, 17, 0, tzinfo=UTC), []),
    ],
)
def test_a_question_opens_and_closes_at_midnight_in_viet_nam(
    work: Session, job: Step, monkeypatch: pytest.MonkeyPatch, now: datetime, asked: list[int]
) -> None:
    monkeypatch.setattr(clock, "now", lambda: now)
    assert [due.months for due in checks_due(actor(work, "case_officer"))] == asked


def test_a_lost_job_has_a_reason_and_is_not_asked_about_again(work: Session, job: Step) -> None:
    officer = actor(work, "case_officer")
    with pytest.raises(RuleBroken):
        record_retention(officer, job.pid, months=3, asked_on=TODAY, kept=False)
    record_retention(officer, job.pid, months=3, asked_on=TODAY, kept=False, reason="wage")
    assert checks_due(officer) == []
    (known,) = placements_of(officer, job.client)
    assert [(check.kept, check.reason) for check in known.checks] == [(False, "wage")]


def test_a_step_that_ended_is_not_asked_about(work: Session, job: Step) -> None:
    job.ended_on = date(2026, 8, 1)
    assert checks_due(actor(work, "case_officer")) == []


def test_the_member_may_answer_of_their_own_and_nobody_else(work: Session, job: Step) -> None:
    for login in ("neighbour", "coordinator", "officer", "admin"):
        with pytest.raises(NotFound):
            record_retention(actor(work, login), job.pid, months=3, asked_on=TODAY, kept=True)
    check = record_retention(actor(work, "member"), job.pid, months=3, asked_on=TODAY, kept=True)
    assert check.by_pid == actor(work, "member").user


def test_the_member_answers_their_own_question_in_one_tap(work: Session, job: Step) -> None:
    member = actor(work, "member")
    (asked,) = own_jobs_due(member)
    assert asked.due == [3]
    with pytest.raises(RuleBroken):
        answer_own(member, job.pid, kept=False)
    answer_own(member, job.pid, kept=True)
    assert own_jobs_due(member) == []
    with pytest.raises(NotFound):
        answer_own(member, job.pid, kept=True)


def test_the_tap_sends_nothing_but_the_answer(app: Flask) -> None:
    with app.test_request_context(method="POST", data={"kept": "True"}):
        form = OwnJobForm(meta={"csrf": False})
        assert form.validate(), form.errors
        assert (form.values["kept"], form.values["reason"]) == (True, "")
