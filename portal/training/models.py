"""Providers, courses, classes and their rosters. A roster knows learners, never clients."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Coded, Identified, Public, Versioned
from portal.vault import KeyOwner, Sealed


class Approval(StrEnum):
    """Where a provider stands with the programme officer."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"


class Provider(Coded, Versioned, Base):
    """A training provider; only an approved one is shown."""

    __tablename__ = "providers"

    name: Mapped[str]
    commune_code: Mapped[str] = mapped_column(index=True)
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    approval: Mapped[str] = mapped_column(default=Approval.PENDING)
    registered_at: Mapped[datetime]


class Course(Coded, Versioned, Base):
    """What is taught: leads to one occupation of four digits."""

    __tablename__ = "courses"
    __table_args__ = (
        CheckConstraint("fee >= 0", name="fee"),
        CheckConstraint("hours >= 0", name="hours"),
        CheckConstraint("education BETWEEN 0 AND 6", name="education"),
    )

    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"), index=True)
    title: Mapped[str]
    description: Mapped[str] = mapped_column(Text, default="")
    occupation: Mapped[str] = mapped_column(index=True)
    level: Mapped[str] = mapped_column(default="other")
    education: Mapped[int] = mapped_column(default=0)
    hours: Mapped[int] = mapped_column(default=0)
    fee: Mapped[int] = mapped_column(default=0)
    certificate: Mapped[bool] = mapped_column(default=False)

    provider: Mapped[Provider] = relationship(lazy="raise_on_sql")


class CourseSkill(Identified, Base):
    """A skill that a course teaches."""

    __tablename__ = "course_skills"
    __table_args__ = (UniqueConstraint("course_id", "skill"),)

    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id"), index=True)
    skill: Mapped[str]


class TrainingClass(Coded, Versioned, Base):
    """A course held once: when, where, with how many seats; `taken` never passes `seats`."""

    __tablename__ = "classes"
    __table_args__ = (
        CheckConstraint("seats >= 0 AND taken >= 0 AND taken <= seats", name="seats"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="days"),
    )

    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id"), index=True)
    commune_code: Mapped[str] = mapped_column(index=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    enrol_by: Mapped[date]
    shifts: Mapped[int] = mapped_column(default=0)
    seats: Mapped[int]
    taken: Mapped[int] = mapped_column(default=0)
    accommodation: Mapped[bool] = mapped_column(default=False)
    cancelled_at: Mapped[datetime | None]

    course: Mapped[Course] = relationship(lazy="raise_on_sql")


class Standing(StrEnum):
    """Where a learner stands on a roster."""

    ENROLLED = "enrolled"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"
    DROPPED = "dropped"


MOVES = {
    Standing.WAITING: {Standing.ENROLLED, Standing.WITHDRAWN},
    Standing.ENROLLED: {Standing.WITHDRAWN, Standing.COMPLETED, Standing.DROPPED},
    Standing.WITHDRAWN: set(),
    Standing.COMPLETED: set(),
    Standing.DROPPED: set(),
}
OPEN = (Standing.WAITING, Standing.ENROLLED)
SEATED = (Standing.ENROLLED, Standing.COMPLETED, Standing.DROPPED)


class Learner(KeyOwner, Public, Base):
    """A person on a roster: copies of what they agreed to give, and nothing of where from."""

    __tablename__ = "learners"

    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), index=True)
    name_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    standing: Mapped[str]
    joined_at: Mapped[datetime]
    ended_on: Mapped[date | None]
    certificate_number: Mapped[str | None] = mapped_column(unique=True)
    certified_on: Mapped[date | None]

    training_class: Mapped[TrainingClass] = relationship(lazy="raise_on_sql")
    name = Sealed()
    phone = Sealed()
