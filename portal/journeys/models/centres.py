"""Public employment centres, how many people come to each, and the sheets members take there."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Public, Versioned
from portal.vault import KeyOwner, Sealed

CENTRE_STATES = ("open", "full", "no_figures")


class EmploymentCentre(Public, Versioned, Base):
    """A centre of a province or a commune that introduces people to employers.

    `state` is what was last found of its flow: each day, and whenever a figure or a sheet is added.
    """

    __tablename__ = "employment_centres"
    __table_args__ = (
        CheckConstraint(f"state IN {CENTRE_STATES}", name="state"),
        CheckConstraint("to_on IS NULL OR to_on >= from_on", name="days"),
    )

    name: Mapped[str]
    place_code: Mapped[str] = mapped_column(index=True)
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    state: Mapped[str] = mapped_column(default="no_figures")
    stated_on: Mapped[date | None]


class CentreFlow(Public, Base):
    """How many people applied through a centre in a month, by its own figures."""

    __tablename__ = "centre_flows"
    __table_args__ = (
        UniqueConstraint("centre_id", "month"),
        CheckConstraint("applicants BETWEEN 0 AND 1000000", name="applicants"),
    )

    centre_id: Mapped[int] = mapped_column(ForeignKey("employment_centres.id"))
    month: Mapped[date]  # its first day
    applicants: Mapped[int]
    source: Mapped[str]
    entered_by: Mapped[str | None]


class RelaySheet(KeyOwner, Public, Base):
    """What one person agreed to put on paper for a centre: copies, with no key to the person.

    The row stays to be counted; its key is destroyed with the end of the consent.
    """

    __tablename__ = "relay_sheets"
    __table_args__ = (CheckConstraint("ends_on >= made_on", name="days"),)

    centre_id: Mapped[int] = mapped_column(ForeignKey("employment_centres.id"), index=True)
    name_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    about_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    work_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    made_on: Mapped[date]
    ends_on: Mapped[date]

    centre: Mapped[EmploymentCentre] = relationship(lazy="raise_on_sql")
    name = Sealed()
    phone = Sealed()
    about = Sealed()
    work = Sealed()
