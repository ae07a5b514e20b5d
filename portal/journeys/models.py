"""Needs as they were recorded, and the steps that a person takes towards work.

The link between a client and a roster or an application is kept here, inside, and nowhere else.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.db import Base, Public
from portal.people.models import Client
from portal.vault import Sealed

NEEDS = ("training", "work", "loan", "legal_aid", "schooling", "housing", "papers", "health")
ORIGINS = ("sheet", "roll", "talk")  # where the coordinator heard of a need
ANSWER_WITHIN = timedelta(days=7)


class Need(Public, Base):
    """A need with the day it was recorded, and the day and way it was met."""

    __tablename__ = "needs"
    __table_args__ = (
        UniqueConstraint("client_id", "kind", "recorded_on"),
        CheckConstraint(f"kind IN {NEEDS}", name="kind"),
        CheckConstraint("met_on IS NULL OR met_on >= recorded_on", name="days"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    kind: Mapped[str]
    recorded_on: Mapped[date]
    met_on: Mapped[date | None]
    how_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    remark_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    how = Sealed(owner="client")
    remark = Sealed(owner="client")


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


MONTHS_KEPT = (1, 3, 6, 12)
LEFT_FOR = ("wage", "distance", "hours", "health", "ended", "other_job", "people", "other")


class RetentionCheck(Public, Base):
    """Whether a placement still lasted so many months on, as the person said when asked.

    There is a row once somebody has asked; `reason` is why the job ended, where it did.
    """

    __tablename__ = "retention_checks"
    __table_args__ = (
        UniqueConstraint("step_id", "months"),
        CheckConstraint(f"months IN {MONTHS_KEPT}", name="months"),
        CheckConstraint("asked_on >= due_on", name="days"),
        CheckConstraint(
            f"(kept AND reason = '') OR (NOT kept AND reason IN {LEFT_FOR})", name="reason"
        ),
    )

    step_id: Mapped[int] = mapped_column(ForeignKey("steps.id"))
    months: Mapped[int]
    due_on: Mapped[date]
    asked_on: Mapped[date]
    kept: Mapped[bool]
    reason: Mapped[str] = mapped_column(default="")
    by_pid: Mapped[str | None]

    step: Mapped[Step] = relationship(lazy="raise_on_sql")


class AidRate(Public, Base):
    """Training aid by household, VND a course, from a day: an amount that the law changes."""

    __tablename__ = "aid_rates"
    __table_args__ = (UniqueConstraint("household_status", "from_on"),)

    household_status: Mapped[str]
    from_on: Mapped[date]
    amount: Mapped[int]
    source: Mapped[str] = mapped_column(default="")


class RaisedNeed(Public, Base):
    """A need that a club's coordinator heard of and passes on to the commune's case officer.

    It waits until it is answered: taken up as the need it points to, or turned back with words.
    """

    __tablename__ = "raised_needs"
    __table_args__ = (
        CheckConstraint(f"kind IN {NEEDS}", name="kind"),
        CheckConstraint(f"origin IN {ORIGINS}", name="origin"),
        CheckConstraint("answered_on IS NULL OR answered_on >= raised_on", name="days"),
        CheckConstraint("need_id IS NULL OR answered_on IS NOT NULL", name="answered"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"), index=True)
    kind: Mapped[str]
    origin: Mapped[str]
    raised_on: Mapped[date]
    remark_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    by_pid: Mapped[str | None]
    need_id: Mapped[int | None] = mapped_column(ForeignKey("needs.id"), unique=True)
    answered_on: Mapped[date | None]
    answer_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    remark = Sealed(owner="client")
    answer = Sealed(owner="client")

    @property
    def late_from(self) -> date:
        """The day from which its silence is late."""
        return self.raised_on + ANSWER_WITHIN

    @property
    def state(self) -> str:
        """Where it stands today."""
        if self.answered_on:
            return "taken" if self.need_id else "turned_back"
        return "late" if clock.today() >= self.late_from else "waiting"
