"""Where a need was heard of; how a member told staff to act for them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Identified, Public
from portal.people.models import Client
from portal.vault import Sealed

TOLD_BY = ("member", "family", "club", "volunteer", "visit", "facility", "other")
TOLD_HOW = ("in_person", "phone", "paper", "message")


class NeedOrigin(Public, Base):
    """Who spoke of a need, and where, in words."""

    __tablename__ = "need_origins"
    __table_args__ = (CheckConstraint(f"told_by IN {TOLD_BY}", name="told_by"),)

    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id"), unique=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"))
    told_by: Mapped[str]
    where_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    where = Sealed(owner="client")


class ActedFor(Identified, Base):
    """Staff took a step for a member, who had told them to: how, whom, when."""

    __tablename__ = "acted_for"
    __table_args__ = (CheckConstraint(f"told_how IN {TOLD_HOW}", name="told_how"),)

    step_id: Mapped[int] = mapped_column(ForeignKey("steps.id"), index=True)
    told_how: Mapped[str]
    by_pid: Mapped[str]
    acted_at: Mapped[datetime]
