"""When a class meets each week, and which shifts of the day that takes."""

from collections.abc import Iterable
from datetime import time

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified
from portal.trades.vocabulary import SHIFTS, to_bits

SATURDAY = 5
# the parts of a day: from when, to when
PARTS = {
    "morning": (time(5), time(12)),
    "afternoon": (time(12), time(18)),
    "evening": (time(18), time(22)),
}


class WeeklySession(Identified, Base):
    """A class meets on this day of each week (0 is Monday), from an hour to an hour."""

    __tablename__ = "weekly_sessions"
    __table_args__ = (
        UniqueConstraint("class_id", "weekday", "starts"),
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("ends > starts", name="hours"),
    )

    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"))
    weekday: Mapped[int]
    starts: Mapped[time]
    ends: Mapped[time]


def shifts_of(sessions: Iterable[WeeklySession]) -> int:
    """The shifts that somebody must be free in: the weekend, or on other days parts of the day."""
    return to_bits({word for session in sessions for word in _words(session)}, SHIFTS)


def _words(session: WeeklySession) -> Iterable[str]:
    if session.weekday >= SATURDAY:
        return ("weekend",)
    words = [name for name, (first, last) in PARTS.items() if _touches(session, first, last)]
    night = session.starts < PARTS["morning"][0] or session.ends > PARTS["evening"][1]
    return [*words, "night"] if night else words


def _touches(session: WeeklySession, first: time, last: time) -> bool:
    return session.starts < last and session.ends > first
