"""Reports of a place for a period, the way they went, and the figures frozen when one closed."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified, Public, Versioned


class ReportState(StrEnum):
    """Where a report is on its way from the commune to the province."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    CLOSED = "closed"


class PlanReport(Public, Versioned, Base):
    """A place's report on a plan for a period: what the officer wrote; the figures are reckoned
    until it is closed."""

    __tablename__ = "plan_reports"
    __table_args__ = (
        UniqueConstraint("plan_number", "place_code", "period"),
        CheckConstraint("first_on <= last_on", name="days"),
    )

    plan_number: Mapped[str]
    place_code: Mapped[str] = mapped_column(index=True)
    period: Mapped[str]
    first_on: Mapped[date]
    last_on: Mapped[date]
    due_on: Mapped[date]
    state: Mapped[str] = mapped_column(default=ReportState.DRAFT)
    results: Mapped[str] = mapped_column(Text, default="")
    difficulties: Mapped[str] = mapped_column(Text, default="")
    proposals: Mapped[str] = mapped_column(Text, default="")
    next_tasks: Mapped[str] = mapped_column(Text, default="")


class ReportMove(Identified, Base):
    """A report went from one state to another: when, by whom, with what words."""

    __tablename__ = "report_moves"

    report_id: Mapped[int] = mapped_column(ForeignKey("plan_reports.id"), index=True)
    from_state: Mapped[str]
    to_state: Mapped[str]
    at: Mapped[datetime]
    by_pid: Mapped[str | None]
    words: Mapped[str] = mapped_column(Text, default="")


class ReportSnapshot(Identified, Base):
    """The figures of a closed report as they were, with their digest; never changed."""

    __tablename__ = "report_snapshots"

    report_id: Mapped[int] = mapped_column(ForeignKey("plan_reports.id"), unique=True)
    figures: Mapped[str] = mapped_column(Text)
    digest: Mapped[str]
    frozen_at: Mapped[datetime]
    by_pid: Mapped[str | None]


class ReportCorrection(Identified, Base):
    """A figure of a snapshot was wrong: from what to what, and why; the snapshot stays."""

    __tablename__ = "report_corrections"

    snapshot_id: Mapped[int] = mapped_column(ForeignKey("report_snapshots.id"), index=True)
    line: Mapped[str]
    from_figure: Mapped[int | None]
    to_figure: Mapped[int]
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
    by_pid: Mapped[str | None]
