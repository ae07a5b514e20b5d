"""Job fairs and mobile job days: when and where, which employers come, how many people came."""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Identified, Public, Versioned
from portal.jobs.models.employers import Employer

CHANNELS = ("centre", "mobile_day", "telephone", "website", "social")


class FairState(StrEnum):
    """Where a fair stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


FAIR_MOVES = {
    FairState.PLANNED: {FairState.HELD, FairState.CANCELLED},
    FairState.HELD: {FairState.CANCELLED},  # its day went by, and it did not take place
    FairState.CANCELLED: set(),
}


class JobFair(Public, Versioned, Base):
    """A fair of one day, in a commune, with its hours in Viet Nam; `said`: why it is cancelled."""

    __tablename__ = "job_fairs"
    __table_args__ = (
        CheckConstraint(f"channel IN {CHANNELS}", name="channel"),
        CheckConstraint(f"state IN {tuple(map(str, FairState))}", name="state"),
        CheckConstraint("to_hour > from_hour", name="hours"),
    )

    name: Mapped[str]
    channel: Mapped[str]
    held_on: Mapped[date] = mapped_column(index=True)
    from_hour: Mapped[time]
    to_hour: Mapped[time]
    venue: Mapped[str]
    commune_code: Mapped[str] = mapped_column(index=True)
    organiser: Mapped[str]
    state: Mapped[str] = mapped_column(default=FairState.PLANNED)
    said: Mapped[str] = mapped_column(Text, default="")
    by_pid: Mapped[str]


class FairEmployer(Identified, Base):
    """An employer that said it comes; `left_at`: that it does not after all."""

    __tablename__ = "fair_employers"
    __table_args__ = (UniqueConstraint("fair_id", "employer_id"),)

    fair_id: Mapped[int] = mapped_column(ForeignKey("job_fairs.id"))
    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id"), index=True)
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    by_pid: Mapped[str]

    employer: Mapped[Employer] = relationship(lazy="raise_on_sql")


class FairCount(Identified, Base):
    """How many were advised at a fair by one channel: contacts (lượt) and persons (người).

    A corrected count stays, with the moment it was replaced; the new one carries the reason.
    """

    __tablename__ = "fair_counts"
    __table_args__ = (
        CheckConstraint(f"channel IN {CHANNELS}", name="channel"),
        CheckConstraint("persons >= 0 AND contacts >= persons", name="units"),
        Index(
            "uq_fair_counts_standing",
            "fair_id",
            "channel",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
    )

    fair_id: Mapped[int] = mapped_column(ForeignKey("job_fairs.id"))
    channel: Mapped[str]
    contacts: Mapped[int]
    persons: Mapped[int]
    entered_at: Mapped[datetime]
    by_pid: Mapped[str]
    replaced_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(Text, default="")

    fair: Mapped[JobFair] = relationship(lazy="raise_on_sql")
