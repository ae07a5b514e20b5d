"""A roster: learners, never clients, and where each stands."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db import Base, Public
from portal.training.models.classes import TrainingClass
from portal.vault import KeyOwner, Sealed


class Standing(StrEnum):
    """Where a learner stands on a roster."""

    WAITING = "waiting"
    OFFERED = "offered"
    ENROLLED = "enrolled"
    DECLINED = "declined"
    LAPSED = "lapsed"
    UNSEATED = "unseated"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"
    DROPPED = "dropped"


MOVES = {
    Standing.WAITING: {Standing.OFFERED, Standing.UNSEATED, Standing.WITHDRAWN},
    Standing.OFFERED: {
        Standing.ENROLLED,
        Standing.DECLINED,
        Standing.LAPSED,
        Standing.WITHDRAWN,
    },
    Standing.ENROLLED: {Standing.WITHDRAWN, Standing.COMPLETED, Standing.DROPPED},
    Standing.DECLINED: set(),
    Standing.LAPSED: set(),
    Standing.UNSEATED: set(),
    Standing.WITHDRAWN: set(),
    Standing.COMPLETED: {Standing.ENROLLED},  # only undone: see endings.undo_completion
    Standing.DROPPED: set(),
}
OPEN = (Standing.WAITING, Standing.OFFERED, Standing.ENROLLED)


class DropReason(StrEnum):
    """Why somebody left a class before its end."""

    HEALTH = "health"
    FAMILY = "family"
    FOUND_WORK = "found_work"
    TOO_FAR = "too_far"
    COST = "cost"
    NOT_AS_EXPECTED = "not_as_expected"
    OTHER = "other"


SEATED = (Standing.ENROLLED, Standing.COMPLETED, Standing.DROPPED)
HOLDING = (Standing.OFFERED, *SEATED)  # each has one of the seats taken
LEFT = (Standing.DECLINED, Standing.LAPSED, Standing.UNSEATED, Standing.WITHDRAWN)  # no name kept

DECLINED_FOR = ("hours", "far", "cost", "other_class", "busy", "other")


class Learner(KeyOwner, Public, Base):
    """A person on a roster: copies of what they agreed to give, and nothing of where from.

    `certified_on` is the day of the certificate that is in force; `certificate_number` was noted
    before there was a register and is kept until it is entered there.
    """

    __tablename__ = "learners"

    class_id: Mapped[int] = mapped_column(ForeignKey("classes.id"), index=True)
    name_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    standing: Mapped[str]
    joined_at: Mapped[datetime]
    ended_on: Mapped[date | None]
    offer_ends_on: Mapped[date | None]
    declined_for: Mapped[str] = mapped_column(default="", server_default="")
    certificate_number: Mapped[str | None] = mapped_column(unique=True)
    certified_on: Mapped[date | None]
    dropped_why: Mapped[str | None]
    dropped_words_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    training_class: Mapped[TrainingClass] = relationship(lazy="raise_on_sql")
    name = Sealed()
    phone = Sealed()
    dropped_words = Sealed()
