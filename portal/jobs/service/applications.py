"""Applications to employers who have pledged: sealed copies, ended by a decision, a day or a word.

Whoever calls `apply` has the applicant's consent; here nothing says who they are beyond the
copies, and when it ends the key is destroyed.
"""

from datetime import date

from sqlalchemy import Select, select
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
    Vacancy,
    Verification,
)
from portal.jobs.service.open import open_vacancies
from portal.jobs.service.vacancies import take_seat
from portal.messages.service import queue

ANSWERS = (Hiring.INVITED, Hiring.HIRED, Hiring.DECLINED)


def visible_applications(actor: Actor) -> Select[Application]:
    """Those to the actor's own vacancies that have not ended, while the employer is verified and
    its pledge stands; nobody else sees any."""
    return (
        select(Application)
        .join(Application.vacancy)
        .join(Vacancy.employer)
        .where(Employer.pid.in_(actor.scopes(Role.EMPLOYER)))
        .where(Employer.pledged, Employer.verification == Verification.VERIFIED)
        .where(Application.standing.in_(OPEN_HIRING), Application.ends_on >= clock.today())
        .options(contains_eager(Application.vacancy))
    )


def get_application(actor: Actor, pid: str) -> Application:
    """An application to one of the actor's vacancies; the reading is recorded."""
    found = session().scalar(visible_applications(actor).where(Application.pid == pid))
    if found is None:
        raise NotFound
    audit.record(actor, "read_application", f"application/{pid}")
    return found


def apply(vacancy_pid: str, *, name: str, phone: str, about: str, ends_on: date) -> Application:
    """Put the agreed copies before a verified employer who has signed the pledge."""
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
        ends_on=ends_on,
    )
    session().add(application)
    session().flush()
    return application


def answer_application(actor: Actor, pid: str, *, answer: str) -> Application:
    """The employer invites, hires or declines; the one who hires takes a seat."""
    if answer not in ANSWERS:
        raise RuleBroken(_("Không thể chọn như vậy cho hồ sơ này."))
    application = get_application(actor, pid)
    _move(application, Hiring(answer))
    if answer == Hiring.HIRED:
        take_seat(application.vacancy_id)
    audit.record(actor, f"application_{answer}", f"application/{pid}")
    queue("application_answered", {"application": pid, "answer": answer})
    return application


def withdraw_application(pid: str) -> None:
    """The applicant takes it back; one that has ended already stays as it ended."""
    application = session().scalar(select(Application).where(Application.pid == pid))
    if application is None:
        raise NotFound
    if application.standing in OPEN_HIRING:
        _move(application, Hiring.WITHDRAWN)


def expire_applications() -> None:
    """Once a day: end what nobody answered by its day."""
    overdue = select(Application).where(
        Application.standing.in_(OPEN_HIRING), Application.ends_on < clock.today()
    )
    for application in session().scalars(overdue).all():
        _move(application, Hiring.EXPIRED)


def _move(application: Application, to: Hiring) -> None:
    """By the table of moves, one at a time; with its end its key is destroyed."""
    session().refresh(application, with_for_update=True)
    if to not in HIRING_MOVES[Hiring(application.standing)]:
        raise RuleBroken(_("Không thể chọn như vậy cho hồ sơ này."))
    application.standing = to
    if to not in OPEN_HIRING:
        application.key_wrapped = None
        application.name_sealed = application.phone_sealed = application.about_sealed = None
