"""Rows for the matching, read from the tables in one query a table, whatever their number."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnExpressionArgument, ScalarSelect, Select, select
from sqlalchemy.orm import InstrumentedAttribute

from portal.db import session
from portal.jobs.models import Employer, Vacancy, VacancySkill, Verification
from portal.journeys.models import AidRate, Step
from portal.matching.rows import ClassRow, ClientRow, VacancyRow
from portal.people.models import BlockedEmployer, Client, ClientSkill, WantedOccupation
from portal.places import service as places
from portal.training.models import Approval, Course, CourseSkill, Provider, TrainingClass

Sets = defaultdict[int, frozenset[str]]


class _Spot(NamedTuple):
    """A commune as the matching knows it: its code of today, and where it lies."""

    commune: str
    lat: float | None
    lon: float | None


def clients(on: date, *which: ColumnExpressionArgument[bool]) -> Iterator[ClientRow]:
    """The people whom `which` names (all, where it is empty), but none whose key is destroyed."""
    spots, aid = _spots(on), _aid(on)
    those = select(Client.id).where(Client.key_wrapped.is_not(None), *which).scalar_subquery()
    wanted = _sets(WantedOccupation.client_id, WantedOccupation.occupation, those)
    proven = _sets(ClientSkill.client_id, ClientSkill.skill, those, ClientSkill.proven)
    claimed = _sets(ClientSkill.client_id, ClientSkill.skill, those, ~ClientSkill.proven)
    blocked = _sets(BlockedEmployer.client_id, BlockedEmployer.employer_code, those)
    taken = _sets(Step.client_id, Step.opening_code, those)
    for row in session().execute(_CLIENTS.where(Client.id.in_(those))):
        yield ClientRow(
            code=row.code,
            **spots(row.commune_code)._asdict(),
            birth_year=row.birth_year,
            education=row.education,
            wanted=wanted[row.id],
            proven=proven[row.id],
            claimed=claimed[row.id],
            limits=row.limits,
            shifts=row.shifts,
            max_km=row.max_km,
            min_wage=row.min_wage,
            blocked=blocked[row.id],
            aid=aid[row.household_status],
            taken=taken[row.id],
        )


def vacancies(on: date) -> Iterator[VacancyRow]:
    """Those of verified employers that are not closed by hand; their days are a criterion."""
    spots = _spots(on)
    must = _sets(VacancySkill.vacancy_id, VacancySkill.skill, None, VacancySkill.must)
    nice = _sets(VacancySkill.vacancy_id, VacancySkill.skill, None, ~VacancySkill.must)
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
            must=must[row.id],
            nice=nice[row.id],
            wage_from=row.wage_from,
            wage_to=row.wage_to,
            demands=row.demands,
            contract=row.contract,
            min_age=row.min_age,
        )


def classes(on: date) -> Iterator[ClassRow]:
    """Those of approved providers that are not cancelled."""
    spots = _spots(on)
    teaches = _sets(CourseSkill.course_id, CourseSkill.skill, None)
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
            teaches=teaches[row.course_id],
            fee=row.fee,
            certificate=row.certificate,
        )


def _columns(model: type[Any], names: str) -> list[InstrumentedAttribute[Any]]:
    return [getattr(model, name) for name in names.split()]


_CLIENTS = select(
    *_columns(Client, "id code commune_code birth_year education household_status"),
    *_columns(Client, "limits shifts max_km min_wage"),
)
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


def _sets(
    owner: InstrumentedAttribute[int],
    word: InstrumentedAttribute[str],
    of: ScalarSelect[int] | None,
    *where: ColumnExpressionArgument[bool],
) -> Sets:
    """For each owner its words."""
    query: Select[int, str] = select(owner, word).where(*where)
    if of is not None:
        query = query.where(owner.in_(of))
    found: defaultdict[int, set[str]] = defaultdict(set)
    for row_id, text in session().execute(query):
        found[row_id].add(text)
    return defaultdict(frozenset, {row_id: frozenset(words) for row_id, words in found.items()})


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


def _aid(on: date) -> defaultdict[str, int]:
    """The training aid of each household in force on the day: of several rates the latest."""
    rates = (
        select(AidRate.household_status, AidRate.amount)
        .where(AidRate.from_on <= on)
        .order_by(AidRate.from_on)
    )
    return defaultdict(int, {household: amount for household, amount in session().execute(rates)})
