"""What an employer's start page shows."""

from typing import Any

from portal import clock
from portal.access import Actor
from portal.db import session
from portal.jobs.models import Application, Vacancy
from portal.jobs.service.applications import visible_applications
from portal.jobs.service.deciding import last_words
from portal.jobs.service.employers import own_employer
from portal.jobs.service.fairs import count_own_fairs
from portal.jobs.service.keeping import open_questions
from portal.jobs.service.life import WARNED_BEFORE, longer_until
from portal.jobs.service.vacancies import visible_vacancies
from portal.messages.service import news
from portal.messages.templates import words

SHOWN, NEWS = 10, 3


def employer_start(actor: Actor) -> dict[str, Any]:
    """Its standing and why, what is new, its running vacancies with those that end soon first,
    and the applications that wait."""
    employer = own_employer(actor)
    running = (
        visible_vacancies(actor)
        .where(Vacancy.closed_at.is_(None), Vacancy.closes_on >= clock.today())
        .order_by(Vacancy.closes_on, Vacancy.id)
    )
    waiting = visible_applications(actor).order_by(Application.sent_at)
    running_now = list(session().scalars(running.limit(SHOWN)))
    return {
        "employer": employer,
        "today": clock.today(),
        "fairs": count_own_fairs(actor),
        "questions": open_questions(actor),
        "said": last_words(employer),
        "news": [words(row.template, row.facts) for row in news(actor, limit=NEWS)],
        "vacancies": running_now,
        "ending": [
            (vacancy, longer_until(vacancy)) for vacancy in running_now if _ends_soon(vacancy)
        ],
        "applications": list(session().scalars(waiting.limit(SHOWN))),
    }


def _ends_soon(vacancy: Vacancy) -> bool:
    return vacancy.closes_on <= clock.today() + WARNED_BEFORE
