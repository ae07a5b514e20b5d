"""Employers, and where each stands with the programme officer."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Coded, Versioned


class Verification(StrEnum):
    """Where an employer stands with the programme officer."""

    PENDING = "pending"
    VERIFIED = "verified"
    REFUSED = "refused"


class Employer(Coded, Versioned, Base):
    """An employer; only a verified one's vacancies are shown. `pledged`: signed the pledge."""

    __tablename__ = "employers"

    name: Mapped[str]
    tax_code: Mapped[str] = mapped_column(default="")
    commune_code: Mapped[str] = mapped_column(index=True)
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    verification: Mapped[str] = mapped_column(default=Verification.PENDING)
    pledged: Mapped[bool] = mapped_column(default=False)
    registered_at: Mapped[datetime]
