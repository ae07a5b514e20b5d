"""One question to an employer about somebody they hired: does that person still work there?"""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Public
from portal.jobs.models.vacancies import Vacancy
from portal.vault import KeyOwner, Sealed


class JobQuestion(KeyOwner, Public, Base):
    """It stands by the consent of the person named, until it is answered or `answer_by` passes;
    then its key is destroyed."""

    __tablename__ = "job_questions"
    __table_args__ = (
        CheckConstraint("(answered_on IS NULL) = (still IS NULL)", name="answered"),
        CheckConstraint("answer_by >= asked_on", name="days"),
    )

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id"), index=True)
    name_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    hired_on: Mapped[date]
    asked_on: Mapped[date]
    answer_by: Mapped[date]
    still: Mapped[bool | None]
    answered_on: Mapped[date | None]

    vacancy: Mapped[Vacancy] = relationship(lazy="raise_on_sql")
    name = Sealed()
