"""Why an application ends: rows, each of one side, and what it counts as."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified

SIDES = ("employer", "applicant", "clock")


class HiringReason(Identified, Base):
    """A reason that a side may give, and the end that it counts as.

    An employer's are about the work, never about the person; the clock's are given by nobody.
    """

    __tablename__ = "hiring_reasons"
    __table_args__ = (
        CheckConstraint(f"side IN {SIDES}", name="side"),
        CheckConstraint("counts_as IN ('declined', 'withdrawn', 'expired')", name="counts_as"),
    )

    code: Mapped[str] = mapped_column(unique=True)
    side: Mapped[str]
    counts_as: Mapped[str]
    position: Mapped[int]
