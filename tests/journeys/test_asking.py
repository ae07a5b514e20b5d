"""Asking an employer whether a job lasts: only one who knows, only by consent, only once."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor
from portal.audit import AuditRow
from portal.db import session
from portal.errors import Conflict, NotFound
from portal.jobs.models import Application, Employer, JobQuestion
from portal.jobs.service import keeping
from portal.journeys.models import RetentionCheck, Step, StepKind
from portal.journeys.service import apply_to_pledged, enrol_in_class, withdraw_consent
from portal.journeys.service.asking import hear_employer, let_ask
from portal.journeys.service.retention import checks_due, record_retention
from portal.people.service import data_requests, own_client, own_consents
from portal.training.models import Learner
from tests.jobs import world as jobs
from tests.people import commune
from tests.people.commune import actor
from tests.training import world as classes

TODAY = date(2026, 11, 21)


@pytest.fixture
def employer(work: Session) -> Employer:
    return jobs.employer(pledged=True)


@pytest.fixture
def member(work: Session) -> Actor:
    commune.settle(work)
    return actor(work, "member")


@pytest.fixture
def job(member: Actor, employer: Employer) -> Step:
    """An told the employer, who hired them 40 days ago."""
    placed = Step(
        client=own_client(member),
        kind=StepKind.PLACED,
        opening_kind="vacancy",
        opening_code=jobs.vacancy(employer).code,
        channel="knowing",
        taken_at=clock.instant(datetime.combine(TODAY - timedelta(days=40), time(8))),
    )
    session().add(placed)
    session().flush()
    return placed


def test_the_employer_sees_one_question_and_a_yes_is_the_check(
    work: Session, member: Actor, employer: Employer, job: Step
) -> None:
    boss = jobs.acting_for(employer)
    assert keeping.open_questions(boss) == []
    let_ask(member, job.pid)
    with pytest.raises(Conflict):
        let_ask(member, job.pid)
    (asked,) = keeping.open_questions(boss)
    assert (asked.name, asked.hired_on) == ("Nguyễn Văn An", TODAY - timedelta(days=40))
    read = select(AuditRow.user_pid).where(AuditRow.subject == f"job_question/{asked.pid}")
    assert work.scalars(read).all() == [boss.user]
    assert keeping.open_questions(jobs.acting_for(jobs.employer("Khác", pledged=True))) == []
    keeping.answer_question(boss, asked.pid, still=True)
    assert (asked.name_sealed, asked.key_wrapped) == (None, None)
    hear_employer({"question": asked.pid, "still": True})
    check = session().scalars(select(RetentionCheck)).one()
    assert (check.kept, check.months, check.by_pid) == (True, 1, None)
    assert [c for c in own_consents(member) if c.purpose.startswith("retention/")] == []
    with pytest.raises(NotFound):
        keeping.answer_question(boss, asked.pid, still=False)


def test_a_no_is_for_the_case_officer_to_ask_about(
    work: Session, member: Actor, employer: Employer, job: Step
) -> None:
    asked = let_ask(member, job.pid)
    keeping.answer_question(jobs.acting_for(employer), asked.question_pid, still=False)
    hear_employer({"question": asked.question_pid, "still": False})
    assert [due.step_pid for due in checks_due(actor(work, "case_officer"))] == [job.pid]


def test_the_word_of_the_member_stands_before_that_of_the_employer(
    work: Session, member: Actor, employer: Employer, job: Step
) -> None:
    asked = let_ask(member, job.pid)
    record_retention(member, job.pid, months=1, asked_on=TODAY, kept=False, reason="wage")
    keeping.answer_question(jobs.acting_for(employer), asked.question_pid, still=True)
    hear_employer({"question": asked.question_pid, "still": True})
    assert not session().scalars(select(RetentionCheck)).one().kept


def test_a_consent_withdrawn_takes_the_question_away(
    work: Session, member: Actor, employer: Employer, job: Step
) -> None:
    let_ask(member, job.pid)
    (consent,) = [c for c in own_consents(member) if c.purpose == f"retention/{job.pid}"]
    withdraw_consent(member, consent.pid)
    assert keeping.open_questions(jobs.acting_for(employer)) == []
    assert job.ended_on is None


def test_who_is_erased_leaves_nothing_with_anybody(
    work: Session, member: Actor, employer: Employer, job: Step
) -> None:
    """The copies outside have keys of their own: they go too, and so the step into a class ends."""
    let_ask(member, job.pid)
    offered = jobs.vacancy(employer, code="V9")
    apply_to_pledged(member, offered.pid, tell=[])
    lesson = classes.held(classes.course(classes.provider()))
    seat = enrol_in_class(member, lesson.pid)
    asked = data_requests.ask(member, kind="delete", words="")
    data_requests.answer(actor(work, "case_officer"), asked.pid, to="done", answer="")
    for copies in (JobQuestion, Application, Learner):
        (copy,) = session().scalars(select(copies))
        assert (copy.key_wrapped, copy.name_sealed) == (None, None)
    assert (lesson.taken, seat.ended_on) == (0, TODAY)


@pytest.mark.parametrize("spoil", ["plain", "unpledged"])
def test_an_employer_who_does_not_know_is_never_asked(
    work: Session, member: Actor, employer: Employer, job: Step, spoil: str
) -> None:
    if spoil == "plain":
        job.channel = "plain"
    else:
        employer.pledged = False
    with pytest.raises(NotFound):
        let_ask(member, job.pid)
    assert session().scalar(select(JobQuestion.id)) is None


def test_what_nobody_answers_is_forgotten_after_its_day(
    work: Session, member: Actor, employer: Employer, job: Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_ask(member, job.pid)
    asked = session().scalars(select(JobQuestion)).one()
    for days, stands in ((0, True), (1, False)):
        day = asked.answer_by + timedelta(days=days)
        monkeypatch.setattr(clock, "now", lambda day=day: clock.day_starts(day))
        keeping.forget_questions()
        assert (asked.key_wrapped is not None) == stands
        assert bool(keeping.open_questions(jobs.acting_for(employer))) == stands
