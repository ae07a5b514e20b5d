"""Who came to a class on a day; days without a mark were no days of the class."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified


class Mark(StrEnum):
    """How a learner stands on the roll of a day."""

    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"


class ClassAttendance(Identified, Base):
    """The last mark of a learner on a day, with who made it and when; it stays with the provider,
    and is of the copy, never of the person behind it."""

    __tablename__ = "class_attendance"
    __table_args__ = (
        UniqueConstraint("learner_id", "held_on"),
        CheckConstraint("mark IN ('present', 'absent', 'excused')", name="mark"),
    )

    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"))
    held_on: Mapped[date]
    mark: Mapped[str]
    by_pid: Mapped[str | None]
    marked_at: Mapped[datetime]
