"""Jobs on offer, what they ask for, and how they came to an end."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Coded, Identified, Versioned
from portal.jobs.models.employers import Employer


class Vacancy(Coded, Versioned, Base):
    """A job on offer: one occupation of four digits, wages in VND a month, sets as bit masks.

    `taken` never passes `seats`. `suitable` is the rounded number that an inside job writes at
    most once a day; the employer's page reads only that.
    """

    __tablename__ = "vacancies"
    __table_args__ = (
        CheckConstraint("seats >= 0 AND taken >= 0 AND taken <= seats", name="seats"),
        CheckConstraint("wage_from IS NULL OR wage_from >= 0", name="wage_from"),
        CheckConstraint("wage_to IS NULL OR wage_to >= wage_from", name="wage_to"),
        CheckConstraint("education BETWEEN 0 AND 6", name="education"),
        CheckConstraint("min_age BETWEEN 0 AND 100", name="min_age"),
    )

    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id"), index=True)
    title: Mapped[str]
    description: Mapped[str] = mapped_column(Text, default="")
    how_to_apply: Mapped[str] = mapped_column(Text, default="", server_default="")
    commune_code: Mapped[str] = mapped_column(index=True)
    occupation: Mapped[str] = mapped_column(index=True)
    education: Mapped[int] = mapped_column(default=0)
    wage_from: Mapped[int | None]
    wage_to: Mapped[int | None]
    shifts: Mapped[int] = mapped_column(default=0)
    demands: Mapped[int] = mapped_column(default=0)
    accommodation: Mapped[bool] = mapped_column(default=False)
    contract: Mapped[str] = mapped_column(default="none")
    min_age: Mapped[int] = mapped_column(default=0)
    seats: Mapped[int]
    taken: Mapped[int] = mapped_column(default=0)
    opens_on: Mapped[date | None]
    closes_on: Mapped[date] = mapped_column(index=True)
    closed_at: Mapped[datetime | None]
    closed_reason: Mapped[str] = mapped_column(default="")
    warnings: Mapped[str] = mapped_column(Text, default="")
    suitable: Mapped[str] = mapped_column(default="")
    suitable_on: Mapped[date | None]

    employer: Mapped[Employer] = relationship(lazy="raise_on_sql")


class Closing(StrEnum):
    """How a vacancy came to an end: was it filled, and through whom."""

    HIRED_HERE = "hired_here"
    HIRED_ELSEWHERE = "hired_elsewhere"
    NOT_NEEDED = "not_needed"
    OTHER = "other"


class VacancySkill(Identified, Base):
    """A skill that a vacancy asks for: a must, or nice to have."""

    __tablename__ = "vacancy_skills"
    __table_args__ = (UniqueConstraint("vacancy_id", "skill"),)

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id"), index=True)
    skill: Mapped[str]
    must: Mapped[bool]
