"""Jobs on offer, what they ask for, and how they came to an end."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON, CheckConstraint, ForeignKey, SmallInteger, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.db import Base, Coded, Identified, Public, Versioned
from portal.jobs.models.employers import Employer


class VacancyState(StrEnum):
    """Where a vacancy stands in its life; whether it is shown depends on its days and seats too."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    EXPIRED = "expired"
    TAKEN_DOWN = "taken_down"


VACANCY_MOVES: dict[VacancyState, set[VacancyState]] = {
    VacancyState.DRAFT: {VacancyState.OPEN},
    VacancyState.OPEN: {VacancyState.CLOSED, VacancyState.EXPIRED, VacancyState.TAKEN_DOWN},
    VacancyState.EXPIRED: {VacancyState.CLOSED},  # how it was filled can still be told
    VacancyState.CLOSED: set(),
    VacancyState.TAKEN_DOWN: set(),
}


class Vacancy(Coded, Versioned, Base):
    """A job on offer: one occupation of four digits, wages in VND a month, sets as bit masks.

    `taken` never passes `seats`. `suitable` is the rounded number that an inside job writes at
    most once a day; the employer's page reads only that. Hours are those of work without overtime,
    and of overtime a month. `filled_here` and `filled_elsewhere` are told at the end.
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
    posted_on: Mapped[date | None]
    hours_day: Mapped[int | None] = mapped_column(SmallInteger)
    hours_week: Mapped[int | None] = mapped_column(SmallInteger)
    overtime_month: Mapped[int | None] = mapped_column(SmallInteger)
    filled_here: Mapped[int | None]
    filled_elsewhere: Mapped[int | None]

    employer: Mapped[Employer] = relationship(lazy="raise_on_sql")

    @property
    def state(self) -> VacancyState:
        """Its place in the table of moves today: a vacancy expires at midnight, by its date."""
        if self.closed_at is not None:
            taken_down = self.closed_reason == VacancyState.TAKEN_DOWN
            return VacancyState.TAKEN_DOWN if taken_down else VacancyState.CLOSED
        return VacancyState.EXPIRED if self.closes_on < clock.today() else VacancyState.OPEN


class Draft(Public, Versioned, Base):
    """What an employer has typed of a vacancy that is not published: any field may lack, or be
    wrong. It is no vacancy yet, so nothing that reads vacancies can show it.

    `typed` is by the form's field names, each a list of texts as the browser sent them.
    """

    __tablename__ = "vacancy_drafts"

    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id"), index=True)
    title: Mapped[str]
    typed: Mapped[dict[str, list[str]]] = mapped_column(JSON)
    saved_at: Mapped[datetime]

    state = VacancyState.DRAFT


class VacancyEvent(Identified, Base):
    """History: what happened to a vacancy, by whom (the clock, where blank), under which rule.

    `closes_on` is its last day as it stood then: a warning given for one day is not for another.
    """

    __tablename__ = "vacancy_events"

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id"), index=True)
    what: Mapped[str]
    happened_at: Mapped[datetime]
    by_pid: Mapped[str] = mapped_column(default="")
    closes_on: Mapped[date]
    rule: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(Text, default="")


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
