"""The outbox: work to be done after the transaction that asked for it; and notices to users."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified, Public


class OutboxRow(Identified, Base):
    """One piece of work for the worker, in the same transaction as its cause."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_due", "done_at", "due_at"),)

    kind: Mapped[str]
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    due_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(Text, default="")


class Notice(Public, Base):
    """A message on a user's start page: a template of the closed list and its facts."""

    __tablename__ = "notices"
    __table_args__ = (CheckConstraint("template <> ''", name="template"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    template: Mapped[str]
    facts: Mapped[dict[str, str]] = mapped_column(JSON)
    made_at: Mapped[datetime]
    read_at: Mapped[datetime | None]
