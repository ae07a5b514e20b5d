"""What anyone sees: open courses with their next class, and one course with its classes."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVarTuple

from sqlalchemy import Select, case, false, func, select

from portal import clock, search
from portal.db import session
from portal.errors import NotFound
from portal.messages.service import queue_index
from portal.paging import Page, paged
from portal.places.service import commune_written, name_of
from portal.text import sort_key
from portal.trades import service as trades
from portal.training.models import Course, Provider, TrainingClass
from portal.training.service.courses import taught_by
from portal.training.service.scope import open_classes, open_courses
from portal.training.service.seats import offer_seats, offers_to_care_for
from portal.training.service.timetables import said, timetables_of

GROUP_DIGITS = 2
MOST_HITS = 200
A_WEEK = timedelta(days=7)
ON_PAGE = 20  # on a phone, fifty are too far to scroll
Columns = TypeVarTuple("Columns")


@dataclass(frozen=True)
class Wanted:
    """What a visitor looks for; `group` is the beginning of an occupation's code."""

    text: str = ""
    commune: str = ""
    group: str = ""
    free: bool = False
    accommodation: bool = False


@dataclass(frozen=True)
class Choices:
    """The communes and the groups of occupations that have an open class, by name."""

    communes: list[tuple[str, str]]
    groups: list[tuple[str, str]]


def list_open_courses(wanted: Wanted, *, page: int) -> Page[Any]:
    """Open courses that have what is wanted, the next to begin first, those without class last."""
    soonest = _soonest(wanted).subquery()
    query = (
        open_courses()
        .outerjoin(soonest, soonest.c.course_id == Course.id)
        .with_only_columns(
            Course.id,
            Course.pid,
            Course.title,
            Course.occupation,
            Course.level,
            Course.hours,
            Course.fee,
            Course.certificate,
            Provider.name.label("provider"),
        )
    )
    if wanted.commune or wanted.accommodation:
        query = query.where(soonest.c.course_id.is_not(None))
    if wanted.group:
        query = query.where(Course.occupation.startswith(wanted.group, autoescape=True))
    if wanted.free:
        query = query.where(Course.fee == 0)
    if wanted.text:
        return paged(_best_first(query, wanted.text), page, size=ON_PAGE)
    soon = (soonest.c.starts_on.is_(None), soonest.c.starts_on, Course.title, Course.id)
    return paged(query.order_by(*soon), page, size=ON_PAGE)


def next_classes(wanted: Wanted, course_ids: Collection[int]) -> dict[int, Any]:
    """For each course the class that begins next, of those that have what is wanted."""
    query = _classes(wanted).where(TrainingClass.course_id.in_(course_ids))
    found: dict[int, Any] = {}
    for row in session().execute(_columns(query)):
        found.setdefault(row.course_id, row)
    return found


def choices() -> Choices:
    """What the filters of the list offer."""
    rows = session().execute(
        open_classes().with_only_columns(TrainingClass.commune_code, Course.occupation).distinct()
    )
    pairs = [(commune, occupation[:GROUP_DIGITS]) for commune, occupation in rows]
    day = clock.today()
    communes = {code: name_of(code, day) for code, _group in pairs}
    return Choices(
        _by_name(communes.items()),
        _by_name(trades.occupation_names({group for _code, group in pairs}).items()),
    )


@dataclass(frozen=True)
class OpenCourse:
    """An open course with who holds it, what it teaches, and its open classes."""

    course: Course
    provider: Provider
    place: str
    skills: list[str]
    occupation: str
    classes: Sequence[Any]
    hours: dict[int, str]


def show_open_course(pid: str) -> OpenCourse:
    """An open course, or NotFound."""
    found = session().execute(open_courses().add_columns(Provider).where(Course.pid == pid)).first()
    if found is None:
        raise NotFound
    course, provider = found
    skills = trades.skill_names(taught_by(course.id)).values()
    classes = session().execute(_columns(_classes(Wanted()).where(Course.id == course.id))).all()
    timetables = timetables_of([held.id for held in classes])
    return OpenCourse(
        course,
        provider,
        commune_written(provider.commune_code, clock.today()),
        sorted(skills, key=sort_key),
        trades.occupation_name(course.occupation),
        classes,
        {number: said(sessions) for number, sessions in timetables.items()},
    )


def _best_first(query: Select[*Columns], text: str) -> Select[*Columns]:
    """Those of the query that a search for the text finds, in its order."""
    found = search.current().find(text, kinds=("course",), limit=MOST_HITS)
    rank = {hit.id: place for place, hit in enumerate(found.hits)}
    if not rank:
        return query.where(false())
    return query.where(Course.pid.in_(rank)).order_by(case(rank, value=Course.pid))


def _classes(wanted: Wanted) -> Select[TrainingClass]:
    query = open_classes()
    if wanted.commune:
        query = query.where(TrainingClass.commune_code == wanted.commune)
    if wanted.accommodation:
        query = query.where(TrainingClass.accommodation)
    return query


def _soonest(wanted: Wanted) -> Select[int, date]:
    return (
        _classes(wanted)
        .with_only_columns(
            TrainingClass.course_id, func.min(TrainingClass.starts_on).label("starts_on")
        )
        .group_by(TrainingClass.course_id)
    )


def _columns(query: Select[TrainingClass]) -> Select[*tuple[Any, ...]]:
    return query.with_only_columns(
        TrainingClass.id,
        TrainingClass.pid,
        TrainingClass.course_id,
        TrainingClass.commune_code,
        TrainingClass.address,
        TrainingClass.starts_on,
        TrainingClass.ends_on,
        TrainingClass.enrol_from,
        TrainingClass.enrol_by,
        TrainingClass.shifts,
        TrainingClass.min_seats,
        TrainingClass.accommodation,
        (TrainingClass.seats - TrainingClass.taken).label("left"),
    ).order_by(TrainingClass.starts_on, TrainingClass.id)


def _by_name(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(pairs, key=lambda pair: sort_key(pair[1]))


def turn_of_day() -> None:
    """Once a day: end the offers that nobody answered and offer those seats to the next; let the
    search follow classes that closed by their date within the week."""
    for class_id in offers_to_care_for():
        offer_seats(class_id)
    day = clock.today()
    ended = TrainingClass.enrol_by.between(day - A_WEEK, day)
    courses = select(Course.pid).join(TrainingClass, TrainingClass.course_id == Course.id)
    queue_index("course", list(session().scalars(courses.where(ended).distinct())))
