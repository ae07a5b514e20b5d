"""How a member comes from one club to another: the wish, and who said what to it."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.clubs.models.clubs import Club
from portal.db import Base, Public
from portal.people.models import Client
from portal.vault import Sealed


class TransferState(StrEnum):
    """Where a wish to change clubs stands; the first two wait for an answer."""

    ASKED = "asked"  # by the coordinator: the member has not agreed yet
    AGREED = "agreed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


WAITING = (TransferState.ASKED, TransferState.AGREED)
AGREED_HOW = ("on screen", "signed paper")
_STATES = tuple(state.value for state in TransferState)
_WAITS = text("state IN ('asked', 'agreed')")


class Transfer(Public, Base):
    """A member is to go from one club to another; one such wish waits at a time.

    `lapses_on` is the last day on which whoever is asked now may answer. `signed_on`: the day
    of the paper by which the member agreed. `residence_seen_on`: when the case officer looked at
    where the person lives, because the new club lies in another commune.
    """

    __tablename__ = "transfers"
    __table_args__ = (
        CheckConstraint(f"state IN {_STATES}", name="state"),
        CheckConstraint("from_club_id <> to_club_id", name="clubs"),
        CheckConstraint(f"agreed_how = '' OR agreed_how IN {AGREED_HOW}", name="agreed_how"),
        CheckConstraint("(agreed_how = '') = (agreed_on IS NULL)", name="agreed"),
        Index(
            "uq_transfers_waiting",
            "client_id",
            unique=True,
            sqlite_where=_WAITS,
            postgresql_where=_WAITS,
        ),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    from_club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"), index=True)
    to_club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"), index=True)
    state: Mapped[str] = mapped_column(default=TransferState.ASKED)
    asked_on: Mapped[date]
    asked_by_pid: Mapped[str | None]
    lapses_on: Mapped[date]
    agreed_on: Mapped[date | None]
    agreed_how: Mapped[str] = mapped_column(default="")
    signed_on: Mapped[date | None]
    settled_on: Mapped[date | None]
    settled_by_pid: Mapped[str | None]
    answer_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    residence_seen_on: Mapped[date | None]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    from_club: Mapped[Club] = relationship(lazy="raise_on_sql", foreign_keys=[from_club_id])
    to_club: Mapped[Club] = relationship(lazy="raise_on_sql", foreign_keys=[to_club_id])
    answer = Sealed(owner="client")

    @property
    def waits(self) -> bool:
        """Whether somebody may still answer it."""
        return self.state in WAITING and self.lapses_on >= clock.today()
