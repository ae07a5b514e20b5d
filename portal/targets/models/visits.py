"""Monitoring visits, the checklist they go by, and what is to be done after them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified, Public, Versioned


class MonitoringVisit(Public, Versioned, Base):
    """A visit of a team to a place, perhaps to one of its clubs, and what was found."""

    __tablename__ = "monitoring_visits"

    place_code: Mapped[str] = mapped_column(index=True)
    club_id: Mapped[int | None] = mapped_column(ForeignKey("clubs.id"), index=True)
    held_on: Mapped[date]
    team: Mapped[str] = mapped_column(Text)
    findings: Mapped[str] = mapped_column(Text, default="")


class ChecklistItem(Identified, Base):
    """A question of the checklist; its words are in `register_labels.CHECKLIST`."""

    __tablename__ = "checklist_items"

    code: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]


class ChecklistAnswer(Identified, Base):
    """What a visit found on a question; a question without a row was not asked."""

    __tablename__ = "checklist_answers"
    __table_args__ = (
        UniqueConstraint("visit_id", "item"),
        CheckConstraint("answer IN ('yes', 'no', 'not_applicable')", name="answer"),
    )

    visit_id: Mapped[int] = mapped_column(ForeignKey("monitoring_visits.id"), index=True)
    item: Mapped[str] = mapped_column(ForeignKey("checklist_items.code"))
    answer: Mapped[str]
    remark: Mapped[str] = mapped_column(default="")


class FollowUp(Public, Base):
    """What is to be done after a visit, by whom and until when; open while `done_on` is blank."""

    __tablename__ = "follow_ups"

    visit_id: Mapped[int] = mapped_column(ForeignKey("monitoring_visits.id"), index=True)
    task: Mapped[str]
    responsible: Mapped[str]
    due_on: Mapped[date]
    done_on: Mapped[date | None]
