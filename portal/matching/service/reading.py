"""Rows for the matching, read from the tables in one query a table, whatever their number."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnExpressionArgument,
    Label,
    ScalarSelect,
    Select,
    func,
    literal,
    select,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute

from portal.db import session
from portal.jobs.models import Employer, Vacancy, VacancySkill, Verification
from portal.journeys.models import AidRate, Step
from portal.matching.rows import ClassRow, ClientRow, VacancyRow
from portal.people.models import BlockedEmployer, Client, ClientSkill, WantedOccupation
from portal.places import service as places
from portal.training.models import Approval, Course, CourseSkill, Provider, TrainingClass


class _Spot(NamedTuple):
    """A commune as the matching knows it: its code of today, and where it lies."""

    commune: str
    lat: float | None
    lon: float | None


def clients(on: date, *which: ColumnExpressionArgument[bool]) -> Iterator[ClientRow]:
    """The people whom `which` names (all, where it is empty), but none whose key is destroyed."""
    spots = _spots(on)
    those = select(Client.id).where(Client.key_wrapped.is_not(None), *which).scalar_subquery()
    words = _words(_CLIENT_WORDS, of=those)
    for row in session().execute(_CLIENTS.add_columns(_aid(on)).where(Client.id.in_(those))):
        yield ClientRow(
            code=row.code,
            **spots(row.commune_code)._asdict(),
            birth_year=row.birth_year,
            education=row.education,
            limits=row.limits,
            shifts=row.shifts,
            max_km=row.max_km,
            min_wage=row.min_wage,
            aid=row.aid,
            **words[row.id],
        )


def vacancies(on: date) -> Iterator[VacancyRow]:
    """Those of verified employers that are not closed by hand; their days are a criterion."""
    spots = _spots(on)
    asked = select(VacancySkill.vacancy_id, VacancySkill.skill)
    words = _words(
        {"must": asked.where(VacancySkill.must), "nice": asked.where(~VacancySkill.must)}
    )
    for row in session().execute(_VACANCIES):
        yield VacancyRow(
            code=row.code,
            **spots(row.commune_code)._asdict(),
            occupation=row.occupation,
            education=row.education,
            shifts=row.shifts,
            accommodation=row.accommodation,
            seats_left=row.seats - row.taken,
            opens_on=row.opens_on,
            closes_on=row.closes_on,
            employer=row.employer,
            wage_from=row.wage_from,
            wage_to=row.wage_to,
            demands=row.demands,
            contract=row.contract,
            min_age=row.min_age,
            **words[row.id],
        )


def classes(on: date) -> Iterator[ClassRow]:
    """Those of approved providers that are not cancelled."""
    spots = _spots(on)
    words = _words({"teaches": select(CourseSkill.course_id, CourseSkill.skill)})
    for row in session().execute(_CLASSES):
        yield ClassRow(
            code=row.code,
            **spots(row.commune_code)._asdict(),
            occupation=row.occupation,
            education=row.education,
            shifts=row.shifts,
            accommodation=row.accommodation,
            seats_left=row.seats - row.taken,
            closes_on=row.enrol_by,
            fee=row.fee,
            certificate=row.certificate,
            **words[row.course_id],
        )


def _columns(model: type[Any], names: str) -> list[InstrumentedAttribute[Any]]:
    return [getattr(model, name) for name in names.split()]


_CLIENTS = select(
    *_columns(Client, "id code commune_code birth_year education"),
    *_columns(Client, "limits shifts max_km min_wage"),
)
_CLIENT_WORDS: dict[str, Select[int, str]] = {
    "wanted": select(WantedOccupation.client_id, WantedOccupation.occupation),
    "proven": select(ClientSkill.client_id, ClientSkill.skill).where(ClientSkill.proven),
    "claimed": select(ClientSkill.client_id, ClientSkill.skill).where(~ClientSkill.proven),
    "blocked": select(BlockedEmployer.client_id, BlockedEmployer.employer_code),
    "taken": select(Step.client_id, Step.opening_code),
}
_VACANCIES = (
    select(
        *_columns(Vacancy, "id code commune_code occupation education shifts accommodation"),
        *_columns(Vacancy, "seats taken opens_on closes_on wage_from wage_to demands contract"),
        Vacancy.min_age,
        Employer.code.label("employer"),
    )
    .join(Employer, Employer.id == Vacancy.employer_id)
    .where(Employer.verification == Verification.VERIFIED, Vacancy.closed_at.is_(None))
)
_CLASSES = (
    select(
        *_columns(TrainingClass, "code commune_code course_id shifts accommodation seats taken"),
        *_columns(TrainingClass, "enrol_by"),
        *_columns(Course, "occupation education fee certificate"),
    )
    .join(Course, Course.id == TrainingClass.course_id)
    .join(Provider, Provider.id == Course.provider_id)
    .where(Provider.approval == Approval.APPROVED, TrainingClass.cancelled_at.is_(None))
)


def _words(
    kinds: dict[str, Select[int, str]], *, of: ScalarSelect[int] | None = None
) -> defaultdict[int, dict[str, Any]]:
    """For each owner the words of each kind, all in one query; who has none has no kind either."""
    parts = []
    for kind, query in kinds.items():
        (owner, _word) = query.selected_columns
        those = query if of is None else query.where(owner.in_(of))
        parts.append(those.add_columns(literal(kind)))
    found: defaultdict[int, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for number, word, kind in session().execute(union_all(*parts)):
        found[number][kind].add(word)
    return defaultdict(
        dict,
        {
            number: {kind: frozenset(words) for kind, words in by_kind.items()}
            for number, by_kind in found.items()
        },
    )


def _spots(on: date) -> Callable[[str], _Spot]:
    """A function from the code of a commune to its spot of the day, each found once.

    A code in force on the day means the commune of the day, any other its default successor.
    """

    @cache
    def spot(code: str) -> _Spot:
        heir = places.default_successor(code, on)
        place = places.find_unit(heir, on) if heir else None
        return _Spot(place.code, place.lat, place.lon) if place else _Spot(code, None, None)

    return spot


def _aid(on: date) -> Label[int]:
    """The training aid of the household in force on the day: of several rates the latest."""
    rates = (
        select(AidRate.amount)
        .where(AidRate.household_status == Client.household_status, AidRate.from_on <= on)
        .order_by(AidRate.from_on.desc())
        .limit(1)
    )
    return func.coalesce(rates.scalar_subquery(), 0).label("aid")
