"""What an employer's start page shows."""

from typing import Any

from portal import clock
from portal.access import Actor
from portal.db import session
from portal.jobs.models import Application, Vacancy
from portal.jobs.service.applications import visible_applications
from portal.jobs.service.employers import own_employer
from portal.jobs.service.keeping import open_questions
from portal.jobs.service.vacancies import visible_vacancies
from portal.messages.service import list_notices

SHOWN = 10


def employer_start(actor: Actor) -> dict[str, Any]:
    """Its standing, why it was refused, its running vacancies, and the applications that wait."""
    employer = own_employer(actor)
    running = (
        visible_vacancies(actor)
        .where(Vacancy.closed_at.is_(None), Vacancy.closes_on >= clock.today())
        .order_by(Vacancy.closes_on, Vacancy.id)
    )
    waiting = visible_applications(actor).order_by(Application.sent_at)
    refusals = (n for n in list_notices(actor) if n.template == "employer_refused")
    return {
        "employer": employer,
        "today": clock.today(),
        "questions": open_questions(actor),
        "refusal": next((notice.facts["reason"] for notice in refusals), ""),
        "vacancies": list(session().scalars(running.limit(SHOWN))),
        "applications": list(session().scalars(waiting.limit(SHOWN))),
    }
