"""Who answers for a commune that a target still misses."""

from datetime import date, datetime

from sqlalchemy import Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Public, Versioned


class Assignment(Public, Versioned, Base):
    """The official who answers for a target in a commune, and by when.

    A change is a new row; the one it replaces says when, and is kept.
    """

    __tablename__ = "assignments"
    __table_args__ = (
        Index(
            "uq_assignments_current",
            "plan_number",
            "target_id",
            "place_code",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
    )

    plan_number: Mapped[str]
    target_id: Mapped[str]
    place_code: Mapped[str]
    answerable: Mapped[str]
    due_on: Mapped[date]
    note: Mapped[str] = mapped_column(Text, default="")
    entered_at: Mapped[datetime]
    entered_by: Mapped[str | None]
    replaced_at: Mapped[datetime | None]
