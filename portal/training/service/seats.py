"""Seats: taken in one guarded UPDATE, offered to whoever has waited longest when they fall free.

The row of the class is locked first, so that nobody joins the waiting list while a seat falls
free, and what the clock has ended by then is ended at once: until the class begins, a seat is
free only if nobody waits.
"""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, CursorResult, and_, or_, select, update

from portal import changes, clock
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _, day
from portal.messages.service import queue
from portal.training.models import (
    DECLINED_FOR,
    HOLDING,
    LEFT,
    MOVES,
    OPEN,
    Course,
    Learner,
    Standing,
    TrainingClass,
)
from portal.training.service.scope import open_courses

A_DAY = timedelta(days=1)


def enrol(class_pid: str, *, name: str, phone: str) -> Learner:
    """Put a person on the roster: enrolled while a seat is left, otherwise waiting.

    Only from enrol_from to enrol_by, and not when the class is cancelled; once it has begun
    nobody waits any more.
    """
    held = _locked(TrainingClass.pid == class_pid)
    _check_open(held)
    _offer_free(held)  # a seat whose offer has just lapsed is for those who wait
    seated = _take(held)
    if not seated and _has_begun(held):
        raise RuleBroken(_("Lớp đã khai giảng và hết chỗ. Mời chọn lớp khác."))
    learner = Learner(
        class_id=held.id,
        standing=Standing.ENROLLED if seated else Standing.WAITING,
        joined_at=clock.now(),
        name=name,
        phone=phone,
    )
    session().add(learner)
    session().flush()
    _note(held)
    return learner


def accept(learner_pid: str) -> Learner:
    """The person takes the seat that was offered: to the end of the offer's last day."""
    learner = _find(learner_pid)
    if learner.standing != Standing.OFFERED:
        raise RuleBroken(_refusal(learner))
    return move(learner, Standing.ENROLLED)


def decline(learner_pid: str, *, reason: str) -> Learner:
    """The person does not want the seat, for a reason of the list: the next is offered it."""
    if reason not in DECLINED_FOR:
        raise RuleBroken(_("Mời chọn một lý do."), field="reason")
    learner = move(_find(learner_pid), Standing.DECLINED)
    learner.declined_for = reason
    return learner


def withdraw(learner_pid: str) -> Learner:
    """The person takes their copy back, and the seat is offered to the first who waits; who has
    left or ended the course already stays as they ended."""
    learner = _find(learner_pid)
    if learner.standing in OPEN:
        move(learner, Standing.WITHDRAWN)
    return learner


def move(learner: Learner, to: Standing) -> Learner:
    """Change where a learner stands, as the table of moves allows; who leaves frees the seat.

    A seat is offered by the list alone. The name and phone of who leaves without having learned
    are gone, whoever ended it: nothing tells those who came by the portal from a provider's own.
    """
    held = _locked(TrainingClass.id == learner.class_id)
    session().refresh(learner)
    if to is Standing.OFFERED or to not in MOVES[Standing(learner.standing)]:
        raise RuleBroken(_refusal(learner))
    _put(held, learner, to)
    _offer_free(held)
    _note(held)
    return learner


def offer_seats(class_id: int) -> None:
    """Let a class follow the clock and its number of seats: what is over ends, and what is free
    is offered."""
    held = _locked(TrainingClass.id == class_id)
    _offer_free(held)
    _note(held)


def offers_to_care_for() -> list[int]:
    """The classes with somebody who waits or was offered a seat."""
    waits = Learner.standing.in_((Standing.WAITING, Standing.OFFERED))
    query = select(Learner.class_id).join(TrainingClass).where(waits)
    coming = TrainingClass.cancelled_at.is_(None)
    return list(session().scalars(query.where(coming).distinct().order_by(Learner.class_id)))


def offer_would_end(held: TrainingClass) -> date:
    """The last day to answer an offer made today: never later than the day before the class."""
    return min(clock.today() + held.offer_days * A_DAY, held.starts_on - A_DAY)


def _offer_free(held: TrainingClass) -> None:
    """Offer free seats to those who wait, longest first; each is told. Nobody is asked in once
    the class has begun."""
    if held.cancelled_at is not None or _has_begun(held):
        return
    while (first := _first_waiting(held)) and _take(held):
        first.standing, first.offer_ends_on = Standing.OFFERED, offer_would_end(held)
        queue("seat_found", {"learner": first.pid})
        session().flush()


def _keep_time(held: TrainingClass) -> None:
    """End what the clock has ended: offers past their last day, and all waiting once the class
    begins; each is told."""
    if held.cancelled_at is not None:
        return
    late = Learner.offer_ends_on < clock.today()
    waits = Learner.standing == Standing.WAITING
    offered = Learner.standing == Standing.OFFERED
    over = or_(waits, offered) if _has_begun(held) else and_(offered, late)
    for learner in session().scalars(
        select(Learner).where(Learner.class_id == held.id, over).order_by(Learner.id)
    ):
        silent = learner.standing == Standing.OFFERED
        _put(held, learner, Standing.LAPSED if silent else Standing.UNSEATED)
        queue("seat_lost", {"learner": learner.pid})


def _put(held: TrainingClass, learner: Learner, to: Standing) -> None:
    """Write down a move, with the seat that it frees."""
    frees = learner.standing in HOLDING and to not in HOLDING
    learner.standing = to
    learner.ended_on = None if to in OPEN else clock.today()
    if to in LEFT:
        learner.key_wrapped = learner.name_sealed = learner.phone_sealed = None
    session().flush()
    if frees:
        _give_back(held)


def _refusal(learner: Learner) -> str:
    if learner.standing == Standing.LAPSED:
        return str(_("Đã hết hạn trả lời. Chỗ này dành cho người chờ tiếp theo."))
    return str(_("Không đổi được: người học này đã ở tình trạng khác. Mời tải lại."))


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


def _first_waiting(held: TrainingClass) -> Learner | None:
    return session().scalar(
        select(Learner)
        .where(Learner.class_id == held.id, Learner.standing == Standing.WAITING)
        .order_by(Learner.joined_at, Learner.id)
        .limit(1)
    )


def _find(learner_pid: str) -> Learner:
    learner = session().scalar(select(Learner).where(Learner.pid == learner_pid))
    if learner is None:
        raise NotFound
    return learner


def _locked(which: ColumnElement[bool]) -> TrainingClass:
    """The class as it is now, held until this transaction ends, with nothing overdue on it."""
    held = session().scalar(
        select(TrainingClass)
        .where(which)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if held is None:
        raise NotFound
    _keep_time(held)
    return held


def _has_begun(held: TrainingClass) -> bool:
    return held.starts_on <= clock.today()


def _check_open(held: TrainingClass) -> None:
    shown = open_courses().where(Course.id == held.course_id).with_only_columns(Course.id)
    if session().scalar(shown) is None:
        raise NotFound
    if held.cancelled_at is not None:
        raise RuleBroken(_("Lớp này đã hủy."))
    if held.enrol_from and held.enrol_from > clock.today():
        raise RuleBroken(_("Lớp mở ghi danh từ ngày %(day)s.", day=day(held.enrol_from)))
    if held.enrol_by < clock.today():
        raise RuleBroken(_("Đã hết hạn ghi danh lớp này."))


def _note(held: TrainingClass) -> None:
    changes.note("class", held.pid, place=held.commune_code, day=held.starts_on)
