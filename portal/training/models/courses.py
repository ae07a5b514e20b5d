"""What is taught: courses and their skills."""

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Coded, Identified, Versioned
from portal.training.models.providers import Provider


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
