"""Volunteer teams of communes, their volunteers, and whom each of these looks after."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Public, Versioned
from portal.people.models import Client

MOST_CHARGES = 5  # people that one volunteer looks after at a time


class VolunteerTeam(Public, Versioned, Base):
    """The volunteer social-work team of a commune, formed by decision."""

    __tablename__ = "volunteer_teams"

    commune_code: Mapped[str] = mapped_column(index=True)
    formed_on: Mapped[date]
    decision: Mapped[str]


class Volunteer(Public, Versioned, Base):
    """A volunteer and the neighbourhood they walk, from a day to a day, both included.

    `charges` is how many people they look after now: the database lets it grow to five.
    """

    __tablename__ = "volunteers"
    __table_args__ = (
        CheckConstraint("to_on IS NULL OR to_on >= from_on", name="days"),
        CheckConstraint(f"charges BETWEEN 0 AND {MOST_CHARGES}", name="charges"),
    )

    team_id: Mapped[int] = mapped_column(ForeignKey("volunteer_teams.id"), index=True)
    name: Mapped[str]
    area: Mapped[str] = mapped_column(default="")
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    charges: Mapped[int] = mapped_column(default=0)

    team: Mapped[VolunteerTeam] = relationship(lazy="raise_on_sql")

    @property
    def has_room(self) -> bool:
        """Whether they may look after one more."""
        return self.to_on is None and self.charges < MOST_CHARGES


class Charge(Public, Base):
    """A person whom a volunteer looks after, from a day to a day; one volunteer at a time."""

    __tablename__ = "charges"
    __table_args__ = (
        CheckConstraint("to_on IS NULL OR to_on >= from_on", name="days"),
        Index(
            "uq_charges_open",
            "client_id",
            unique=True,
            sqlite_where=text("to_on IS NULL"),
            postgresql_where=text("to_on IS NULL"),
        ),
    )

    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteers.id"), index=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    from_on: Mapped[date]
    to_on: Mapped[date | None]

    volunteer: Mapped[Volunteer] = relationship(lazy="raise_on_sql")
    client: Mapped[Client] = relationship(lazy="raise_on_sql")
