"""Whether a placement still lasted when somebody asked."""

from datetime import date, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Public
from portal.journeys.models.steps import Step

MONTHS_KEPT = (1, 3, 6, 12)
ANSWERABLE = timedelta(days=30)
"""How long after its day a question may still be asked; it ends before the next one comes."""

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
