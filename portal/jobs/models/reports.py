"""What anybody reports of a job that seems wrong, and what the officer made of it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Public
from portal.jobs.models.vacancies import Vacancy


class ReportState(StrEnum):
    """Where a report stands with the officer."""

    NEW = "new"
    LOOKED_INTO = "looked_into"
    DISMISSED = "dismissed"
    TAKEN_DOWN = "taken_down"  # the job is


REPORT_MOVES = {
    ReportState.NEW: {ReportState.LOOKED_INTO, ReportState.DISMISSED, ReportState.TAKEN_DOWN},
    ReportState.LOOKED_INTO: {ReportState.DISMISSED, ReportState.TAKEN_DOWN},
    ReportState.DISMISSED: set(),
    ReportState.TAKEN_DOWN: set(),
}


class JobReport(Public, Base):
    """A report by nobody in particular: neither a name nor an address is kept."""

    __tablename__ = "job_reports"
    __table_args__ = (
        CheckConstraint("state IN ('new', 'looked_into', 'dismissed', 'taken_down')", name="state"),
    )

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id"), index=True)
    reason: Mapped[str]
    words: Mapped[str] = mapped_column(Text, default="")
    sent_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(default=ReportState.NEW, index=True)
    decided_at: Mapped[datetime | None]
    by_pid: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(Text, default="")

    vacancy: Mapped[Vacancy] = relationship(lazy="raise_on_sql")
