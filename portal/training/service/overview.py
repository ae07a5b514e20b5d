"""What a provider sees of its own courses and classes, in numbers."""

from typing import Any

from sqlalchemy import ScalarSelect, Select, func, or_, select

from portal import clock
from portal.access import Actor
from portal.db import session
from portal.paging import Page, paged
from portal.places.service import name_of
from portal.training.labels import class_state
from portal.training.models import Course, Learner, Standing, TrainingClass
from portal.training.service.providers import own_provider, refusal_reason
from portal.training.service.scope import visible_classes, visible_courses

ON_START_PAGE = 8


def start_facts(actor: Actor) -> dict[str, Any]:
    """The provider, why it was refused if it was, and its classes that are coming or going on."""
    day = clock.today()
    coming = _numbers(visible_classes(actor)).where(
        TrainingClass.cancelled_at.is_(None),
        or_(TrainingClass.ends_on >= day, TrainingClass.starts_on >= day),
    )
    return {
        "provider": own_provider(actor),
        "refusal": refusal_reason(actor),
        "classes": session().execute(coming.limit(ON_START_PAGE)).all(),
        "place": lambda code: name_of(code, day),
        "state": class_state,
    }


def list_own_courses(actor: Actor, *, page: int) -> Page[Any]:
    """A provider's courses by title, with how many classes each has and when the next begins."""
    of_course = select(func.count(TrainingClass.id)).where(TrainingClass.course_id == Course.id)
    coming = TrainingClass.starts_on >= clock.today()
    soonest = select(func.min(TrainingClass.starts_on)).where(
        TrainingClass.course_id == Course.id, coming, TrainingClass.cancelled_at.is_(None)
    )
    query = visible_courses(actor).with_only_columns(
        Course.pid,
        Course.title,
        Course.level,
        Course.fee,
        of_course.scalar_subquery().label("classes"),
        soonest.scalar_subquery().label("next_on"),
    )
    return paged(query.order_by(Course.title, Course.id), page)


def list_own_classes(actor: Actor, course_pid: str) -> list[Any]:
    """The classes of one of the provider's courses, the last to begin first."""
    query = _numbers(visible_classes(actor)).where(Course.pid == course_pid)
    newest = query.order_by(None).order_by(TrainingClass.starts_on.desc(), TrainingClass.id.desc())
    return list(session().execute(newest))


def _numbers(classes: Select[TrainingClass]) -> Select[*tuple[Any, ...]]:
    return classes.with_only_columns(
        TrainingClass.pid,
        Course.title,
        TrainingClass.commune_code,
        TrainingClass.starts_on,
        TrainingClass.ends_on,
        TrainingClass.enrol_from,
        TrainingClass.enrol_by,
        TrainingClass.seats,
        TrainingClass.taken,
        TrainingClass.cancelled_at,
        _waiting().label("waiting"),
    ).order_by(TrainingClass.starts_on, TrainingClass.id)


def _waiting() -> ScalarSelect[int]:
    return (
        select(func.count(Learner.id))
        .where(Learner.class_id == TrainingClass.id, Learner.standing == Standing.WAITING)
        .scalar_subquery()
    )
