"""The search index follows an import: all that is found by the rows that were written."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from portal.clubs.models import Club
from portal.clubs.service.seats import forget_seats
from portal.db import session
from portal.exchange.known import Known
from portal.exchange.storing import chunks
from portal.exchange.table import Written
from portal.jobs.models import Vacancy, VacancySkill
from portal.messages.service import queue_index
from portal.training.models import Course, CourseSkill
from portal.training.service import keep_agreeing_hours, offer_seats, offers_to_care_for

Follow = Callable[[Written, Known], None]


def index_as(kind: str) -> Follow:
    """The rows themselves are found, as this kind."""

    def follow(written: Written, known: Known) -> None:
        _queue(kind, [row["pid"] for row in written.rows])

    return follow


def index_vacancies_of_employers(written: Written, known: Known) -> None:
    """A vacancy is found by its employer's name, and only where the employer is verified."""
    _queue("job", _pids(Vacancy, Vacancy.employer_id, [new["id"] for _, new in written.changed]))


def index_courses_of_providers(written: Written, known: Known) -> None:
    """A course is found by its provider's name."""
    _queue("course", _pids(Course, Course.provider_id, [new["id"] for _, new in written.changed]))


def index_courses_of_classes(written: Written, known: Known) -> None:
    """A class is found as its course, in its commune: the one it was of, and the one it is of."""
    before = [old["course_code"] for old, _ in written.changed]
    codes = dict.fromkeys([*before, *(row["course_code"] for row in written.rows)])
    _queue("course", _pids(Course, Course.code, codes))


def index_clubs_of_seats(written: Written, known: Known) -> None:
    """A club is found in the commune that it was moved to."""
    forget_seats()
    codes = dict.fromkeys(row["club_code"] for row in written.rows)
    _queue("club", _pids(Club, Club.code, codes))


def classes_as_imported(written: Written, known: Known) -> None:
    """Weekly hours that disagree with the imported shifts are gone; free seats are offered."""
    ids = [new["id"] for _old, new in written.changed]
    for part in chunks(ids):
        keep_agreeing_hours(part)
    for class_id in set(offers_to_care_for()) & set(ids):
        offer_seats(class_id)


def index_openings_with_skills(written: Written, known: Known) -> None:
    """Jobs and courses are found by the names of their skills."""
    skills = [new["code"] for _, new in written.changed]
    for kind, model, child, owner in (
        ("job", Vacancy, VacancySkill, VacancySkill.vacancy_id),
        ("course", Course, CourseSkill, CourseSkill.course_id),
    ):
        ids = [
            number
            for part in chunks(skills)
            for number in session().scalars(select(owner).where(child.skill.in_(part)).distinct())
        ]
        _queue(kind, _pids(model, model.id, dict.fromkeys(ids)))


def _pids(model: Any, column: InstrumentedAttribute[Any], values: Iterable[Any]) -> list[str]:
    return [
        pid
        for part in chunks(values)
        for pid in session().scalars(select(model.pid).where(column.in_(part)))
    ]


def _queue(kind: str, pids: list[str]) -> None:
    for part in chunks(pids):
        queue_index(kind, part)
