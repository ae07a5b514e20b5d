"""What a member asks of their own data, and when it was answered and done."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
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
