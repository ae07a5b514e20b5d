"""What an evening leaves behind: corrections of its roll, versions of its minutes, tasks."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clubs.models.clubs import Club, Meeting
from portal.db import Base, Identified, Public, Versioned


class AttendanceChange(Identified, Base):
    """A mark of a roll, or a number of guests or family (`counted`), that was put right later."""

    __tablename__ = "attendance_changes"
    __table_args__ = (
        CheckConstraint("(client_id IS NULL) = (counted IS NOT NULL)", name="one"),
        CheckConstraint("reason <> ''", name="reason"),
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    client_id: Mapped[int | None] = mapped_column(ForeignKey("clients.id"), index=True)
    counted: Mapped[str | None]
    from_mark: Mapped[str]
    to_mark: Mapped[str]
    reason: Mapped[str]
    changed_at: Mapped[datetime]
    by_pid: Mapped[str | None]


class MinutesVersion(Identified, Base):
    """The minutes of a meeting as they were saved once, and who signed them so."""

    __tablename__ = "minutes_versions"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    number: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(default="")
    written_at: Mapped[datetime]
    by_pid: Mapped[str | None]
    signed_at: Mapped[datetime | None]
    signed_by_pid: Mapped[str | None]


class ClubTask(Public, Versioned, Base):
    """What a meeting decided that somebody does: a member (by number, never by name), or one of
    the board or a volunteer (`who`)."""

    __tablename__ = "club_tasks"
    __table_args__ = (CheckConstraint("client_id IS NULL OR who = ''", name="who"),)

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"), index=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    body: Mapped[str]
    who: Mapped[str] = mapped_column(default="")
    client_id: Mapped[int | None] = mapped_column(ForeignKey("clients.id"), index=True)
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    remark: Mapped[str] = mapped_column(default="")

    club: Mapped[Club] = relationship(lazy="raise_on_sql")
    meeting: Mapped[Meeting] = relationship(lazy="raise_on_sql")
