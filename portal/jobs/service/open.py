"""What everyone may see: vacancies of verified employers that are open today and have seats."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import contains_eager

from portal import clock, search
from portal.db import session
from portal.errors import NotFound
from portal.i18n import _
from portal.jobs.models import Employer, Vacancy, Verification
from portal.paging import SIZE, Page, paged
from portal.places import service as places
from portal.text import sort_key
from portal.trades.service import occupation_names
from portal.trades.vocabulary import SHIFTS, to_bits

MOST_FOUND = 1000
LISTED: tuple[Any, ...] = (
    Vacancy.pid,
    Vacancy.title,
    Vacancy.commune_code,
    Vacancy.wage_from,
    Vacancy.wage_to,
    Vacancy.shifts,
    Vacancy.accommodation,
    Vacancy.closes_on,
    Vacancy.posted_on,
    (Vacancy.seats - Vacancy.taken).label("seats_left"),
    Employer.name.label("employer_name"),
)


def open_vacancies() -> Select[Vacancy]:
    """The employer is verified, today lies from opens_on to closes_on, it is not closed, and a
    seat is left."""
    day = clock.today()
    return (
        select(Vacancy)
        .join(Vacancy.employer)
        .where(Employer.verification == Verification.VERIFIED, Vacancy.closed_at.is_(None))
        .where(or_(Vacancy.opens_on.is_(None), Vacancy.opens_on <= day))
        .where(Vacancy.closes_on >= day, Vacancy.taken < Vacancy.seats)
    )


def get_open_vacancy(pid: str) -> Vacancy:
    """An open vacancy with its employer."""
    query = open_vacancies().where(Vacancy.pid == pid).options(contains_eager(Vacancy.employer))
    found = session().scalar(query)
    if found is None:
        raise NotFound(_("Tin này đã đóng hoặc không có."))
    return found


def list_open_vacancies(
    number: int,
    *,
    text: str = "",
    commune: str = "",
    group: str = "",
    shift: str = "",
    without: Collection[str] = (),
) -> Page[Any]:
    """One page of the open list: by words the best first, else the newest first.

    `group` is the first two digits of the occupation; a shift must be among those of the work;
    `without` are the codes of employers that are left out.
    """
    query = _filtered(without, commune, group, shift)
    if text:
        return _found(query, number, text, _filters(commune, group, shift))
    return paged(query.order_by(Vacancy.id.desc()), number)


def list_newly_open(
    first: date,
    last: date,
    *,
    text: str = "",
    commune: str = "",
    group: str = "",
    shift: str = "",
    without: Collection[str] = (),
) -> list[Any]:
    """Those of the same list that opened on a day from `first` to `last`, the newest first.

    A vacancy opens on the day it was posted, or on the later day that it takes applications from.
    """
    begins = (Vacancy.opens_on, Vacancy.posted_on)
    query = _filtered(without, commune, group, shift).add_columns(Vacancy.code)
    query = query.where(or_(*(day >= first for day in begins)))
    query = query.where(*(or_(day.is_(None), day <= last) for day in begins))
    if text:
        filters = _filters(commune, group, shift)
        hits = search.current().find(text, ["job"], filters, limit=MOST_FOUND).hits
        query = query.where(Vacancy.pid.in_([hit.id for hit in hits]))
    return list(session().execute(query.order_by(Vacancy.id.desc())))


def _filtered(without: Collection[str], commune: str, group: str, shift: str) -> Select[Any]:
    """The columns of the list, of those that the filters leave."""
    query = open_vacancies().with_only_columns(*LISTED)
    if without:
        query = query.where(Employer.code.not_in(without))
    if commune:
        query = query.where(Vacancy.commune_code == commune)
    if group:
        query = query.where(Vacancy.occupation.startswith(group, autoescape=True))
    if shift in SHIFTS:
        query = query.where(Vacancy.shifts.bitwise_and(to_bits([shift], SHIFTS)) != 0)
    return query


def _filters(commune: str, group: str, shift: str) -> dict[str, list[str]]:
    """The same filters as the search takes them."""
    filters = {"commune": commune, "occupation": group, "shift": shift}
    return {name: [value] for name, value in filters.items() if value}


def _found(query: Select[Any], number: int, text: str, filters: dict[str, list[str]]) -> Page[Any]:
    """The rows of a page of the best hits, in the order of the search."""
    number = max(1, number)
    found = search.current().find(text, ["job"], filters, limit=min(number * SIZE, MOST_FOUND))
    pids = [hit.id for hit in found.hits[(number - 1) * SIZE :]]
    rows = {row.pid: row for row in session().execute(query.where(Vacancy.pid.in_(pids)))}
    return Page([rows[pid] for pid in pids if pid in rows], number, min(found.total, MOST_FOUND))


@dataclass(frozen=True)
class Choices:
    """What the open list can be filtered by: (code, name) of communes and occupation groups."""

    communes: list[tuple[str, str]]
    groups: list[tuple[str, str]]


def choices() -> Choices:
    """Those that at least one open vacancy has, by name."""
    group = func.substr(Vacancy.occupation, 1, 2)
    asked = open_vacancies().with_only_columns(Vacancy.commune_code, group).distinct()
    rows = session().execute(asked).all()
    day = clock.today()
    communes = {commune: places.name_of(commune, day) for commune, _group in rows}
    return Choices(_by_name(communes), sorted(occupation_names({row[1] for row in rows}).items()))


def _by_name(named: dict[str, str]) -> list[tuple[str, str]]:
    rows: Iterable[tuple[str, str]] = named.items()
    return sorted(rows, key=lambda row: sort_key(row[1]))
