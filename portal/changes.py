"""What changed, for those above who count or compare: noted in the transaction of the change.

A service that adds, alters or removes something counted or matched notes it here; the matching
snapshot and the summaries read on from the last number they have seen.
"""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified, session

NEWEST = 500  # more than are ever written at once by transactions side by side


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
    session().info["changed"] = True
    session().info.setdefault("noted", {}).setdefault(kind, set()).add(subject)
    session().add(Change(kind=kind, subject=subject, place_code=place, on=day, n=n))


def version() -> int:
    """A number that every committed change makes higher: equal numbers mean nothing has changed.

    The sum, not the highest, of the newest numbers: a slow transaction may commit a lower one
    after a higher one has been seen.
    """
    newest = select(Change.id).order_by(Change.id.desc()).limit(NEWEST).subquery()
    return int(session().scalar(select(func.sum(newest.c.id))) or 0)


def own() -> bool:
    """Whether the current transaction has noted a change, which may yet be rolled back."""
    return bool(session().info.get("changed"))


def take_noted() -> dict[str, set[str]]:
    """The subjects of all that this transaction has noted since they were last taken, by kind."""
    noted: dict[str, set[str]] = session().info.pop("noted", {})
    return noted
