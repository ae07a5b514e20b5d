"""The life of a vacancy: extended, warned of, expired by itself, taken down by the officer."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import contains_eager

from portal import audit, clock
from portal.access import Actor, Role
from portal.accounts.models import User
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _, day
from portal.jobs.lawful import LAWS
from portal.jobs.models import Employer, Vacancy, VacancyEvent, VacancyState
from portal.jobs.service.employers import in_place
from portal.jobs.service.reports import close_reports
from portal.jobs.service.vacancies import (
    add_event,
    check_terms,
    get_vacancy,
    last_possible_day,
    move_vacancy,
    note_change,
)
from portal.messages.service import notify, queue_index

WARNED_BEFORE = timedelta(days=7)
TOLD_WITHIN = timedelta(days=7)  # the care may have stood still: what ended long ago is no news
USUAL_EXTENSION = timedelta(days=30)
EXTENDED, WARNED = "extended", "warned"


def longer_until(vacancy: Vacancy) -> date | None:
    """The day that an extension in one step leads to; None where none is possible."""
    longest = min(vacancy.closes_on + USUAL_EXTENSION, last_possible_day(vacancy))
    possible = vacancy.state == VacancyState.OPEN and longest > vacancy.closes_on
    return longest if possible else None


def extend_vacancy(actor: Actor, pid: str, *, closes_on: date) -> Vacancy:
    """A later last day for a vacancy that is open, as long as it is lawful today."""
    vacancy = get_vacancy(actor, pid)
    session().refresh(vacancy, with_for_update=True)
    if vacancy.state != VacancyState.OPEN:
        raise RuleBroken(_("Tin không còn mở thì không gia hạn được. Mời đăng lại thành tin mới."))
    if closes_on <= vacancy.closes_on:
        raise RuleBroken(
            _("Mời chọn ngày sau %(day)s, hạn đang có.", day=day(vacancy.closes_on)),
            field="closes_on",
        )
    vacancy.closes_on = closes_on
    check_terms(vacancy)
    vacancy.version += 1
    add_event(vacancy, EXTENDED, by=actor.user)
    note_change(vacancy)
    return vacancy


def take_down_vacancy(actor: Actor, pid: str, *, rule: str, words: str) -> Vacancy:
    """The officer ends a vacancy that breaks a rule; the employer reads which, and what to mend."""
    vacancy = get_vacancy(actor, pid)
    mine = select(Employer.id).where(Employer.id == vacancy.employer_id, in_place(actor))
    if session().scalar(mine) is None:
        raise RuleBroken(_("Chỉ cán bộ của địa bàn gỡ được tin."))
    owner, taken_down = vacancy.employer.pid, VacancyState.TAKEN_DOWN
    move_vacancy(vacancy, taken_down, by=actor.user, why=taken_down, rule=rule, words=words)
    close_reports(actor, vacancy, words)
    audit.record(actor, "vacancy_taken_down", f"vacancy/{pid}", reason=words)
    reason = f"{LAWS[rule]}. {words}"
    notify(Role.EMPLOYER, owner, "vacancy_taken_down", title=vacancy.title, reason=reason)
    return vacancy


def history(vacancy: Vacancy) -> list[VacancyEvent]:
    """What happened to it, newest first."""
    of_it = select(VacancyEvent).where(VacancyEvent.vacancy_id == vacancy.id)
    return list(session().scalars(of_it.order_by(VacancyEvent.id.desc())))


def names_in(events: list[VacancyEvent]) -> dict[str, str]:
    """Who did what, for the officer."""
    pids = {event.by_pid for event in events if event.by_pid}
    return dict(session().execute(select(User.pid, User.name).where(User.pid.in_(pids))).all())


def turn_of_day() -> None:
    """Once a day: warn a week before the last day, tell the day after it, and let the search
    follow what opened or ended within the week."""
    today = clock.today()
    soon = Vacancy.closes_on.between(today, today + WARNED_BEFORE)
    for vacancy in _untold(WARNED, soon):
        _tell(vacancy, WARNED, "vacancy_ends_soon")
    ended = Vacancy.closes_on.between(today - TOLD_WITHIN, today - timedelta(days=1))
    for vacancy in _untold(VacancyState.EXPIRED, ended):
        _tell(vacancy, VacancyState.EXPIRED, "vacancy_expired")
    _search_follows(today)


def _untold(what: str, when: ColumnElement[bool]) -> Iterator[Vacancy]:
    """Those not closed of which, for the last day they now have, this has not been told yet."""
    told = exists().where(
        VacancyEvent.vacancy_id == Vacancy.id,
        VacancyEvent.what == what,
        VacancyEvent.closes_on == Vacancy.closes_on,
    )
    query = select(Vacancy).join(Vacancy.employer).options(contains_eager(Vacancy.employer))
    yield from (
        session()
        .scalars(query.where(when, Vacancy.closed_at.is_(None), ~told).order_by(Vacancy.id))
        .all()
    )


def _tell(vacancy: Vacancy, what: str, template: str) -> None:
    add_event(vacancy, what)
    last = day(vacancy.closes_on)
    notify(Role.EMPLOYER, vacancy.employer.pid, template, title=vacancy.title, day=last)


def _search_follows(today: date) -> None:
    opened = Vacancy.opens_on.between(today - TOLD_WITHIN, today)
    ended = Vacancy.closes_on.between(today - TOLD_WITHIN, today)
    queue_index("job", list(session().scalars(select(Vacancy.pid).where(opened | ended))))
