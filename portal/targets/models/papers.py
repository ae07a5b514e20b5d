"""Official papers that officers asked for: what of, and how far the worker is with them."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Public


class PaperState(StrEnum):
    """How far a paper is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class ReportJob(Public, Base):
    """A report that was asked for, made once in all formats, so that these never differ.

    `texts` is what was typed for its head and foot. The files lie in the data folder under the
    public id.
    """

    __tablename__ = "report_jobs"
    __table_args__ = (
        CheckConstraint("state IN ('queued', 'running', 'done', 'failed')", name="state"),
        CheckConstraint("steps_done <= steps_all", name="steps"),
    )

    plan_number: Mapped[str]
    place_code: Mapped[str]
    period: Mapped[str]
    last_on: Mapped[date]
    texts: Mapped[dict[str, Any]] = mapped_column(JSON)
    by_pid: Mapped[str] = mapped_column(index=True)
    asked_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(default=PaperState.QUEUED)
    steps_done: Mapped[int] = mapped_column(default=0)
    steps_all: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(Text, default="")
