"""Clients: who they are (sealed), what they can and want, their aftercare file, who may know."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Coded, Identified, Public, Versioned
from portal.people.aftercare import last_day
from portal.vault import KeyOwner, Sealed


class Client(KeyOwner, Coded, Versioned, Base):
    """A person who completed the programme. Sets are bit masks of `trades.vocabulary`."""

    __tablename__ = "clients"
    __table_args__ = (
        CheckConstraint("education BETWEEN 0 AND 6", name="education"),
        CheckConstraint("max_km >= 1", name="max_km"),
        CheckConstraint("min_wage >= 0", name="min_wage"),
        CheckConstraint("birth_year BETWEEN 1900 AND 2100", name="birth_year"),
    )

    name_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone_hash: Mapped[bytes | None] = mapped_column(LargeBinary, index=True)
    birth_year: Mapped[int]
    commune_code: Mapped[str] = mapped_column(index=True)
    household_status: Mapped[str] = mapped_column(default="other")
    education: Mapped[int]
    shifts: Mapped[int] = mapped_column(default=0)
    limits: Mapped[int] = mapped_column(default=0)
    max_km: Mapped[int] = mapped_column(default=20)
    min_wage: Mapped[int] = mapped_column(default=0)
    registered_on: Mapped[date | None]

    name = Sealed()
    phone = Sealed()


class WantedOccupation(Identified, Base):
    """An occupation wanted, 1 to 4 digits, in the person's own order."""

    __tablename__ = "wanted_occupations"
    __table_args__ = (UniqueConstraint("client_id", "occupation"),)

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    position: Mapped[int]
    occupation: Mapped[str]


class ClientSkill(Identified, Base):
    """A skill held: proven by a certificate or confirmed, else claimed."""

    __tablename__ = "client_skills"
    __table_args__ = (UniqueConstraint("client_id", "skill"),)

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    skill: Mapped[str]
    proven: Mapped[bool]


class BlockedEmployer(Identified, Base):
    """An employer the person wants nothing to do with, by the employer's code."""

    __tablename__ = "blocked_employers"
    __table_args__ = (UniqueConstraint("client_id", "employer_code"),)

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    employer_code: Mapped[str]


class CaseFile(Public, Base):
    """One completion and the aftercare that follows; `managed_from` blank: no file was opened."""

    __tablename__ = "case_files"
    __table_args__ = (
        UniqueConstraint("client_id", "completed_on"),
        CheckConstraint("kind IN ('voluntary', 'compulsory', 'substitution')", name="kind"),
        CheckConstraint("managed_to IS NULL OR managed_to >= managed_from", name="managed"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    kind: Mapped[str]
    completed_on: Mapped[date]
    managed_from: Mapped[date | None]
    managed_to: Mapped[date | None]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")

    @property
    def last_day(self) -> date:
        """The last day of aftercare: the one decided, else the one that the law says."""
        return self.managed_to or last_day(self.kind, self.completed_on)


class Consent(Public, Base):
    """A row of the consent ledger: what may be known, by whom, for what, from when, until when.

    `basis` is law or consent; `viewer` is who may see ("club/<pid>", "case_officers/<commune>",
    "employer/<pid>"); `fields` is a list of field names in words parted by spaces.
    """

    __tablename__ = "consents"
    __table_args__ = (
        CheckConstraint("basis IN ('law', 'consent')", name="basis"),
        Index("ix_consents_client_viewer", "client_id", "viewer"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"))
    basis: Mapped[str]
    purpose: Mapped[str]
    viewer: Mapped[str]
    fields: Mapped[str]
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    given_how: Mapped[str]
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class Note(Public, Base):
    """A visit or a consultation: what was said, sealed; seen by the commune's case officers."""

    __tablename__ = "notes"
    __table_args__ = (CheckConstraint("kind IN ('visit', 'consultation')", name="kind"),)

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    kind: Mapped[str]
    held_on: Mapped[date]
    author_pid: Mapped[str]
    written_at: Mapped[datetime]
    body_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    body = Sealed(owner="client")


class PhoneClash(Public, Base):
    """A phone typed for a new member that is known already: for the case officer to look at."""

    __tablename__ = "phone_clashes"

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("clients.id"))
    found_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
