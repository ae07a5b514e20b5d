"""How members are reminded of meetings, what was sent to them, and calendars read elsewhere."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clubs.models.clubs import Meeting
from portal.db import Base, Identified, Public
from portal.people.models import Client
from portal.vault import Sealed


class ReminderChoice(Public, Base):
    """By what and in which language a member wants to be reminded, and where that reaches them;
    none: not at all.

    It stands on a row of the consent ledger and goes with it.
    """

    __tablename__ = "reminder_choices"
    __table_args__ = (CheckConstraint("channel IN ('notice', 'email', 'sms')", name="channel"),)

    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), unique=True)
    channel: Mapped[str]
    contact_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    chosen_at: Mapped[datetime]
    language: Mapped[str] = mapped_column(default="vi", server_default="vi")

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    contact = Sealed(owner="client")


class Reminder(Public, Base):
    """One message to one member about one meeting, however often it was tried.

    `occasion` says why, so that it is made once: "2d/<the meeting's time>" two days before,
    "meeting_changed/<the meeting's version>".
    """

    __tablename__ = "reminders"
    __table_args__ = (
        UniqueConstraint("meeting_id", "client_id", "occasion"),
        CheckConstraint(
            "state IN ('queued', 'sending', 'sent', 'dropped', 'failed')", name="state"
        ),
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    occasion: Mapped[str]
    state: Mapped[str] = mapped_column(default="queued")
    tries: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]

    meeting: Mapped[Meeting] = relationship(lazy="raise_on_sql")
    client: Mapped[Client] = relationship(lazy="raise_on_sql")


class CalendarFeed(Identified, Base):
    """That a user's meetings may be read at an address of their own, found by its hash alone."""

    __tablename__ = "calendar_feeds"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), unique=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    made_at: Mapped[datetime]
