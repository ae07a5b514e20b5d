"""Plans as officers entered them, and the tasks under a plan."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified, Public, Versioned

CURRENT = text("replaced_at IS NULL")


class PlanEdition(Public, Base):
    """The whole text of a plan from a moment on: an edit is a new row, the old one is kept."""

    __tablename__ = "plan_editions"
    __table_args__ = (
        Index(
            "uq_plan_editions_current",
            "slug",
            unique=True,
            sqlite_where=CURRENT,
            postgresql_where=CURRENT,
        ),
    )

    number: Mapped[str] = mapped_column(index=True)
    slug: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    reason: Mapped[str]
    entered_at: Mapped[datetime]
    entered_by: Mapped[str | None]
    replaced_at: Mapped[datetime | None]


class Progress(StrEnum):
    """How far a task is."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class PlanTask(Public, Versioned, Base):
    """What a plan has someone do: who answers for it, by when, and how far it is."""

    __tablename__ = "plan_tasks"
    __table_args__ = (CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),)

    plan_number: Mapped[str] = mapped_column(index=True)
    target_id: Mapped[str | None]
    title: Mapped[str]
    responsible: Mapped[str]
    due_on: Mapped[date]
    progress: Mapped[str] = mapped_column(default=Progress.NOT_STARTED)
    percent: Mapped[int] = mapped_column(default=0)
    remark: Mapped[str] = mapped_column(Text, default="")
    entered_at: Mapped[datetime]
    entered_by: Mapped[str | None]


class TaskStep(Identified, Base):
    """How far a task was from a moment on."""

    __tablename__ = "plan_task_steps"

    task_id: Mapped[int] = mapped_column(
        ForeignKey("plan_tasks.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime]
    by_pid: Mapped[str | None]
    progress: Mapped[str]
    percent: Mapped[int]
    remark: Mapped[str] = mapped_column(Text, default="")
