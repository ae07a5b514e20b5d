"""What is counted ahead: the parts that records give to a measure, and the cells they add up to."""

from datetime import date

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified


class SummaryPart(Base):
    """What one subject (a person, a club, a meeting, by its number) gives to a measure on a day.

    The places are where it stands on today's map; the district is that of the day itself, while
    there were districts. Without places it counts in the country alone.
    """

    __tablename__ = "summary_parts"
    __table_args__ = (
        Index("ix_summary_parts_places", "measure", "commune_code", "day"),
        {"sqlite_with_rowid": False},
    )

    measure: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    day: Mapped[date] = mapped_column(primary_key=True)
    commune_code: Mapped[str | None]
    district_code: Mapped[str | None]
    province_code: Mapped[str | None]
    numerator: Mapped[int]
    denominator: Mapped[int]


class SummaryCell(Base):
    """What all subjects of a place give to a measure in a period, written as 2026, 2026-H1,
    2026-Q3 or 2026-07; the place of the country is VN."""

    __tablename__ = "summary_cells"
    __table_args__ = ({"sqlite_with_rowid": False},)

    measure: Mapped[str] = mapped_column(primary_key=True)
    level: Mapped[str] = mapped_column(primary_key=True)
    place_code: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    numerator: Mapped[int]
    denominator: Mapped[int]


class SummaryState(Identified, Base):
    """On which map the parts stand, by its first day: one row, held by whoever changes them."""

    __tablename__ = "summary_state"

    map_since: Mapped[date]
