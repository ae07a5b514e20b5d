"""How a person comes from a facility to the commune, and what happens to the aftercare file."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Public
from portal.people.aftercare import KINDS
from portal.people.models.clients import Client
from portal.vault import Sealed


class HandoverState(StrEnum):
    """Where a handover stands; what may follow what says `service.handover_moves.MOVES`."""

    EXPECTED = "expected"  # announced before the release
    SENT_ON = "sent_on"  # another commune's paper, on its way there
    RECEIVED = "received"
    MET = "met"
    OPENED = "opened"
    CLOSED = "closed"  # the paper was a mistake or was taken back


STATES = tuple(state.value for state in HandoverState)
CHANGES = ("moved", "suspended", "resumed", "ended")


class Handover(Public, Base):
    """A paper of a facility about one completion, and how far the commune has come with it.

    `commune_code` is the commune that answers for it, whose figures it enters; who may see it
    follows from where the person lives.
    """

    __tablename__ = "handovers"
    __table_args__ = (
        CheckConstraint(f"state IN {STATES}", name="state"),
        CheckConstraint(f"kind IN {KINDS}", name="kind"),
        CheckConstraint("arrived_on IS NULL OR arrived_on >= completed_on", name="arrived"),
        CheckConstraint("decided_months BETWEEN 1 AND 60", name="decided_months"),
        UniqueConstraint("client_id", "completed_on"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    commune_code: Mapped[str] = mapped_column(index=True)
    state: Mapped[str]
    kind: Mapped[str]
    completed_on: Mapped[date]
    decided_months: Mapped[int | None]
    paper_on: Mapped[date | None]
    arrived_on: Mapped[date | None]
    met_on: Mapped[date | None]
    opened_on: Mapped[date | None]
    facility_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    paper_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    by_pid: Mapped[str | None]
    noted_at: Mapped[datetime]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    facility = Sealed(owner="client")
    paper = Sealed(owner="client")


class HandoverMove(Public, Base):
    """One move of a handover: on which day, by whom, and why; never changed."""

    __tablename__ = "handover_moves"
    __table_args__ = (CheckConstraint(f"to_state IN {STATES}", name="to_state"),)

    handover_id: Mapped[int] = mapped_column(ForeignKey("handovers.id"), index=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    from_state: Mapped[str | None]
    to_state: Mapped[str]
    moved_on: Mapped[date]
    commune_code: Mapped[str]  # that answers from then on
    reason_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    by_pid: Mapped[str | None]
    noted_at: Mapped[datetime]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    reason = Sealed(owner="client")


class HandoverRule(Public, Base):
    """From a day on, in a province: within how many days what has to be done, by what paper."""

    __tablename__ = "handover_rules"
    __table_args__ = (
        UniqueConstraint("place_code", "from_on"),
        CheckConstraint("meet_days BETWEEN 1 AND 60 AND file_days BETWEEN 1 AND 60", name="days"),
    )

    place_code: Mapped[str]
    from_on: Mapped[date]
    meet_days: Mapped[int]
    file_days: Mapped[int]
    source: Mapped[str] = mapped_column(Text)
    entered_by: Mapped[str | None]
    entered_at: Mapped[datetime]


class FileChange(Public, Base):
    """What became of an aftercare file after it was opened; `last_on` is its last day since."""

    __tablename__ = "file_changes"
    __table_args__ = (CheckConstraint(f"kind IN {CHANGES}", name="kind"),)

    case_file_id: Mapped[int] = mapped_column(ForeignKey("case_files.id"), index=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    kind: Mapped[str]
    changed_on: Mapped[date]
    last_on: Mapped[date]
    from_commune: Mapped[str]
    to_commune: Mapped[str]
    reason_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    by_pid: Mapped[str | None]
    noted_at: Mapped[datetime]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    reason = Sealed(owner="client")


class GuardianConsent(Public, Base):
    """Who has agreed for a person who is not of age yet, and when."""

    __tablename__ = "guardian_consents"

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    relation: Mapped[str]
    given_on: Mapped[date]
    name_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    by_pid: Mapped[str | None]
    noted_at: Mapped[datetime]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    name = Sealed(owner="client")
