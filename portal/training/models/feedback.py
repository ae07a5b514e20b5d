"""What learners think of a course. Nothing ties an answer to a learner, a slip or a day."""

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified


class FeedbackSlip(Identified, Base):
    """A slip of paper with a code for one answer: of a class, of nobody in particular."""

    __tablename__ = "feedback_slips"
    __table_args__ = (UniqueConstraint("class_id", "serial"),)

    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"))
    serial: Mapped[int]
    code_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    used: Mapped[bool] = mapped_column(default=False)


class Feedback(Identified, Base):
    """One answer about a course: marks from 1 (not good) to 4 (very good), and free words."""

    __tablename__ = "feedback"
    __table_args__ = tuple(
        CheckConstraint(f"{name} BETWEEN 1 AND 4", name=name)
        for name in ("overall", "teaching", "practice", "hours")
    )

    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id"), index=True)
    overall: Mapped[int]
    teaching: Mapped[int]
    practice: Mapped[int]
    hours: Mapped[int]
    words: Mapped[str] = mapped_column(Text, default="")
