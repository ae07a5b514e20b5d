"""The integration plan: one living plan a person, made with them, and its goals."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.db import Base, Public, Versioned
from portal.people.models import Client
from portal.vault import Sealed

AGREED_HOW = ("screen", "paper")
WHO = ("member", "family", "case_officer", "coordinator", "volunteer", "other")


class GoalState(StrEnum):
    """What became of a goal."""

    OPEN = "open"
    REACHED = "reached"
    GIVEN_UP = "given_up"


GOAL_MOVES = {
    GoalState.OPEN: (GoalState.REACHED, GoalState.GIVEN_UP),
    GoalState.REACHED: (GoalState.OPEN,),
    GoalState.GIVEN_UP: (GoalState.OPEN,),
}


class IntegrationPlan(Versioned, Public, Base):
    """What the person and their case officer set out to do; a change asks for agreement anew."""

    __tablename__ = "integration_plans"
    __table_args__ = (
        CheckConstraint(f"agreed_how IN {('', *AGREED_HOW)}", name="agreed_how"),
        CheckConstraint("(agreed_on IS NULL) = (agreed_how = '')", name="agreed"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), unique=True)
    made_on: Mapped[date]
    aim_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    agreed_on: Mapped[date | None]
    agreed_how: Mapped[str] = mapped_column(default="")
    by_pid: Mapped[str | None]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    aim = Sealed(owner="client")


class Goal(Versioned, Public, Base):
    """One goal of the plan: its day, who sees to it, the steps to it, and what became of it."""

    __tablename__ = "goals"
    __table_args__ = (
        CheckConstraint(f"who IN {WHO}", name="who"),
        CheckConstraint(f"state IN {tuple(map(str, GoalState))}", name="state"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    due_on: Mapped[date]
    who: Mapped[str]
    state: Mapped[str] = mapped_column(default=GoalState.OPEN)
    state_on: Mapped[date]
    title_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    steps_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    reason_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    by_pid: Mapped[str | None]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    title = Sealed(owner="client")
    steps = Sealed(owner="client")
    reason = Sealed(owner="client")

    @property
    def is_late(self) -> bool:
        """Whether its day has passed while it is open."""
        return self.state == GoalState.OPEN and clock.today() > self.due_on
