"""What a club keeps of itself: the versions of its rules, and its plan of each year."""

from datetime import date

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified, Versioned


class ClubRules(Identified, Base):
    """The rules of a club as they stand from a day on: a change is the next version."""

    __tablename__ = "club_rules"
    __table_args__ = (UniqueConstraint("club_id", "number"),)

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"))
    number: Mapped[int]
    from_on: Mapped[date]
    text: Mapped[str] = mapped_column(Text)


class ClubPlan(Identified, Versioned, Base):
    """What a club means to do in a year: the topics of each month, a line a month."""

    __tablename__ = "club_plans"
    __table_args__ = (UniqueConstraint("club_id", "year"),)

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"))
    year: Mapped[int]
    topics: Mapped[str] = mapped_column(Text)

    @property
    def months(self) -> list[str]:
        """The topics of January to December."""
        return self.topics.split("\n")
