"""The openings that a person may take a step towards, by the public id in an address."""

from sqlalchemy.orm import contains_eager

from portal.db import session
from portal.errors import NotFound
from portal.i18n import _
from portal.jobs import service as jobs
from portal.jobs.models import Vacancy
from portal.training import service as training
from portal.training.models import Course, TrainingClass


def open_vacancy(pid: str) -> Vacancy:
    """An open vacancy with its employer."""
    return jobs.get_open_vacancy(pid)


def pledged_vacancy(pid: str) -> Vacancy:
    """An open vacancy of an employer who has signed the pledge."""
    vacancy = open_vacancy(pid)
    if not vacancy.employer.pledged:
        raise NotFound(_("Nơi này chưa nhận hồ sơ qua đây."))
    return vacancy


def open_class(pid: str) -> TrainingClass:
    """A class that still takes people, or their names for its waiting list; with its course and
    provider."""
    course = contains_eager(TrainingClass.course).contains_eager(Course.provider)
    query = training.open_classes().where(TrainingClass.pid == pid).options(course)
    found = session().scalar(query)
    if found is None:
        raise NotFound(_("Lớp này không còn ghi danh hoặc không có."))
    return found
