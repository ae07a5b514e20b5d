"""Open courses as the search knows them; a class is found as its course."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from portal import clock
from portal.db import session
from portal.places import service as places
from portal.search.protocol import Entry
from portal.trades import service as trades
from portal.training.models import Course, CourseSkill
from portal.training.service.scope import open_classes, open_courses

KIND = "course"


@dataclass
class Held:
    """What the open classes of a course add: where, and whether one may stay there."""

    communes: set[str] = field(default_factory=set)
    accommodation: bool = False


def entries(pids: Iterable[str] | None) -> Iterator[Entry]:
    """The entries of these courses, or of all; what is not open has none and is to be removed."""
    query = open_courses().options(contains_eager(Course.provider))
    courses = session().scalars(_of(query, pids)).all()
    skills, held = _skills([course.id for course in courses]), _held(pids)
    codes = {course.occupation for course in courses}
    trade = [trades.occupation_names(codes, language) for language in ("vi", "en")]
    for course in courses:
        names = [named[course.occupation] for named in trade]
        yield _entry(course, [*names, *skills[course.id]], held[course.id])


def _entry(course: Course, names: list[str], held: Held) -> Entry:
    day = clock.today()
    communes = sorted(held.communes | {course.provider.commune_code})
    named = (name for code in communes for name in places.search_names(code, day))
    return Entry(
        kind=KIND,
        id=course.pid,
        title=course.title,
        names=names,
        places=list(dict.fromkeys(named)),
        other=[course.provider.name, course.description],
        facets={
            "commune": sorted(held.communes),
            "occupation": [course.occupation[:2]],
            "free": ["1"] if course.fee == 0 else [],
            "accommodation": ["1"] if held.accommodation else [],
        },
    )


def _of(query: Select[Course], pids: Iterable[str] | None) -> Select[Course]:
    return query if pids is None else query.where(Course.pid.in_(list(pids)))


def _skills(course_ids: list[int]) -> defaultdict[int, list[str]]:
    """By course: names and synonyms of the skills it teaches."""
    query = select(CourseSkill.course_id, CourseSkill.skill)
    rows = session().execute(query.where(CourseSkill.course_id.in_(course_ids))).all()
    words = trades.skill_words({row.skill for row in rows})
    found: defaultdict[int, list[str]] = defaultdict(list)
    for course_id, skill in rows:
        found[course_id] += words.get(skill, [])
    return found


def _held(pids: Iterable[str] | None) -> defaultdict[int, Held]:
    found: defaultdict[int, Held] = defaultdict(Held)
    query = open_classes() if pids is None else open_classes().where(Course.pid.in_(list(pids)))
    for held in session().scalars(query):
        found[held.course_id].communes.add(held.commune_code)
        found[held.course_id].accommodation |= held.accommodation
    return found
