"""Figures reported by officers, and the register of trained staff."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Public


class Figure(Public, Base):
    """A figure typed by an officer for a place and a period, with its source.

    A correction is a new row; the one it replaces says when, and is kept.
    """

    __tablename__ = "figures"
    __table_args__ = (
        CheckConstraint("numerator >= 0 AND denominator >= 0", name="counts"),
        CheckConstraint("numerator <= denominator", name="share"),
        Index(
            "uq_figures_current",
            "indicator",
            "place_code",
            "period",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
    )

    indicator: Mapped[str]
    place_code: Mapped[str]
    period: Mapped[str]
    numerator: Mapped[int]
    denominator: Mapped[int]
    source: Mapped[str]
    entered_at: Mapped[datetime]
    entered_by: Mapped[str | None]
    replaced_at: Mapped[datetime | None]


class StaffTraining(Public, Base):
    """A course that a member of staff is to complete; untrained while `completed_on` is blank."""

    __tablename__ = "staff_training"
    __table_args__ = (UniqueConstraint("person_code", "course"),)

    person_code: Mapped[str]
    name: Mapped[str]
    place_code: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    course: Mapped[str]
    completed_on: Mapped[date | None]
