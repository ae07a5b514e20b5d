"""The steps that a person takes towards an opening."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Public
from portal.people.models import Client


class StepKind(StrEnum):
    """What a person did about an opening; each takes the opening out of their lists."""

    ENROLLED = "enrolled"
    APPLIED = "applied"
    PLACED = "placed"
    TURNED_DOWN = "turned_down"


class Step(Public, Base):
    """One step towards one opening (a vacancy or a class, by its code).

    `copy_pid` is the public id of the learner or application made outside; no key leads back.
    `by_pid` is who did it: the member's own user, or the staff member who did it for them.
    """

    __tablename__ = "steps"
    __table_args__ = (
        UniqueConstraint("client_id", "kind", "opening_code"),
        CheckConstraint("opening_kind IN ('vacancy', 'class')", name="opening_kind"),
        CheckConstraint("kind IN ('enrolled', 'applied', 'placed', 'turned_down')", name="kind"),
        CheckConstraint("channel IN ('', 'plain', 'relay', 'knowing')", name="channel"),
        Index("ix_steps_opening", "opening_kind", "opening_code"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    kind: Mapped[str]
    opening_kind: Mapped[str]
    opening_code: Mapped[str]
    channel: Mapped[str] = mapped_column(default="")
    copy_pid: Mapped[str | None] = mapped_column(unique=True)
    reason: Mapped[str] = mapped_column(default="")
    taken_at: Mapped[datetime]
    ended_on: Mapped[date | None]
    by_pid: Mapped[str | None]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
