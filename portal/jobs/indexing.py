"""Open vacancies as the search knows them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from portal import clock
from portal.db import session
from portal.jobs.models import Vacancy, VacancySkill
from portal.jobs.service.open import open_vacancies
from portal.places import service as places
from portal.search.protocol import Entry
from portal.trades.models import Skill
from portal.trades.service import occupation_names
from portal.trades.vocabulary import SHIFTS, from_bits

KIND = "job"


def entries(pids: Iterable[str] | None) -> Iterator[Entry]:
    """The entries of these public ids, or of all: only what is open today has one."""
    query = open_vacancies().options(contains_eager(Vacancy.employer))
    if pids is not None:
        query = query.where(Vacancy.pid.in_(list(pids)))
    vacancies = session().scalars(query).all()
    words = _skill_words(pids)
    codes = {vacancy.occupation for vacancy in vacancies}
    named = [occupation_names(codes, language) for language in ("vi", "en")]
    for vacancy in vacancies:
        trade = [names[vacancy.occupation] for names in named]
        yield _entry(vacancy, [*trade, *words[vacancy.id]])


def _entry(vacancy: Vacancy, names: list[str]) -> Entry:
    return Entry(
        kind=KIND,
        id=vacancy.pid,
        title=vacancy.title,
        names=names,
        places=places.search_names(vacancy.commune_code, clock.today()),
        other=[vacancy.employer.name, vacancy.description],
        facets={
            "commune": [vacancy.commune_code],
            "occupation": [vacancy.occupation[:2]],
            "shift": from_bits(vacancy.shifts, SHIFTS),
        },
    )


def _skill_words(pids: Iterable[str] | None) -> defaultdict[int, list[str]]:
    """By vacancy: names and synonyms of its skills."""
    query = select(VacancySkill.vacancy_id, Skill.name_vi, Skill.name_en, Skill.synonyms).join(
        Skill, Skill.code == VacancySkill.skill
    )
    if pids is not None:
        query = query.join(Vacancy, Vacancy.id == VacancySkill.vacancy_id)
        query = query.where(Vacancy.pid.in_(list(pids)))
    words: defaultdict[int, list[str]] = defaultdict(list)
    for vacancy_id, vietnamese, english, synonyms in session().execute(query):
        words[vacancy_id] += [vietnamese, english, *synonyms.split(";")]
    return words
