"""Figures reported by officers, with their source and their history."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
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
    reason: Mapped[str] = mapped_column(default="", server_default="")
