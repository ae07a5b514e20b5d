"""A course held once: when, where, with how many seats."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Coded, Versioned
from portal.training.models.courses import Course

OFFER_DAYS = 3


class TrainingClass(Coded, Versioned, Base):
    """A course held once: when, where, with how many seats; `taken` never passes `seats`.

    It is held from `min_seats` learners on. A seat that falls free is offered for `offer_days`.
    """

    __tablename__ = "classes"
    __table_args__ = (
        CheckConstraint("seats >= 0 AND taken >= 0 AND taken <= seats", name="seats"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="days"),
    )

    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id"), index=True)
    commune_code: Mapped[str] = mapped_column(index=True)
    address: Mapped[str] = mapped_column(default="", server_default="")
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    enrol_from: Mapped[date | None]
    enrol_by: Mapped[date]
    shifts: Mapped[int] = mapped_column(default=0)
    seats: Mapped[int]
    taken: Mapped[int] = mapped_column(default=0)
    min_seats: Mapped[int] = mapped_column(default=0, server_default="0")
    offer_days: Mapped[int] = mapped_column(default=OFFER_DAYS, server_default=str(OFFER_DAYS))
    accommodation: Mapped[bool] = mapped_column(default=False)
    cancelled_at: Mapped[datetime | None]

    course: Mapped[Course] = relationship(lazy="raise_on_sql")
