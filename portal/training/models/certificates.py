"""The register of certificates that providers gave."""

from datetime import date

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Public
from portal.vault import KeyOwner, Sealed

IN_FORCE = text("revoked_on IS NULL")


class Certificate(KeyOwner, Public, Base):
    """A certificate as it was given. It has a key of its own, so that name and check code outlive
    the roster; a number is not used again, and of a learner one certificate is in force."""

    __tablename__ = "certificates"
    __table_args__ = (
        UniqueConstraint("provider_id", "number"),
        CheckConstraint("(revoked_on IS NULL) = (revoked_why = '')", name="revoked"),
        Index(
            "uq_certificates_in_force",
            "learner_id",
            unique=True,
            sqlite_where=IN_FORCE,
            postgresql_where=IN_FORCE,
        ),
    )

    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"))
    learner_id: Mapped[int] = mapped_column(ForeignKey("learners.id"))
    number: Mapped[str]
    issued_on: Mapped[date] = mapped_column(index=True)
    course_title: Mapped[str]
    name_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    code_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    code_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    by_pid: Mapped[str | None]
    revoked_on: Mapped[date | None]
    revoked_why: Mapped[str] = mapped_column(Text, default="")

    name = Sealed()
    code = Sealed()
