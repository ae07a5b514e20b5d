"""Training providers, and where each stands with the programme officer."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Coded, Identified, Versioned


class Approval(StrEnum):
    """Where a provider stands with the programme officer."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"


# an approved one is looked at anew without a move of its own: the page stays
APPROVAL_MOVES = {
    Approval.PENDING: {Approval.APPROVED, Approval.REFUSED},
    Approval.APPROVED: {Approval.APPROVED, Approval.REFUSED},
    Approval.REFUSED: {Approval.APPROVED, Approval.REFUSED, Approval.PENDING},
}


class Provider(Coded, Versioned, Base):
    """A training provider; only an approved one is shown.

    `look_asked_at` is since when an approved one has waited for a new look by the officer.
    """

    __tablename__ = "providers"

    name: Mapped[str]
    commune_code: Mapped[str] = mapped_column(index=True)
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    approval: Mapped[str] = mapped_column(default=Approval.PENDING)
    registered_at: Mapped[datetime]
    contact_name: Mapped[str] = mapped_column(default="", server_default="")
    address: Mapped[str] = mapped_column(default="", server_default="")
    about: Mapped[str] = mapped_column(Text, default="", server_default="")
    look_asked_at: Mapped[datetime | None]


class ProviderCheck(Identified, Base):
    """What an officer saw of a provider and decided; `papers` are bits of `labels.PAPER_LABELS`."""

    __tablename__ = "provider_checks"
    __table_args__ = (
        CheckConstraint("decision IN ('approved', 'refused')", name="decision"),
        CheckConstraint("decision = 'refused' OR papers > 0", name="papers"),
    )

    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"), index=True)
    decision: Mapped[str]
    papers: Mapped[int] = mapped_column(default=0)
    paper_number: Mapped[str] = mapped_column(default="")
    paper_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    by_pid: Mapped[str | None]
    decided_at: Mapped[datetime]
