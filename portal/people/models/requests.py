"""What a member asks of their own data, and when it was answered and done."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Public
from portal.people.models.clients import Client
from portal.vault import Sealed


class RequestState(StrEnum):
    """Where a request stands; what may follow says `service.data_requests.MOVES`."""

    ASKED = "asked"
    ANSWERED = "answered"  # taken up: the member knows that it will be done
    DONE = "done"
    REFUSED = "refused"


STATES = tuple(state.value for state in RequestState)
KINDS = ("correct", "delete")


class DataRequest(Public, Base):
    """A request of a member, answered by the case officers of their commune."""

    __tablename__ = "data_requests"
    __table_args__ = (
        CheckConstraint(f"state IN {STATES}", name="state"),
        CheckConstraint(f"kind IN {KINDS}", name="kind"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    commune_code: Mapped[str] = mapped_column(index=True)  # that answers for it
    kind: Mapped[str]
    state: Mapped[str]
    asked_on: Mapped[date]
    answered_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    words_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    answer_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    by_pid: Mapped[str | None]  # who answered
    noted_at: Mapped[datetime]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    words = Sealed(owner="client")
    answer = Sealed(owner="client")


class RequestRule(Public, Base):
    """From a day on, in a province: within how many days a request is answered and done."""

    __tablename__ = "request_rules"
    __table_args__ = (
        UniqueConstraint("place_code", "from_on"),
        CheckConstraint(
            "answer_days BETWEEN 1 AND 60 AND correct_days BETWEEN 1 AND 60"
            " AND delete_days BETWEEN 1 AND 60",
            name="days",
        ),
    )

    place_code: Mapped[str]
    from_on: Mapped[date]
    answer_days: Mapped[int]  # working days
    correct_days: Mapped[int]
    delete_days: Mapped[int]
    source: Mapped[str] = mapped_column(Text)
    entered_by: Mapped[str | None]
    entered_at: Mapped[datetime]
