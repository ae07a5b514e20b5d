"""Clubs, their boards and members, meetings, attendance, answers and counselling points."""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    and_,
    or_,
    text,
)
from sqlalchemy.ext.hybrid import hybrid_method
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.db import Base, Coded, Identified, Public, Versioned
from portal.people.models import Client
from portal.vault import Sealed

LEFT_FOR = ("moved", "hours", "busy", "other")


class ClubStatus(StrEnum):
    """Where a club stands; from `status_on` on."""

    OPERATING = "operating"
    PLANNED = "planned"
    PAUSED = "paused"
    DISSOLVED = "dissolved"


class Club(Coded, Versioned, Base):
    """A club of a commune. `display_name` is neutral: all that a member's screen ever shows.

    A dissolved club with an heir was merged into it.
    `reminded_days`: so many days before a meeting members are reminded, 0 on its morning.
    """

    __tablename__ = "clubs"
    __table_args__ = (
        CheckConstraint("status IN ('operating', 'planned', 'paused', 'dissolved')", name="status"),
    )

    name: Mapped[str]
    display_name: Mapped[str] = mapped_column(default="")
    commune_code: Mapped[str] = mapped_column(index=True)
    founded_on: Mapped[date | None]
    decision: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default=ClubStatus.OPERATING)
    status_on: Mapped[date | None]
    old_district_code: Mapped[str | None]
    phone: Mapped[str] = mapped_column(default="")
    meeting_note: Mapped[str] = mapped_column(Text, default="")
    shows_meetings: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    proposal: Mapped[str] = mapped_column(Text, default="", server_default="")
    proposing_agency: Mapped[str] = mapped_column(default="", server_default="")
    decided_on: Mapped[date | None]
    file_number: Mapped[str] = mapped_column(default="", server_default="")
    venue: Mapped[str] = mapped_column(default="", server_default="")
    venue_address: Mapped[str] = mapped_column(default="", server_default="")
    venue_capacity: Mapped[int | None]
    heir_pid: Mapped[str | None]
    reminded_days: Mapped[str] = mapped_column(default="2 0", server_default="2 0")


class ClubState(Identified, Base):
    """A state that a club was moved to, from a day to the next one's. A club has none while its
    row says all: an import, which states the whole, empties its history."""

    __tablename__ = "club_states"
    __table_args__ = (
        CheckConstraint("status IN ('operating', 'planned', 'paused', 'dissolved')", name="status"),
    )

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"), index=True)
    status: Mapped[str]
    from_on: Mapped[date]


class BoardMember(Public, Base):
    """A post of the board and who holds it, from a day to a day."""

    __tablename__ = "board_members"
    __table_args__ = (
        UniqueConstraint("club_id", "post", "name", "from_on"),
        CheckConstraint("to_on IS NULL OR to_on >= from_on", name="days"),
    )

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"), index=True)
    post: Mapped[str]
    name: Mapped[str]
    agency: Mapped[str] = mapped_column(default="")
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class Membership(Public, Base):
    """A client in a club from a day to a day, both included; one open membership a club.

    `left_for` is why, in one of the words of `LEFT_FOR`, where the member left and said so.
    """

    __tablename__ = "memberships"
    __table_args__ = (
        UniqueConstraint("club_id", "client_id", "joined_on"),
        CheckConstraint("left_on IS NULL OR left_on >= joined_on", name="days"),
        Index(
            "uq_memberships_open",
            "club_id",
            "client_id",
            unique=True,
            sqlite_where=text("left_on IS NULL"),
            postgresql_where=text("left_on IS NULL"),
        ),
    )

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"), index=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    joined_on: Mapped[date]
    left_on: Mapped[date | None]
    left_for: Mapped[str] = mapped_column(default="", server_default="")

    club: Mapped[Club] = relationship(lazy="raise_on_sql")
    client: Mapped[Client] = relationship(lazy="raise_on_sql")

    @hybrid_method
    def in_force(self, day: date) -> bool:
        """Whether this makes the client a member on the day: the one rule, here and in SQL."""
        return self.joined_on <= day and (self.left_on is None or self.left_on >= day)

    @in_force.inplace.expression  # type: ignore[attr-defined, untyped-decorator]
    @classmethod
    def _in_force(cls, day: date) -> ColumnElement[bool]:
        return and_(cls.joined_on <= day, or_(cls.left_on.is_(None), cls.left_on >= day))


class MeetingSeries(Public, Versioned, Base):
    """When a club meets again and again; `rule` is in the form of `recurrence.rules.coded`."""

    __tablename__ = "meeting_series"
    __table_args__ = (
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="days"),
        CheckConstraint("ends > starts", name="hours"),
    )

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"), index=True)
    rule: Mapped[str]
    starts: Mapped[time]
    ends: Mapped[time]
    place: Mapped[str]
    agenda: Mapped[str] = mapped_column(Text, default="")
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    ended_at: Mapped[datetime | None]

    club: Mapped[Club] = relationship(lazy="raise_on_sql")


class SeriesDate(Identified, Base):
    """A day that the rule of a series gave, and the meeting that was made of it, wherever that was
    moved since; without one the day was left out by choice."""

    __tablename__ = "series_dates"
    __table_args__ = (UniqueConstraint("series_id", "original_on"),)

    series_id: Mapped[int] = mapped_column(ForeignKey("meeting_series.id"))
    original_on: Mapped[date]
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"), unique=True)

    series: Mapped[MeetingSeries] = relationship(lazy="raise_on_sql")
    meeting: Mapped["Meeting | None"] = relationship(lazy="raise_on_sql")


class Meeting(Coded, Versioned, Base):
    """A meeting of a club: when, where, what about, and what was said (minutes).

    `guests` and `family` are who came beside the members: numbers, never names.
    """

    __tablename__ = "meetings"
    __table_args__ = (
        CheckConstraint("ends_at IS NULL OR ends_at > starts_at", name="hours"),
        Index("ix_meetings_club_starts", "club_id", "starts_at"),
    )

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"))
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime | None]
    place: Mapped[str] = mapped_column(default="")
    agenda: Mapped[str] = mapped_column(Text, default="")
    minutes: Mapped[str] = mapped_column(Text, default="")
    cancelled_at: Mapped[datetime | None]
    cancelled_reason: Mapped[str] = mapped_column(default="")
    moved_reason: Mapped[str | None]
    guests: Mapped[int | None]
    family: Mapped[int | None]
    chair: Mapped[str] = mapped_column(default="", server_default="")
    secretary: Mapped[str] = mapped_column(default="", server_default="")

    club: Mapped[Club] = relationship(lazy="raise_on_sql")

    @property
    def day(self) -> date:
        """The day it is held on, in Viet Nam: who was a member on it is on its roll."""
        return clock.local(self.starts_at).date()

    @property
    def has_come(self) -> bool:
        """Whether that day has come and the meeting was not called off."""
        return self.cancelled_at is None and self.day <= clock.today()

    @property
    def starts(self) -> time:
        """When it begins, by a Vietnamese clock."""
        return clock.local(self.starts_at).time()

    @property
    def ends(self) -> time | None:
        """When it ends, by a Vietnamese clock."""
        return clock.local(self.ends_at).time() if self.ends_at else None


class AttendanceKind(Identified, Base):
    """A mark of the roll and what it counts as: present, absent, or ignored."""

    __tablename__ = "attendance_kinds"
    __table_args__ = (
        CheckConstraint("counts_as IN ('present', 'absent', 'ignored')", name="counts_as"),
    )

    code: Mapped[str] = mapped_column(unique=True)
    counts_as: Mapped[str]
    position: Mapped[int]


class Attendance(Identified, Base):
    """The mark of one member at one meeting."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "client_id"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    status: Mapped[str] = mapped_column(ForeignKey("attendance_kinds.code"))
    noted_at: Mapped[datetime]


class Answer(Public, Base):
    """A member's "I come" or "I can't", with the apology they wrote.

    `earlier_at` is the time that they answered for, where the meeting was moved since: they are
    asked again.
    """

    __tablename__ = "answers"
    __table_args__ = (UniqueConstraint("meeting_id", "client_id"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    comes: Mapped[bool]
    apology_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    answered_at: Mapped[datetime]
    earlier_at: Mapped[datetime | None]

    client: Mapped[Client] = relationship(lazy="raise_on_sql")
    apology = Sealed(owner="client")


class ClubReport(Identified, Base):
    """A club's report for a period, and the day it was sent."""

    __tablename__ = "club_reports"
    __table_args__ = (UniqueConstraint("club_id", "period"),)

    club_id: Mapped[int] = mapped_column(ForeignKey("clubs.id"), index=True)
    period: Mapped[str]
    sent_on: Mapped[date | None]


class CounsellingPoint(Coded, Versioned, Base):
    """A counselling point with its hours, open from a day to a day, both included."""

    __tablename__ = "counselling_points"
    __table_args__ = (CheckConstraint("closed_on IS NULL OR closed_on >= opened_on", name="days"),)

    name: Mapped[str]
    commune_code: Mapped[str] = mapped_column(index=True)
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    hours: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=1, server_default="1")
