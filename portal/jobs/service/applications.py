"""Applications to employers who have pledged: sealed copies, ended by a decision, a day or a word.

Whoever calls `apply` has the applicant's consent; here nothing says who they are beyond the
copies, and when it ends the key is destroyed.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import contains_eager

from portal import audit, clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.jobs.models import (
    HIRING_MOVES,
    OPEN_HIRING,
    Application,
    Employer,
    Hiring,
    HiringReason,
    Vacancy,
    Verification,
)
from portal.jobs.service.open import open_vacancies
from portal.jobs.service.vacancies import take_seat
from portal.messages.service import notify, queue

ANSWERS = (Hiring.INVITED, Hiring.HIRED, Hiring.DECLINED)
ANSWER_WITHIN = timedelta(days=7)
REMIND_BEFORE = timedelta(days=2)
REMIND_AT = time(8, 0)


def visible_applications(actor: Actor) -> Select[Application]:
    """Those to the actor's own vacancies that have not ended, while the employer is verified and
    its pledge stands; nobody else sees any."""
    return (
        select(Application)
        .join(Application.vacancy)
        .join(Vacancy.employer)
        .where(Employer.pid.in_(actor.scopes(Role.EMPLOYER)))
        .where(Employer.pledged, Employer.verification == Verification.VERIFIED)
        .where(Application.standing.in_(OPEN_HIRING), ~_overdue(clock.today()))
        .options(contains_eager(Application.vacancy))
    )


def get_application(actor: Actor, pid: str) -> Application:
    """An application to one of the actor's vacancies; the reading is recorded."""
    found = session().scalar(visible_applications(actor).where(Application.pid == pid))
    if found is None:
        raise NotFound(_("Hồ sơ này không còn ở đây: đã trả lời, đã hết hạn hoặc đã rút lại."))
    audit.record(actor, "read_application", f"application/{pid}")
    return found


def reasons_of(side: str) -> list[str]:
    """The reasons that a side may give, in their order."""
    rows = select(HiringReason.code).where(HiringReason.side == side)
    return list(session().scalars(rows.order_by(HiringReason.position)))


def apply(vacancy_pid: str, *, name: str, phone: str, about: str, ends_on: date) -> Application:
    """Put the agreed copies before a verified employer who has signed the pledge.

    The employer is to answer within 7 days, and is reminded 2 days before that.
    """
    query = open_vacancies().where(Vacancy.pid == vacancy_pid, Employer.pledged)
    vacancy = session().scalar(query)
    if vacancy is None:
        raise NotFound
    application = Application(
        vacancy_id=vacancy.id,
        name=name,
        phone=phone,
        about=about,
        sent_at=clock.now(),
        answer_by=clock.today() + ANSWER_WITHIN,
        ends_on=ends_on,
    )
    session().add(application)
    session().flush()
    _remind_before(application)
    return application


def answer_application(
    actor: Actor, pid: str, *, answer: str, reason: str | None = None
) -> Application:
    """The employer invites, hires or declines; the one who hires takes a seat, the one who
    declines says why, by the list."""
    if answer not in ANSWERS:
        raise RuleBroken(_("Không thể chọn như vậy cho hồ sơ này."))
    application = get_application(actor, pid)
    why = _reason(reason, "employer", Hiring.DECLINED) if answer == Hiring.DECLINED else ""
    _move(application, Hiring(answer), why)
    if answer == Hiring.HIRED:
        take_seat(application.vacancy_id)
    audit.record(actor, f"application_{answer}", f"application/{pid}")
    _let_hear(application)
    return application


def withdraw_application(pid: str) -> None:
    """The applicant takes it back; one that has ended already stays as it ended."""
    application = session().scalar(select(Application).where(Application.pid == pid))
    if application is None:
        raise NotFound
    if application.standing in OPEN_HIRING:
        _move(application, Hiring.WITHDRAWN)


def expire_applications() -> None:
    """Once a day: end what nobody answered by its day, or what has run out; both sides are told."""
    _expire(_overdue(clock.today()))


def end_applications_to(employer: Employer) -> None:
    """Its pledge has ended, and with it what applicants let it know; both sides are told."""
    _expire(Vacancy.employer_id == employer.id)


def _expire(which: ColumnElement[bool]) -> None:
    ending = (
        select(Application, Employer.pid, Vacancy.title)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .join(Employer, Employer.id == Vacancy.employer_id)
        .where(Application.standing.in_(OPEN_HIRING), which)
        .with_for_update(of=Application)  # one answered just now is no reason to fail the rest
    )
    for application, employer_pid, title in session().execute(ending).all():
        unanswered = application.standing == Hiring.SENT
        _move(application, Hiring.EXPIRED, "unanswered" if unanswered else "time_over")
        notify(Role.EMPLOYER, employer_pid, "application_ended", title=title)
        _let_hear(application)


def remind_employer(payload: dict[str, Any]) -> None:
    """Two days before an application is to be answered: once, and only if nobody has."""
    row = session().execute(
        select(Application.answer_by, Employer.pid, Vacancy.title)
        .join(Vacancy, Vacancy.id == Application.vacancy_id)
        .join(Employer, Employer.id == Vacancy.employer_id)
        .where(Application.pid == payload["application"], Application.standing == Hiring.SENT)
        .where(~_overdue(clock.today()))
    )
    for answer_by, employer_pid, title in row:
        day = f"{answer_by:%d/%m/%Y}"
        notify(Role.EMPLOYER, employer_pid, "application_waits", title=title, day=day)


def _overdue(day: date) -> ColumnElement[bool]:
    """Its last day is over, or the day by which to answer it, and it was not."""
    unanswered = and_(
        Application.standing == Hiring.SENT,
        Application.answer_by.is_not(None),
        Application.answer_by < day,
    )
    return or_(Application.ends_on < day, unanswered)


def _remind_before(application: Application) -> None:
    assert application.answer_by is not None  # it was just sent
    due_at = datetime.combine(application.answer_by - REMIND_BEFORE, REMIND_AT)
    queue("application_waits", {"application": application.pid}, due_at=clock.instant(due_at))


def _let_hear(application: Application) -> None:
    """The person behind it is told inside, by the worker."""
    heard = {"application": application.pid, "answer": str(application.standing)}
    queue("application_answered", heard)


def _reason(code: str | None, side: str, end: Hiring) -> str:
    """The code, if it is one that the side may give for this end."""
    known = select(HiringReason.code).where(
        HiringReason.code == code, HiringReason.side == side, HiringReason.counts_as == end
    )
    found = session().scalar(known)
    if found is None:
        raise RuleBroken(_("Mời chọn một lý do."), field="reason")
    return found


def _move(application: Application, to: Hiring, reason: str = "") -> None:
    """By the table of moves, one at a time; with its end its key is destroyed."""
    session().refresh(application, with_for_update=True)
    if to not in HIRING_MOVES[Hiring(application.standing)]:
        raise RuleBroken(_("Không thể chọn như vậy cho hồ sơ này."))
    application.standing, application.reason = to, reason
    if to not in OPEN_HIRING:
        application.key_wrapped = None
        application.name_sealed = application.phone_sealed = application.about_sealed = None
