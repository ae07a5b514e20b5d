"""The cash of a club: what came in and went out, months that were closed, and resources raised."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clubs.models.clubs import Club
from portal.db import Base, Identified, Public

COMES_IN = ("carried", "budget", "donation", "dues", "other_in")
GOES_OUT = ("meeting", "visit", "help", "supplies", "travel", "other_out")
RESOURCE_KINDS = ("money", "goods", "work")
MOST = 1_000_000_000  # VND of one entry


def _one_of(words: tuple[str, ...]) -> str:
    return f"IN ({', '.join(repr(word) for word in words)})"


class CashEntry(Public, Base):
    """What an act did to the cash: `amount` in VND is more than 0 where money came in, and less
    where it went out. It is never changed: the entry that `reverses` it takes it back, with a
    reason, under the same purpose."""

    __tablename__ = "cash_entries"
    __table_args__ = (
        CheckConstraint(f"purpose {_one_of(COMES_IN + GOES_OUT)}", name="purpose"),
        CheckConstraint(
            f"(purpose {_one_of(COMES_IN)}) = ((amount > 0) = (reverses_id IS NULL))", name="sign"
        ),
        CheckConstraint(f"amount <> 0 AND amount BETWEEN -{MOST} AND {MOST}", name="amount"),
        CheckConstraint("(reverses_id IS NULL) = (reason = '')", name="reason"),
        Index("ix_cash_entries_club_day", "club_id", "day"),
    )

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"))
    day: Mapped[date]
    purpose: Mapped[str]
    words: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    voucher: Mapped[str] = mapped_column(default="")
    other_party: Mapped[str] = mapped_column(default="")
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("cash_entries.id"), unique=True)
    reason: Mapped[str] = mapped_column(default="")
    by_pid: Mapped[str]
    written_at: Mapped[datetime]

    club: Mapped[Club] = relationship(lazy="raise_on_sql")


class CashClosing(Identified, Base):
    """A month that was closed, and with it all before: what the book said, and what was counted."""

    __tablename__ = "cash_closings"
    __table_args__ = (
        UniqueConstraint("club_id", "month"),
        CheckConstraint("counted >= 0", name="counted"),
        CheckConstraint("counted = balance OR remark <> ''", name="remark"),
    )

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"))
    month: Mapped[date]
    balance: Mapped[int] = mapped_column(BigInteger)
    counted: Mapped[int] = mapped_column(BigInteger)
    remark: Mapped[str] = mapped_column(default="")
    by_pid: Mapped[str]
    closed_at: Mapped[datetime]


class Resource(Public, Base):
    """What was raised for a club: money, which stands in the cash too, things, or work; the value
    of the last two is estimated. What was noted by mistake is taken back with a reason."""

    __tablename__ = "resources_raised"
    __table_args__ = (
        CheckConstraint(f"kind {_one_of(RESOURCE_KINDS)}", name="kind"),
        CheckConstraint("(kind = 'money') = (entry_id IS NOT NULL)", name="entry"),
        CheckConstraint(f"value BETWEEN 1 AND {MOST}", name="value"),
        CheckConstraint("(taken_back_on IS NULL) = (reason = '')", name="reason"),
        Index("ix_resources_raised_club_day", "club_id", "day"),
    )

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"))
    day: Mapped[date]
    kind: Mapped[str]
    words: Mapped[str]
    value: Mapped[int] = mapped_column(BigInteger)
    giver: Mapped[str]
    campaign: Mapped[str] = mapped_column(default="")
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("cash_entries.id"), unique=True)
    taken_back_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    by_pid: Mapped[str]
    written_at: Mapped[datetime]

    club: Mapped[Club] = relationship(lazy="raise_on_sql")
