"""Seats: taken in one guarded UPDATE, given back to whoever has waited longest.

The row of the class is locked first, so that nobody joins the waiting list while a seat falls
free: a seat is free only if nobody waits.
"""

from sqlalchemy import ColumnElement, CursorResult, select, update

from portal import changes, clock
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.messages.service import queue
from portal.training.models import MOVES, OPEN, SEATED, Course, Learner, Standing, TrainingClass
from portal.training.service.scope import open_courses


def enrol(class_pid: str, *, name: str, phone: str) -> Learner:
    """Put a person on the roster: enrolled while a seat is left, otherwise waiting.

    Not after enrol_by, and not when the class is cancelled.
    """
    held = _locked(TrainingClass.pid == class_pid)
    _check_open(held)
    learner = Learner(
        class_id=held.id,
        standing=Standing.ENROLLED if _take(held) else Standing.WAITING,
        joined_at=clock.now(),
        name=name,
        phone=phone,
    )
    session().add(learner)
    session().flush()
    _note(held)
    return learner


def withdraw(learner_pid: str) -> Learner:
    """The person takes their copy back, and the seat goes to the first who waits; who has left or
    ended the course already stays as they ended."""
    learner = session().scalar(select(Learner).where(Learner.pid == learner_pid))
    if learner is None:
        raise NotFound
    if learner.standing in OPEN:
        move(learner, Standing.WITHDRAWN)
    return learner


def move(learner: Learner, to: Standing) -> Learner:
    """Change where a learner stands, as the table of moves allows; who leaves frees the seat.

    The name and phone of who withdraws are gone, whoever withdrew them: nothing tells those who
    came by the portal from a provider's own.
    """
    held = _locked(TrainingClass.id == learner.class_id)
    session().refresh(learner)
    was = Standing(learner.standing)
    if to not in MOVES[was]:
        raise RuleBroken(_("Không đổi được: người học này đã ở tình trạng khác. Mời tải lại."))
    learner.standing = to
    learner.ended_on = None if to in OPEN else clock.today()
    if to is Standing.WITHDRAWN:
        learner.key_wrapped = learner.name_sealed = learner.phone_sealed = None
    if was in SEATED and to not in SEATED:
        _give_back(held)
    session().flush()
    _note(held)
    return learner


def seat_waiting(held: TrainingClass) -> None:
    """Give free seats to those who wait, longest first; each is told."""
    session().flush()
    while (first := _first_waiting(held)) and _take(held):
        first.standing = Standing.ENROLLED
        queue("seat_found", {"learner": first.pid})
        session().flush()


def _take(held: TrainingClass) -> bool:
    """Take a seat if one is left; whether there was one."""
    taken = session().execute(
        update(TrainingClass)
        .where(TrainingClass.id == held.id, TrainingClass.taken < TrainingClass.seats)
        .values(taken=TrainingClass.taken + 1)
    )
    assert isinstance(taken, CursorResult)
    return taken.rowcount == 1


def _give_back(held: TrainingClass) -> None:
    session().execute(
        update(TrainingClass)
        .where(TrainingClass.id == held.id)
        .values(taken=TrainingClass.taken - 1)
    )
    if held.cancelled_at is None:
        seat_waiting(held)


def _first_waiting(held: TrainingClass) -> Learner | None:
    return session().scalar(
        select(Learner)
        .where(Learner.class_id == held.id, Learner.standing == Standing.WAITING)
        .order_by(Learner.joined_at, Learner.id)
        .limit(1)
    )


def _locked(which: ColumnElement[bool]) -> TrainingClass:
    """The class as it is now, held until this transaction ends."""
    held = session().scalar(
        select(TrainingClass)
        .where(which)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if held is None:
        raise NotFound
    return held


def _check_open(held: TrainingClass) -> None:
    shown = open_courses().where(Course.id == held.course_id).with_only_columns(Course.id)
    if session().scalar(shown) is None:
        raise NotFound
    if held.cancelled_at is not None:
        raise RuleBroken(_("Lớp này đã hủy."))
    if held.enrol_by < clock.today():
        raise RuleBroken(_("Đã hết hạn ghi danh lớp này."))


def _note(held: TrainingClass) -> None:
    changes.note("class", held.pid, place=held.commune_code, day=held.starts_on)
