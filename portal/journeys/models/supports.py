"""Supports: what a person is given or lent, from the asking to the day it reaches them."""

from datetime import date
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Identified, Public
from portal.journeys.models.needs import Need
from portal.people.models import Client
from portal.vault import Sealed

SUPPORTS = ("loan", "legal_aid", "schooling", "housing", "production", "household")
MEETS = {"loan": "loan", "legal_aid": "legal_aid", "schooling": "schooling", "housing": "housing"}
"""Which need a support of a kind meets by itself, where no other is named."""
MOST_AMOUNT = 10**12


class SupportState(StrEnum):
    """How far it has come."""

    ASKED = "asked"
    COMPLETE = "complete"
    SENT = "sent"
    GRANTED = "granted"
    REFUSED = "refused"
    DONE = "done"
    DROPPED = "dropped"


SUPPORT_MOVES = {
    SupportState.ASKED: (SupportState.COMPLETE, SupportState.DROPPED),
    SupportState.COMPLETE: (SupportState.SENT, SupportState.DROPPED),
    SupportState.SENT: (SupportState.GRANTED, SupportState.REFUSED, SupportState.DROPPED),
    SupportState.GRANTED: (SupportState.DONE, SupportState.DROPPED),
    SupportState.REFUSED: (),
    SupportState.DONE: (),
    SupportState.DROPPED: (),
}


class Support(Public, Base):
    """One support; `amount` in đồng, `years` for a loan."""

    __tablename__ = "supports"
    __table_args__ = (
        CheckConstraint(f"kind IN {SUPPORTS}", name="kind"),
        CheckConstraint(f"state IN {tuple(map(str, SupportState))}", name="state"),
        CheckConstraint(f"amount IS NULL OR amount BETWEEN 1 AND {MOST_AMOUNT}", name="amount"),
        CheckConstraint("years IS NULL OR years > 0", name="years"),
        CheckConstraint("state_on >= asked_on", name="days"),
        CheckConstraint("decided_on IS NULL OR decided_on >= asked_on", name="decided"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    need_id: Mapped[int | None] = mapped_column(ForeignKey("needs.id"))
    kind: Mapped[str]
    asked_on: Mapped[date]
    state: Mapped[str] = mapped_column(default=SupportState.ASKED)
    state_on: Mapped[date]
    decided_on: Mapped[date | None]
    amount: Mapped[int | None] = mapped_column(BigInteger)
    years: Mapped[int | None]
    body_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    paper_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    words_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    by_pid: Mapped[str | None]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    need: Mapped[Need | None] = relationship(lazy="raise_on_sql")
    body = Sealed(owner="client")
    paper = Sealed(owner="client")
    words = Sealed(owner="client")


class SupportPaper(Identified, Base):
    """A line of the checklist that is there, and since when."""

    __tablename__ = "support_papers"
    __table_args__ = (UniqueConstraint("support_id", "line"),)

    support_id: Mapped[int] = mapped_column(ForeignKey("supports.id"))
    line: Mapped[str]
    seen_on: Mapped[date]
