"""Employers, where each stands with the programme officer, and how it came to stand there."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Coded, Identified, Versioned


class Verification(StrEnum):
    """Where an employer stands with the programme officer."""

    PENDING = "pending"
    VERIFIED = "verified"
    REFUSED = "refused"
    SUSPENDED = "suspended"


VERIFICATION_MOVES = {
    Verification.PENDING: {Verification.VERIFIED, Verification.REFUSED},
    Verification.REFUSED: {Verification.PENDING, Verification.VERIFIED},  # mended; or thought over
    Verification.VERIFIED: {Verification.SUSPENDED},
    Verification.SUSPENDED: {Verification.VERIFIED},
}


class Employer(Coded, Versioned, Base):
    """An employer; only a verified one's vacancies are shown. `pledged`: signed the pledge.

    `asked_name` and `asked_tax_code` are what a verified one wants to be called: they stand beside
    the ones that were checked until the officer has looked.
    """

    __tablename__ = "employers"

    name: Mapped[str]
    tax_code: Mapped[str] = mapped_column(default="")
    commune_code: Mapped[str] = mapped_column(index=True)
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    verification: Mapped[str] = mapped_column(default=Verification.PENDING)
    pledged: Mapped[bool] = mapped_column(default=False)
    registered_at: Mapped[datetime]
    asked_name: Mapped[str] = mapped_column(default="", server_default="")
    asked_tax_code: Mapped[str] = mapped_column(default="", server_default="")

    @property
    def asks_to_be_renamed(self) -> bool:
        """Whether a change of name or tax code waits for the officer."""
        return bool(self.asked_name or self.asked_tax_code)


class Paper(StrEnum):
    """By what an officer knows that an employer is real."""

    BUSINESS = "business"  # certificate of business registration
    HOUSEHOLD = "household"  # certificate of a household business
    COOPERATIVE = "cooperative"
    FOUNDING = "founding"  # founding decision
    OTHER = "other"


class EmployerDecision(Identified, Base):
    """History: one decision on an employer, by whom, on which paper, in which words.

    `what` is the standing it came to, or "renamed" or "name_kept".
    """

    __tablename__ = "employer_decisions"

    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id"), index=True)
    what: Mapped[str]
    decided_at: Mapped[datetime]
    by_pid: Mapped[str]
    paper: Mapped[str] = mapped_column(default="")
    paper_number: Mapped[str] = mapped_column(default="")
    paper_on: Mapped[date | None]
    words: Mapped[str] = mapped_column(Text, default="")


class Pledge(Identified, Base):
    """History: a pledge that someone signed for an employer, seen on paper by an officer.

    At most one of an employer's has not ended; `Employer.pledged` says whether there is one.
    """

    __tablename__ = "pledges"
    __table_args__ = (CheckConstraint("ended_on >= signed_on", name="days"),)

    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id"), index=True)
    signed_on: Mapped[date]
    signed_by: Mapped[str]
    paper_number: Mapped[str] = mapped_column(default="")
    seen_by_pid: Mapped[str]
    recorded_at: Mapped[datetime]
    ended_on: Mapped[date | None]
    ended_words: Mapped[str] = mapped_column(Text, default="")
