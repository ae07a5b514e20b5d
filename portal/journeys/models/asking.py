"""Which placement a question to an employer is about: kept here, inside, and nowhere else."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified
from portal.journeys.models.retention import MONTHS_KEPT


class AskedEmployer(Identified, Base):
    """The member let the employer be asked, once for each of the days; what was answered."""

    __tablename__ = "asked_employers"
    __table_args__ = (
        UniqueConstraint("step_id", "months"),
        CheckConstraint(f"months IN {MONTHS_KEPT}", name="months"),
    )

    step_id: Mapped[int] = mapped_column(ForeignKey("steps.id"))
    months: Mapped[int]
    question_pid: Mapped[str] = mapped_column(unique=True)
    asked_on: Mapped[date]
    still: Mapped[bool | None]
