"""What a person typed of their past work, where they wanted it kept."""

from datetime import date

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Public
from portal.people.models import Client
from portal.vault import Sealed


class PastWork(Public, Base):
    """Their own words for the next CV; nobody else reads them."""

    __tablename__ = "past_work"

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), unique=True)
    body_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    kept_on: Mapped[date]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    body = Sealed(owner="client")
