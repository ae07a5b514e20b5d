"""Classes: a course held once. To have more seats is to offer them to those who wait."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from portal import changes, clock
from portal.access import Actor
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.messages.service import queue, queue_index
from portal.training.models import OPEN, Approval, Course, Learner, Provider, TrainingClass
from portal.training.service.courses import get_course
from portal.training.service.scope import one, visible_classes
from portal.training.service.seats import offer_seats
from portal.training.service.timetables import WeeklyHours, set_timetable
from portal.versions import revise

LONGEST = timedelta(days=5 * 366)


def get_class(actor: Actor, pid: str) -> TrainingClass:
    """A class in the actor's scope."""
    return one(visible_classes(actor), TrainingClass.pid == pid)


def open_class(
    actor: Actor, course_pid: str, *, timetable: WeeklyHours = (), **values: Any
) -> TrainingClass:
    """A new class of the actor's own course; nobody is asked to enrol by a day that is past."""
    course = get_course(actor, course_pid)
    _check_provider(course)
    if values["enrol_by"] < clock.today():
        raise RuleBroken(_("Hạn ghi danh phải từ hôm nay trở đi."), field="enrol_by")
    held = TrainingClass(course_id=course.id, taken=0, **values)
    _check(held, values)
    session().add(held)
    session().flush()
    set_timetable(held, timetable)
    _tell(held, course.pid, n=1)
    return held


def edit_class(
    actor: Actor,
    pid: str,
    *,
    version: int | None,
    timetable: WeeklyHours | None = None,
    **values: Any,
) -> TrainingClass:
    """Change a class, unless somebody has changed it meanwhile; never fewer seats than taken.
    What more seats or another day mean for those who wait is done at once."""
    held = get_class(actor, pid)
    session().refresh(held, with_for_update=True)
    _refuse_cancelled(held)
    _check(held, values)
    revise(held, version, **values)
    if timetable is not None:
        set_timetable(held, timetable)
    session().flush()
    offer_seats(held.id)
    _tell(held, _course_pid(held))
    return held


def cancel_class(actor: Actor, pid: str) -> TrainingClass:
    """A cancelled class takes nobody any more and is no longer shown; its roster stays, and
    those who counted on it are told."""
    held = get_class(actor, pid)
    session().refresh(held, with_for_update=True)
    _refuse_cancelled(held)
    held.cancelled_at = clock.now()
    held.version += 1
    coming = select(Learner.pid).where(Learner.class_id == held.id, Learner.standing.in_(OPEN))
    for learner in session().scalars(coming):
        queue("class_cancelled", {"learner": learner})
    _tell(held, _course_pid(held), n=-1)
    return held


def _refuse_cancelled(held: TrainingClass) -> None:
    if held.cancelled_at is not None:
        raise RuleBroken(_("Lớp này đã hủy."))


def _check_provider(course: Course) -> None:
    approval = select(Provider.approval).where(Provider.id == course.provider_id)
    if session().scalar(approval) != Approval.APPROVED:
        raise RuleBroken(_("Cơ sở chưa được duyệt nên chưa mở được lớp."))


def _check(held: TrainingClass, values: dict[str, Any]) -> None:
    """Days in order, and seats for all who have one."""
    starts_on, ends_on = values["starts_on"], values["ends_on"]
    first, last = values.get("enrol_from"), values["enrol_by"]
    if starts_on > clock.today() + LONGEST:
        raise RuleBroken(_("Ngày khai giảng phải trong vòng 5 năm tới."), field="starts_on")
    if ends_on and not starts_on <= ends_on <= starts_on + LONGEST:
        raise RuleBroken(
            _("Ngày kết thúc phải từ ngày khai giảng trở đi, trong vòng 5 năm."), field="ends_on"
        )
    if last > starts_on:
        raise RuleBroken(_("Hạn ghi danh phải trước hoặc đúng ngày khai giảng."), field="enrol_by")
    if first and first > last:
        raise RuleBroken(_("Ngày mở ghi danh phải trước hạn ghi danh."), field="enrol_from")
    if values.get("min_seats", 0) > values["seats"]:
        raise RuleBroken(_("Số người ít nhất không được nhiều hơn số chỗ."), field="min_seats")
    if values["seats"] < held.taken:
        raise RuleBroken(_too_few_seats(held.taken), field="seats")


def _too_few_seats(taken: int) -> str:
    return str(
        _(
            "Đã có %(n)s người giữ chỗ. Mời ghi từ %(n)s chỗ trở lên, hoặc cho người rút trước.",
            n=taken,
        )
    )


def _course_pid(held: TrainingClass) -> str:
    return session().scalars(select(Course.pid).where(Course.id == held.course_id)).one()


def _tell(held: TrainingClass, course_pid: str, *, n: int = 0) -> None:
    """Others match, count and find the class: it has changed."""
    changes.note("class", held.pid, place=held.commune_code, day=held.starts_on, n=n)
    queue_index("course", [course_pid])
