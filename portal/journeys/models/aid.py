"""Amounts of training aid by household, from a day."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Public


class AidRate(Public, Base):
    """Training aid by household, VND a course, from a day: an amount that the law changes."""

    __tablename__ = "aid_rates"
    __table_args__ = (UniqueConstraint("household_status", "from_on"),)

    household_status: Mapped[str]
    from_on: Mapped[date]
    amount: Mapped[int]
    source: Mapped[str] = mapped_column(default="")
