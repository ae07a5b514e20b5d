"""Training providers, and where each stands with the programme officer."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Coded, Versioned


class Approval(StrEnum):
    """Where a provider stands with the programme officer."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"


class Provider(Coded, Versioned, Base):
    """A training provider; only an approved one is shown."""

    __tablename__ = "providers"

    name: Mapped[str]
    commune_code: Mapped[str] = mapped_column(index=True)
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    approval: Mapped[str] = mapped_column(default=Approval.PENDING)
    registered_at: Mapped[datetime]
