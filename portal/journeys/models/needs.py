"""Needs with the day they were recorded; needs that a club passes on."""

from datetime import date, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.db import Base, Public
from portal.people.models import Client
from portal.vault import Sealed

NEEDS = ("training", "work", "loan", "legal_aid", "schooling", "housing", "papers", "health")

ORIGINS = ("sheet", "roll", "talk")  # where the coordinator heard of a need
ANSWER_WITHIN = timedelta(days=7)


class Need(Public, Base):
    """A need with the day it was recorded, and the day and way it was met."""

    __tablename__ = "needs"
    __table_args__ = (
        UniqueConstraint("client_id", "kind", "recorded_on"),
        CheckConstraint(f"kind IN {NEEDS}", name="kind"),
        CheckConstraint("met_on IS NULL OR met_on >= recorded_on", name="days"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    kind: Mapped[str]
    recorded_on: Mapped[date]
    met_on: Mapped[date | None]
    how_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    remark_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    how = Sealed(owner="client")
    remark = Sealed(owner="client")


class RaisedNeed(Public, Base):
    """A need that a club's coordinator heard of and passes on to the commune's case officer.

    It waits until it is answered: taken up as the need it points to, or turned back with words.
    """

    __tablename__ = "raised_needs"
    __table_args__ = (
        CheckConstraint(f"kind IN {NEEDS}", name="kind"),
        CheckConstraint(f"origin IN {ORIGINS}", name="origin"),
        CheckConstraint("answered_on IS NULL OR answered_on >= raised_on", name="days"),
        CheckConstraint("need_id IS NULL OR answered_on IS NOT NULL", name="answered"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"), index=True)
    kind: Mapped[str]
    origin: Mapped[str]
    raised_on: Mapped[date]
    remark_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    by_pid: Mapped[str | None]
    need_id: Mapped[int | None] = mapped_column(ForeignKey("needs.id"), unique=True)
    answered_on: Mapped[date | None]
    answer_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    remark = Sealed(owner="client")
    answer = Sealed(owner="client")

    @property
    def late_from(self) -> date:
        """The day from which its silence is late."""
        return self.raised_on + ANSWER_WITHIN

    @property
    def state(self) -> str:
        """Where it stands today."""
        if self.answered_on:
            return "taken" if self.need_id else "turned_back"
        return "late" if clock.today() >= self.late_from else "waiting"
