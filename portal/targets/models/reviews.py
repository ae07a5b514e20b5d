"""Interim and final reviews of plans, and commendations."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Public, Versioned


class Review(Public, Versioned, Base):
    """An interim or final review of a plan (by its number) in a place: one final one."""

    __tablename__ = "reviews"
    __table_args__ = (
        CheckConstraint("kind IN ('interim', 'final')", name="kind"),
        Index(
            "uq_reviews_final",
            "plan",
            "place_code",
            unique=True,
            sqlite_where=text("kind = 'final'"),
            postgresql_where=text("kind = 'final'"),
        ),
    )

    plan: Mapped[str]
    place_code: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    held_on: Mapped[date]
    document_number: Mapped[str] = mapped_column(default="")
    results: Mapped[str] = mapped_column(Text, default="")
    lessons: Mapped[str] = mapped_column(Text, default="")
    tasks_ahead: Mapped[str] = mapped_column(Text, default="")


class Commendation(Public, Versioned, Base):
    """A commendation of a collective, an official, a volunteer or a board member by decision.

    Never of a person of the clubs: it would make public what nobody need know.
    """

    __tablename__ = "commendations"
    __table_args__ = (
        CheckConstraint(
            "recipient IN ('collective', 'official', 'volunteer', 'board_member')",
            name="recipient",
        ),
        CheckConstraint("form IN ('certificate', 'letter', 'title', 'other')", name="form"),
    )

    place_code: Mapped[str] = mapped_column(index=True)
    recipient: Mapped[str]
    name: Mapped[str]
    unit: Mapped[str] = mapped_column(default="")
    form: Mapped[str]
    decision: Mapped[str]
    decided_on: Mapped[date]
    reason: Mapped[str] = mapped_column(Text, default="")
