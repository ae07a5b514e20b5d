"""Units by the days they were in force, what followed them, and the wages of their zones.

An open end is the first or last day that a date can hold, never NULL: "in force on a day" is then
one comparison, and (code, valid_from) is a key that a database can keep.
"""

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified


class Unit(Identified, Base):
    """A province, district or commune under one code, from one day to another."""

    __tablename__ = "units"
    __table_args__ = (
        UniqueConstraint("code", "valid_from"),
        CheckConstraint("valid_from <= valid_to", name="days"),
        CheckConstraint("level IN ('province', 'district', 'commune')", name="level"),
        Index(None, "parent_code", "valid_from"),
    )

    code: Mapped[str]
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    level: Mapped[str]
    kind: Mapped[str]
    name: Mapped[str]
    parent_code: Mapped[str | None]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    name_folded: Mapped[str]
    sort_key: Mapped[str]


class Successor(Identified, Base):
    """From the day `from_on`, the new unit stands where the old one stood, by some decision."""

    __tablename__ = "unit_successors"
    __table_args__ = (UniqueConstraint("old_code", "from_on", "new_code"),)

    old_code: Mapped[str]
    from_on: Mapped[date]
    new_code: Mapped[str]
    is_default: Mapped[bool]
    decision: Mapped[str] = mapped_column(default="")


class WageZone(Identified, Base):
    """The minimum-wage zone of a commune from a day on, and the list that says so."""

    __tablename__ = "wage_zones"
    __table_args__ = (
        UniqueConstraint("commune_code", "from_on"),
        CheckConstraint("zone BETWEEN 1 AND 4", name="zone"),
    )

    commune_code: Mapped[str]
    from_on: Mapped[date]
    zone: Mapped[int]
    source: Mapped[str]


class MinimumWage(Identified, Base):
    """The lowest lawful pay in a zone, as long as its decree is in force."""

    __tablename__ = "minimum_wages"
    __table_args__ = (
        UniqueConstraint("zone", "from_on"),
        CheckConstraint("from_on <= to_on", name="days"),
    )

    zone: Mapped[int]
    from_on: Mapped[date]
    to_on: Mapped[date]
    month_vnd: Mapped[int]
    hour_vnd: Mapped[int]
    decree: Mapped[str]


class Edition(Identified, Base):
    """Which state the tables of this package are in: one row, renewed with every change.

    Two databases filled from the same files have the same mark, so a process reads them once.
    """

    __tablename__ = "place_editions"

    mark: Mapped[str]
