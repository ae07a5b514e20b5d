"""Vacancies: posted within the law, edited by version, closed with a reason, moved by a table."""

from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.orm import contains_eager

from portal import changes, clock
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _, day
from portal.jobs.lawful import Finding, Terms, legal_warnings
from portal.jobs.models import (
    VACANCY_MOVES,
    Closing,
    Employer,
    Vacancy,
    VacancyEvent,
    VacancySkill,
    VacancyState,
)
from portal.jobs.service.employers import own_employer, visible_employers
from portal.messages.service import queue_index
from portal.paging import Page, paged
from portal.versions import revise


def visible_vacancies(actor: Actor) -> Select[Vacancy]:
    """Those of the employers that the actor sees."""
    employers = visible_employers(actor).with_only_columns(Employer.id)
    return (
        select(Vacancy)
        .join(Vacancy.employer)
        .where(Vacancy.employer_id.in_(employers))
        .options(contains_eager(Vacancy.employer))
    )


def get_vacancy(actor: Actor, pid: str) -> Vacancy:
    """A vacancy within the actor's scope."""
    found = session().scalar(visible_vacancies(actor).where(Vacancy.pid == pid))
    if found is None:
        raise NotFound
    return found


def list_vacancies(actor: Actor, number: int) -> Page[Vacancy]:
    """The employer's own, those still running first, then the newest."""
    return list_vacancies_of(actor, own_employer(actor), number)


def list_vacancies_of(actor: Actor, employer: Employer, number: int) -> Page[Vacancy]:
    """Those of one employer, within the actor's scope."""
    of_it = visible_vacancies(actor).where(Vacancy.employer_id == employer.id)
    running_first = (Vacancy.closed_at.is_not(None), Vacancy.closes_on.desc(), Vacancy.id.desc())
    return paged(of_it.order_by(*running_first), number)


def list_warned(actor: Actor, *, limit: int = 50) -> list[tuple[Vacancy, list[Finding]]]:
    """Vacancies that came in with legal warnings and run on, with what the law says today."""
    query = (
        visible_vacancies(actor)
        .where(Vacancy.warnings != "", Vacancy.closed_at.is_(None))
        .where(Vacancy.closes_on >= clock.today())
        .order_by(Vacancy.id.desc())
    )
    rows = session().scalars(query.limit(limit))
    judged = ((vacancy, findings_of(vacancy)) for vacancy in rows)
    return [(vacancy, findings) for vacancy, findings in judged if findings]


def findings_of(vacancy: Vacancy) -> list[Finding]:
    """What the law says of it today."""
    return legal_warnings(
        Terms(**{field.name: getattr(vacancy, field.name) for field in fields(Terms)})
    )


def skills_of(vacancy: Vacancy) -> tuple[list[str], list[str]]:
    """The skills that must be held, and those that are nice to have."""
    query = select(VacancySkill.skill, VacancySkill.must).where(
        VacancySkill.vacancy_id == vacancy.id
    )
    rows = session().execute(query.order_by(VacancySkill.id)).all()
    return [skill for skill, must in rows if must], [skill for skill, must in rows if not must]


def post_vacancy(
    actor: Actor, *, must_skills: list[str], nice_skills: list[str], **given: Any
) -> Vacancy:
    """A new vacancy of the actor's employer; an unlawful one is refused on the field at fault."""
    vacancy = Vacancy(employer=own_employer(actor), posted_on=clock.today(), **given)
    check_terms(vacancy)
    session().add(vacancy)
    session().flush()
    _keep_skills(vacancy, must_skills, nice_skills)
    note_change(vacancy, n=1)
    return vacancy


def edit_vacancy(
    actor: Actor,
    pid: str,
    *,
    version: int | None,
    must_skills: list[str],
    nice_skills: list[str],
    **given: Any,
) -> Vacancy:
    """Change a vacancy that is not closed; a stale save is refused with what stands now."""
    vacancy = get_vacancy(actor, pid)
    if vacancy.state != VacancyState.OPEN:
        raise RuleBroken(_("Tin không còn mở thì không sửa được. Mời đăng lại thành tin mới."))
    must, nice = skills_of(vacancy)
    also = {"must_skills": must, "nice_skills": nice}
    revise(vacancy, version, also=also, **given)
    check_terms(vacancy)
    vacancy.warnings = ""
    _keep_skills(vacancy, must_skills, nice_skills)
    note_change(vacancy)
    return vacancy


def close_vacancy(
    actor: Actor, pid: str, *, how: str, here: int | None = None, elsewhere: int | None = None
) -> Vacancy:
    """No more applications; how it was filled is asked, because the province counts it.

    `here` and `elsewhere` are the people found by each way, of no more than the seats.
    """
    vacancy = get_vacancy(actor, pid)
    if (here or 0) + (elsewhere or 0) > vacancy.seats:
        raise RuleBroken(
            _("Tin này cần %(n)s người: số đã nhận không thể nhiều hơn.", n=vacancy.seats),
            field="here",
        )
    vacancy.filled_here, vacancy.filled_elsewhere = here, elsewhere
    return move_vacancy(vacancy, VacancyState.CLOSED, by=actor.user, why=Closing(how))


def move_vacancy(
    vacancy: Vacancy, to: VacancyState, *, by: str | None, why: str, rule: str = "", words: str = ""
) -> Vacancy:
    """By the table of moves, one at a time, with a row of history. Only the clock expires one."""
    session().flush()
    session().refresh(vacancy, with_for_update=True)
    if to not in VACANCY_MOVES[vacancy.state] or to == VacancyState.EXPIRED:
        raise RuleBroken(_("Tin này không còn mở. Mời tải lại trang."))
    vacancy.closed_at, vacancy.closed_reason = clock.now(), why
    vacancy.version += 1
    add_event(vacancy, to, by=by, rule=rule, words=words)
    note_change(vacancy, n=-1)
    return vacancy


def add_event(
    vacancy: Vacancy, what: str, *, by: str | None = None, rule: str = "", words: str = ""
) -> None:
    """A row of history."""
    session().add(
        VacancyEvent(
            vacancy_id=vacancy.id,
            what=what,
            happened_at=clock.now(),
            by_pid=by or "",
            closes_on=vacancy.closes_on,
            rule=rule,
            words=words,
        )
    )
    session().flush()


def take_seat(vacancy_id: int) -> None:
    """One guarded UPDATE, so that the last seat is never taken twice."""
    taken = session().execute(
        update(Vacancy)
        .where(Vacancy.id == vacancy_id, Vacancy.taken < Vacancy.seats)
        .values(taken=Vacancy.taken + 1)
    )
    if taken.rowcount == 0:  # type: ignore[attr-defined]
        raise RuleBroken(_("Việc này đã đủ người."))
    vacancy = session().get_one(Vacancy, vacancy_id, populate_existing=True)
    note_change(vacancy)


def last_possible_day(vacancy: Vacancy) -> date:
    """A vacancy runs a year at most: what is still sought then is posted anew."""
    return clock.years_after(vacancy.opens_on or vacancy.posted_on or clock.today(), 1)


def check_terms(vacancy: Vacancy) -> None:
    """Lawful, and not longer than a year; refused on the field at fault."""
    for finding in findings_of(vacancy):
        raise RuleBroken(finding.message, field=finding.field)
    last = last_possible_day(vacancy)
    if vacancy.closes_on > last:
        raise RuleBroken(
            _("Một tin dài nhất một năm: đến %(day)s.", day=day(last)), field="closes_on"
        )


def _keep_skills(vacancy: Vacancy, must: list[str], nice: list[str]) -> None:
    kept = session().scalars(select(VacancySkill).where(VacancySkill.vacancy_id == vacancy.id))
    for old in kept:
        session().delete(old)
    session().flush()
    wanted = {skill: False for skill in nice} | {skill: True for skill in must}
    session().add_all(
        VacancySkill(vacancy_id=vacancy.id, skill=skill, must=must)
        for skill, must in wanted.items()
    )
    session().flush()


def note_change(vacancy: Vacancy, n: int = 0) -> None:
    """The matching, the counts and the search follow."""
    changes.note("vacancy", vacancy.pid, place=vacancy.commune_code, day=clock.today(), n=n)
    queue_index("job", [vacancy.pid])
