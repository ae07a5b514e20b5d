"""Referrals: a person sent on to somebody who can help, until that somebody has answered."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.db import Base, Public
from portal.journeys.models.needs import Need
from portal.people.models import Client
from portal.vault import Sealed

BODIES = (
    "commune",
    "provider",
    "club",
    "employment_centre",
    "legal_aid",
    "health",
    "bank",
    "other",
)
BY_LAW = ("commune",)
"""Whom the law lets know; everybody else only with the person's consent."""


class ReferralState(StrEnum):
    """What became of it."""

    SENT = "sent"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    DONE = "done"
    DROPPED = "dropped"


REFERRAL_MOVES = {
    ReferralState.SENT: (ReferralState.ACCEPTED, ReferralState.REFUSED, ReferralState.DROPPED),
    ReferralState.ACCEPTED: (ReferralState.DONE, ReferralState.DROPPED),
    ReferralState.REFUSED: (),
    ReferralState.DONE: (),
    ReferralState.DROPPED: (),
}


class Referral(Public, Base):
    """One referral; the body is named in words, `reply_by` is the day its answer is due."""

    __tablename__ = "referrals"
    __table_args__ = (
        CheckConstraint(f"body_kind IN {BODIES}", name="body_kind"),
        CheckConstraint(f"state IN {tuple(map(str, ReferralState))}", name="state"),
        CheckConstraint("reply_by >= sent_on", name="reply_by"),
        CheckConstraint("state_on >= sent_on", name="days"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    need_id: Mapped[int | None] = mapped_column(ForeignKey("needs.id"))
    body_kind: Mapped[str]
    body_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    sent_on: Mapped[date]
    reply_by: Mapped[date]
    state: Mapped[str] = mapped_column(default=ReferralState.SENT)
    state_on: Mapped[date]
    words_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    by_pid: Mapped[str | None]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    need: Mapped[Need | None] = relationship(lazy="raise_on_sql")
    body = Sealed(owner="client")
    words = Sealed(owner="client")

    @property
    def is_late(self) -> bool:
        """Whether the day of the answer has passed in silence."""
        return self.state == ReferralState.SENT and clock.today() > self.reply_by
