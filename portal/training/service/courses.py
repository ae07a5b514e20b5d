"""Courses: what a provider teaches. Only an approved provider publishes."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import delete, select

from portal import changes
from portal.access import Actor
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.messages.service import queue_index
from portal.trades import service as trades
from portal.training.models import Approval, Course, CourseSkill
from portal.training.service.providers import own_provider
from portal.training.service.scope import one, visible_courses
from portal.versions import revise


def get_course(actor: Actor, pid: str) -> Course:
    """A course in the actor's scope."""
    return one(visible_courses(actor), Course.pid == pid)


def publish_course(actor: Actor, *, teaches: Collection[str], **values: Any) -> Course:
    """A new course of the actor's provider, which must be approved."""
    provider = own_provider(actor)
    if provider.approval != Approval.APPROVED:
        raise RuleBroken(_("Cơ sở chưa được duyệt nên chưa đăng được khóa học."))
    course = Course(provider_id=provider.id, **values)
    session().add(course)
    session().flush()
    _teach(course, teaches)
    return course


def edit_course(
    actor: Actor, pid: str, *, version: int | None, teaches: Collection[str], **values: Any
) -> Course:
    """Change a course, unless somebody has changed it meanwhile."""
    course = get_course(actor, pid)
    revise(course, version, also={"teaches": taught_by(course.id)}, **values)
    session().execute(delete(CourseSkill).where(CourseSkill.course_id == course.id))
    _teach(course, teaches)
    return course


def taught_by(course_id: int) -> list[str]:
    """The codes of the skills that a course teaches."""
    skills = select(CourseSkill.skill).where(CourseSkill.course_id == course_id)
    return list(session().scalars(skills.order_by(CourseSkill.id)))


def _teach(course: Course, skills: Collection[str]) -> None:
    trades.check_skills(skills)
    session().add_all(CourseSkill(course_id=course.id, skill=skill) for skill in skills)
    session().flush()
    changes.note("course", course.pid)
    queue_index("course", [course.pid])
