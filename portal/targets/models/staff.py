"""The register of trained staff."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Public, Versioned


class StaffTraining(Public, Versioned, Base):
    """A course that a member of staff is to complete; untrained while `completed_on` is blank."""

    __tablename__ = "staff_training"
    __table_args__ = (UniqueConstraint("person_code", "course"),)

    person_code: Mapped[str]
    name: Mapped[str]
    place_code: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    course: Mapped[str]
    completed_on: Mapped[date | None]
    certificate_number: Mapped[str] = mapped_column(default="", server_default="")
    version: Mapped[int] = mapped_column(default=1, server_default="1")
