"""The applications that an employer may see, and their allowed moves."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Public
from portal.jobs.models.vacancies import Vacancy
from portal.vault import KeyOwner, Sealed


class Hiring(StrEnum):
    """Where an application stands."""

    SENT = "sent"
    INVITED = "invited"
    HIRED = "hired"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


HIRING_MOVES = {
    Hiring.SENT: {Hiring.INVITED, Hiring.HIRED, Hiring.DECLINED, Hiring.WITHDRAWN, Hiring.EXPIRED},
    Hiring.INVITED: {Hiring.HIRED, Hiring.DECLINED, Hiring.WITHDRAWN, Hiring.EXPIRED},
    Hiring.HIRED: set(),
    Hiring.DECLINED: set(),
    Hiring.WITHDRAWN: set(),
    Hiring.EXPIRED: set(),
}
OPEN_HIRING = (Hiring.SENT, Hiring.INVITED)


class Application(KeyOwner, Public, Base):
    """What a pledged employer sees of one applicant who chose so: copies of the agreed fields.

    It ends by itself on `ends_on`, or after `answer_by` where nobody answered (blank: sent when
    there was no such day); its key is destroyed with its end. `reason` is the employer's or the
    clock's (a code of HiringReason).
    """

    __tablename__ = "applications"

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id"), index=True)
    name_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    about_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    standing: Mapped[str] = mapped_column(default=Hiring.SENT)
    sent_at: Mapped[datetime]
    answer_by: Mapped[date | None]
    ends_on: Mapped[date]
    reason: Mapped[str] = mapped_column(default="", server_default="")

    vacancy: Mapped[Vacancy] = relationship(lazy="raise_on_sql")
    name = Sealed()
    phone = Sealed()
    about = Sealed()
