"""What changed, for those above who count or compare: noted in the transaction of the change.

A service that adds, alters or removes something counted or matched notes it here; the matching
snapshot and the summaries read on from the last number they have seen.
"""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified, session


class Change(Identified, Base):
    """One change: of what kind, of which record (public id), where, on which day, ±n."""

    __tablename__ = "changes"

    kind: Mapped[str]
    subject: Mapped[str]
    place_code: Mapped[str | None]
    on: Mapped[date | None]
    n: Mapped[int] = mapped_column(default=0)


def note(
    kind: str, subject: str, *, place: str | None = None, day: date | None = None, n: int = 0
) -> None:
    """Note a change of the record `subject` in the current transaction."""
    session().add(Change(kind=kind, subject=subject, place_code=place, on=day, n=n))


def version() -> int:
    """The number of the last change: equal numbers mean nothing has changed."""
    return session().scalar(select(func.max(Change.id))) or 0
