"""People whom a club approached: a list that forgets them as soon as it can."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clubs.models.clubs import Club
from portal.db import Base, Public
from portal.vault import KeyOwner, Sealed


class OutreachState(StrEnum):
    """How far it went with somebody; the last three are ends, and keep no name."""

    APPROACHED = "approached"
    NOT_REACHED = "not_reached"
    AGREED = "agreed"
    DECLINED = "declined"
    JOINED = "joined"
    LAPSED = "lapsed"


WHY_NOT = ("busy", "hours", "shy", "far", "no_need", "other", "mistake")
NOT_MET = ("no_answer", "wrong_number", "away")
_ENDS = {OutreachState.JOINED: (), OutreachState.LAPSED: (), OutreachState.DECLINED: WHY_NOT}
_ANSWERS = {OutreachState.AGREED: (), **_ENDS}
# from each state: where it may go, and the reasons of which one is to be given
MOVES: dict[OutreachState, dict[OutreachState, tuple[str, ...]]] = {
    OutreachState.APPROACHED: {OutreachState.NOT_REACHED: NOT_MET, **_ANSWERS},
    OutreachState.NOT_REACHED: _ANSWERS,
    OutreachState.AGREED: _ENDS,
}


class Outreach(KeyOwner, Public, Base):
    """Somebody approached for a club, under a key of their own that ends with the matter."""

    __tablename__ = "outreach"
    __table_args__ = (
        CheckConstraint(
            "state IN ('approached', 'not_reached', 'agreed', 'declined', 'joined', 'lapsed')",
            name="state",
        ),
        CheckConstraint(
            "state IN ('approached', 'not_reached', 'agreed') OR (key_wrapped IS NULL AND"
            " name_sealed IS NULL AND phone_sealed IS NULL AND remark_sealed IS NULL)",
            name="forgotten",
        ),
        Index("ix_outreach_club_approached", "club_id", "approached_on"),
    )

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"))
    approached_on: Mapped[date]
    approached_by: Mapped[str]
    state: Mapped[str] = mapped_column(default=OutreachState.APPROACHED)
    state_on: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")
    name_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    remark_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    by_pid: Mapped[str]

    club: Mapped[Club] = relationship(lazy="raise_on_sql")
    name = Sealed()
    phone = Sealed()
    remark = Sealed()
