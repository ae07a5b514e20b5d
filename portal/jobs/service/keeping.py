"""Asking an employer who knows whether somebody they hired still works there.

Whoever calls `ask_employer` has that person's consent for this one question; what ends, by an
answer, a day or a word, is forgotten here.
"""

from datetime import date

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import contains_eager

from portal import audit, clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound
from portal.jobs.models import Employer, JobQuestion, Vacancy, Verification
from portal.messages.service import queue


def knowing_employer(vacancy_code: str) -> Employer | None:
    """The verified employer of a vacancy, if its pledge stands."""
    return session().scalar(
        select(Employer)
        .join(Vacancy, Vacancy.employer_id == Employer.id)
        .where(Vacancy.code == vacancy_code, Employer.pledged)
        .where(Employer.verification == Verification.VERIFIED)
    )


def ask_employer(vacancy_code: str, *, name: str, hired_on: date, answer_by: date) -> JobQuestion:
    """Put the question before the employer of a vacancy whose pledge stands."""
    vacancy = session().scalar(select(Vacancy).where(Vacancy.code == vacancy_code))
    if vacancy is None or knowing_employer(vacancy_code) is None:
        raise NotFound
    asked = JobQuestion(
        vacancy_id=vacancy.id,
        name=name,
        hired_on=hired_on,
        asked_on=clock.today(),
        answer_by=answer_by,
    )
    session().add(asked)
    session().flush()
    return asked


def open_questions(actor: Actor) -> list[JobQuestion]:
    """Those that wait for the actor's answer, the first due first; reading them is recorded, for
    each names somebody."""
    found = session().scalars(_open(actor).order_by(JobQuestion.answer_by, JobQuestion.id)).all()
    for asked in found:
        audit.record(actor, "read", f"job_question/{asked.pid}")
    return list(found)


def answer_question(actor: Actor, pid: str, *, still: bool) -> None:
    """The employer says whether the person still works there."""
    asked = session().scalar(_open(actor).where(JobQuestion.pid == pid).with_for_update())
    if asked is None:
        raise NotFound
    asked.still, asked.answered_on = still, clock.today()
    _forget(asked)
    audit.record(actor, "answer_question", f"job_question/{pid}")
    queue("question_answered", {"question": pid, "still": still})


def drop_question(pid: str) -> None:
    """Its consent has ended; one that was answered stays as it was."""
    asked = session().scalar(select(JobQuestion).where(JobQuestion.pid == pid))
    if asked is not None:
        _forget(asked)


def forget_questions() -> None:
    """Once a day: what nobody answered by its day is forgotten."""
    _forget_all(JobQuestion.answer_by < clock.today())


def forget_questions_to(employer: Employer) -> None:
    """Its pledge has ended: it is asked about nobody any more."""
    own = select(Vacancy.id).where(Vacancy.employer_id == employer.id)
    _forget_all(JobQuestion.vacancy_id.in_(own))


def _forget_all(which: ColumnElement[bool]) -> None:
    asked_still = select(JobQuestion).where(JobQuestion.key_wrapped.is_not(None), which)
    for asked in session().scalars(asked_still).all():
        _forget(asked)


def _forget(asked: JobQuestion) -> None:
    asked.key_wrapped = asked.name_sealed = None


def _open(actor: Actor) -> Select[JobQuestion]:
    return (
        select(JobQuestion)
        .join(JobQuestion.vacancy)
        .join(Vacancy.employer)
        .options(contains_eager(JobQuestion.vacancy))
        .where(Employer.pid.in_(actor.scopes(Role.EMPLOYER)), Employer.pledged)
        .where(Employer.verification == Verification.VERIFIED)
        .where(JobQuestion.key_wrapped.is_not(None), JobQuestion.answer_by >= clock.today())
    )
