"""How a member is doing, month by month; who drifts away and what is done; volunteers' visits.

What is said of a person is in words, and the words too are sealed under their key: no query can
add them up, compare people by them, or make a score of them.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clubs.models.clubs import Membership
from portal.clubs.models.volunteers import Volunteer
from portal.db import Base, Public, Versioned
from portal.people.models import Client
from portal.vault import Sealed

AREAS = ("housing", "work", "health", "family", "services")
STATES = ("very_good", "fine", "hard", "help_now", "unknown")
REASONS = ("missed_two", "silent", "falling")
NEXT_STEPS = ("call", "visit", "message", "talk")
OUTCOMES = ("came_back", "moved", "other_shift", "pause", "left")


class ProgressSheet(Public, Versioned, Base):
    """A member's month in their club; `month` is its first day.

    `agreed_by` is how the two agreed: the member on their own page, or in a talk. What the member
    sees differently stands beside it, in their own words.
    """

    __tablename__ = "progress_sheets"
    __table_args__ = (
        UniqueConstraint("client_id", "club_id", "month"),
        CheckConstraint(
            "(agreed_on IS NULL AND agreed_by = '')"
            " OR (agreed_on IS NOT NULL AND agreed_by IN ('member', 'talk'))",
            name="agreed",
        ),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"), index=True)
    month: Mapped[date]
    housing_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    housing_remark_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    work_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    work_remark_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    health_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    health_remark_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    family_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    family_remark_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    services_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    services_remark_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    agreed_on: Mapped[date | None]
    agreed_by: Mapped[str] = mapped_column(default="")
    different_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    written_at: Mapped[datetime]
    by_pid: Mapped[str | None]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    housing = Sealed(owner="client")
    housing_remark = Sealed(owner="client")
    work = Sealed(owner="client")
    work_remark = Sealed(owner="client")
    health = Sealed(owner="client")
    health_remark = Sealed(owner="client")
    family = Sealed(owner="client")
    family_remark = Sealed(owner="client")
    services = Sealed(owner="client")
    services_remark = Sealed(owner="client")
    different = Sealed(owner="client")

    @property
    def words(self) -> dict[str, str]:
        """The word and the remark of each area, by the names of their fields."""
        return {n: getattr(self, n) for area in AREAS for n in (area, f"{area}_remark")}


class Drift(Public, Versioned, Base):
    """Someone who drifts away: why they were noticed, the next step, and what came of it.

    It is open until it has an outcome; one open a membership.
    """

    __tablename__ = "drifts"
    __table_args__ = (
        CheckConstraint(f"reason IN {REASONS}", name="reason"),
        CheckConstraint(f"step IN {NEXT_STEPS}", name="step"),
        CheckConstraint(f"outcome = '' OR outcome IN {OUTCOMES}", name="outcome"),
        CheckConstraint("(outcome = '') = (closed_on IS NULL)", name="closed"),
        Index(
            "uq_drifts_open",
            "membership_id",
            unique=True,
            sqlite_where=text("closed_on IS NULL"),
            postgresql_where=text("closed_on IS NULL"),
        ),
    )

    membership_id: Mapped[int] = mapped_column(ForeignKey("memberships.id"), index=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    reason: Mapped[str]
    noticed_on: Mapped[date]
    step: Mapped[str]
    who_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    due_on: Mapped[date]
    outcome: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None]
    by_pid: Mapped[str | None]

    membership: Mapped[Membership] = relationship(lazy="raise_on_sql")
    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    who = Sealed(owner="client")


class VolunteerVisit(Public, Base):
    """A volunteer of the commune's team called on a person: what the two agreed, and when again."""

    __tablename__ = "volunteer_visits"
    __table_args__ = (CheckConstraint("next_on IS NULL OR next_on > held_on", name="days"),)

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteers.id"), index=True)
    held_on: Mapped[date]
    next_on: Mapped[date | None]
    agreed_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    author_pid: Mapped[str]
    written_at: Mapped[datetime]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    volunteer: Mapped[Volunteer] = relationship(lazy="raise_on_sql")
    agreed = Sealed(owner="client")
