"""The rules that an officer sets for a place, each from a day on; none is ever changed."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Public


class RolloutRule(Public, Base):
    """From a day on, in a province: which clubs count as stable and
    effective, how periods are cut, and by when reports are due."""

    __tablename__ = "rollout_rules"
    __table_args__ = (
        UniqueConstraint("place_code", "from_on"),
        CheckConstraint("period_starts_on IN (1, 15)", name="cut"),
        CheckConstraint("months BETWEEN 1 AND 12", name="months"),
        CheckConstraint("least_attendance BETWEEN 0 AND 100", name="share"),
        CheckConstraint("commune_days >= 0 AND province_days >= 0", name="days"),
    )

    place_code: Mapped[str]
    from_on: Mapped[date]
    needs_decision: Mapped[bool]
    needs_chair: Mapped[bool]
    months: Mapped[int]
    least_attendance: Mapped[int]
    needs_report: Mapped[bool]
    period_starts_on: Mapped[int]
    commune_days: Mapped[int]
    province_days: Mapped[int]
    reason: Mapped[str] = mapped_column(Text)
    entered_by: Mapped[str | None]
    entered_at: Mapped[datetime]
