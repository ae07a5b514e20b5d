"""Who sees which providers, courses, classes and learners: every read starts here."""

from typing import Any, TypeVar

from sqlalchemy import Select, or_, select

from portal import clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound
from portal.places.service import communes_under
from portal.training.models import Approval, Course, Learner, Provider, TrainingClass

Row = TypeVar("Row")


def visible_providers(actor: Actor) -> Select[Provider]:
    """A provider its own, an officer those of their place."""
    day = clock.today()
    places = [communes_under(code, day) for code in actor.scopes(Role.OFFICER)]
    return select(Provider).where(
        or_(
            Provider.pid.in_(actor.scopes(Role.PROVIDER)),
            *(Provider.commune_code.in_(communes) for communes in places),
        )
    )


def visible_courses(actor: Actor) -> Select[Course]:
    """A provider's own courses, shown to others or not."""
    own = Provider.pid.in_(actor.scopes(Role.PROVIDER))
    return select(Course).join(Provider, Provider.id == Course.provider_id).where(own)


def visible_classes(actor: Actor) -> Select[TrainingClass]:
    """A provider's own classes."""
    own = Provider.pid.in_(actor.scopes(Role.PROVIDER))
    return _with_course(select(TrainingClass)).where(own)


def visible_learners(actor: Actor) -> Select[Learner]:
    """The learners of a provider's own classes."""
    classes = visible_classes(actor).with_only_columns(TrainingClass.id)
    return select(Learner).where(Learner.class_id.in_(classes))


def open_courses() -> Select[Course]:
    """What anyone may see: the courses of approved providers."""
    approved = Provider.approval == Approval.APPROVED
    return select(Course).join(Provider, Provider.id == Course.provider_id).where(approved)


def open_classes() -> Select[TrainingClass]:
    """What anyone may still enrol in: not cancelled, to enrol_by; full ones have a waiting list."""
    return _with_course(select(TrainingClass)).where(
        Provider.approval == Approval.APPROVED,
        TrainingClass.cancelled_at.is_(None),
        TrainingClass.enrol_by >= clock.today(),
    )


def one(query: Select[Row], *conditions: Any) -> Row:
    """The only row of a scoped select that meets the conditions, or NotFound."""
    found: Row | None = session().scalar(query.where(*conditions))
    if found is None:
        raise NotFound
    return found


def _with_course(query: Select[TrainingClass]) -> Select[TrainingClass]:
    return query.join(Course, Course.id == TrainingClass.course_id).join(
        Provider, Provider.id == Course.provider_id
    )
