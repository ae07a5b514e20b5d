"""Milestones of a person's way that no opening of this portal led to, each with its evidence."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Public
from portal.journeys.models.steps import Step
from portal.people.models import Client
from portal.vault import Sealed


class MilestoneKind(StrEnum):
    """What came about."""

    CONSULTED = "consulted"
    CERTIFIED = "certified"
    PLACED = "placed"
    SELF_EMPLOYED = "self_employed"


EVIDENCE = ("contract", "certificate", "licence", "record", "statement", "other")


class Milestone(Public, Base):
    """One of them, on a day, with the paper that shows it.

    A job found elsewhere has a step of its own, which is counted and asked about like any other.
    """

    __tablename__ = "milestones"
    __table_args__ = (
        UniqueConstraint("client_id", "kind", "reached_on"),
        CheckConstraint(f"kind IN {tuple(map(str, MilestoneKind))}", name="kind"),
        CheckConstraint(f"evidence IN {EVIDENCE}", name="evidence"),
        CheckConstraint("(kind = 'placed') = (step_id IS NOT NULL)", name="step"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    kind: Mapped[str]
    reached_on: Mapped[date]
    evidence: Mapped[str]
    number_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    words_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    step_id: Mapped[int | None] = mapped_column(ForeignKey("steps.id"), unique=True)
    by_pid: Mapped[str | None]
    recorded_at: Mapped[datetime]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    step: Mapped[Step | None] = relationship(lazy="raise_on_sql")
    number = Sealed(owner="client")
    words = Sealed(owner="client")
