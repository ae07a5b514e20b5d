"""The roll of a class by day. It is of learners, the provider's copies; the last mark stands, and
each change of one is on record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, case, func, or_, select

from portal import audit, clock
from portal.access import Actor
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.training.models import SEATED, ClassAttendance, Learner, Mark, TrainingClass
from portal.training.service.classes import get_class
from portal.training.service.roster import Entry, read_roster


@dataclass(frozen=True)
class Counts:
    """How often somebody was there; who was excused counts neither way."""

    present: int = 0
    absent: int = 0
    excused: int = 0

    @property
    def share(self) -> int | None:
        """Present of present and absent, in percent; None before there is either."""
        whole = self.present + self.absent
        return round(100 * self.present / whole) if whole else None


@dataclass(frozen=True)
class DayRow:
    """A learner on the roll of a day; nobody marked yet is proposed as present."""

    pid: str
    name: str
    mark: str | None

    @property
    def proposed(self) -> str:
        """What is chosen when the roll is opened."""
        return self.mark or Mark.PRESENT


def day_of_class(held: TrainingClass, day: date) -> date:
    """The day, if the class can have been held on it."""
    if held.cancelled_at is not None:
        raise RuleBroken(_("Lớp này đã hủy."), field="day")
    if day > clock.today():
        raise RuleBroken(_("Chưa đến ngày này."), field="day")
    if day < held.starts_on or (held.ends_on is not None and day > held.ends_on):
        raise RuleBroken(_("Ngày này nằm ngoài thời gian của lớp."), field="day")
    return day


def read_day(actor: Actor, class_pid: str, day: date) -> list[DayRow]:
    """The roll of a day by name; that the roster was read is on record."""
    held = get_class(actor, class_pid)
    day_of_class(held, day)
    marks = _marks(held, day)
    seated = read_roster(actor, class_pid).seated
    return [DayRow(e.pid, e.name, marks.get(e.pid)) for e in seated if _still_there(e, day)]


def mark_day(actor: Actor, class_pid: str, day: date, marks: Mapping[str, str]) -> None:
    """Put marks on the roll of a day; one that stood is written over, and what it was is kept in
    the audit."""
    held = get_class(actor, class_pid)
    day_of_class(held, day)
    session().refresh(held, with_for_update=True)  # two who mark at once queue here
    on_roll = _ids(held, day)
    for pid, mark in marks.items():
        if pid in on_roll:
            _put(actor, on_roll[pid], f"learner/{pid}", day, Mark(mark))
    audit.record(actor, "mark_class_day", f"class/{class_pid}")


def days_of_class(held: TrainingClass) -> list[tuple[date, Counts]]:
    """The days on which the class was held, the last first, with how many came."""
    return _counted(ClassAttendance.held_on, held, newest_first=True)


def counts_of_class(held: TrainingClass) -> dict[str, Counts]:
    """How often each learner came, by public id."""
    return dict(_counted(Learner.pid, held))


def attendance_of(learner_pid: str) -> list[tuple[date, Mark]]:
    """The marks of one learner, the last first: for the person behind it, who is asked inside."""
    query = (
        select(ClassAttendance.held_on, ClassAttendance.mark)
        .join(Learner, Learner.id == ClassAttendance.learner_id)
        .where(Learner.pid == learner_pid)
        .order_by(ClassAttendance.held_on.desc())
    )
    return [(day, Mark(mark)) for day, mark in session().execute(query)]


def _still_there(entry: Entry, day: date) -> bool:
    return entry.ended_on is None or entry.ended_on >= day


def _on_roll(held: TrainingClass, day: date) -> Select[str, int]:
    still = or_(Learner.ended_on.is_(None), Learner.ended_on >= day)
    seated = Learner.standing.in_(SEATED)
    return select(Learner.pid, Learner.id).where(Learner.class_id == held.id, seated, still)


def _ids(held: TrainingClass, day: date) -> dict[str, int]:
    return dict(session().execute(_on_roll(held, day)).all())


def _marks(held: TrainingClass, day: date) -> dict[str, str]:
    query = (
        select(Learner.pid, ClassAttendance.mark)
        .join(ClassAttendance, ClassAttendance.learner_id == Learner.id)
        .where(Learner.class_id == held.id, ClassAttendance.held_on == day)
    )
    return dict(session().execute(query).all())


def _put(actor: Actor, learner_id: int, subject: str, day: date, mark: Mark) -> None:
    of_day = ClassAttendance.learner_id == learner_id, ClassAttendance.held_on == day
    row = session().scalar(select(ClassAttendance).where(*of_day))
    if row is not None and row.mark == mark:
        return
    if row is None:
        row = ClassAttendance(learner_id=learner_id, held_on=day)
        session().add(row)
    else:
        changed = f"{day}: {row.mark} -> {mark}"
        audit.record(actor, "correct_class_day", subject, reason=changed)
    row.mark, row.by_pid, row.marked_at = mark, actor.user, clock.now()
    session().flush()


def _counted(
    by: Any, held: TrainingClass, *, newest_first: bool = False
) -> list[tuple[Any, Counts]]:
    sums = [func.sum(case((ClassAttendance.mark == mark, 1), else_=0)) for mark in Mark]
    query = (
        select(by, *sums)
        .join(Learner, Learner.id == ClassAttendance.learner_id)
        .where(Learner.class_id == held.id)
        .group_by(by)
    )
    rows = session().execute(query.order_by(by.desc()) if newest_first else query)
    return [(key, Counts(*map(int, sums))) for key, *sums in rows]
