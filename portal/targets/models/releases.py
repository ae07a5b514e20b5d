"""Figures of people as they were released to everybody: past the gate, once, for good."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from portal.db import Base, Identified


class ReleasedFigure(Identified, Base):
    """What everybody may know of one place, for an ended year: digits or a mark, never more.

    The place is a commune of the table's province, or that province itself for the totals. A row
    is never changed: who compares two days learns nothing from a person who moved between them.
    """

    __tablename__ = "released_figures"
    __table_args__ = (UniqueConstraint("province_code", "indicator", "year", "place_code"),)

    province_code: Mapped[str]
    indicator: Mapped[str]
    year: Mapped[int]
    place_code: Mapped[str]
    done: Mapped[str]
    rest: Mapped[str]
    made_on: Mapped[date]
