"""The roster of a class, as its provider keeps it. Nothing tells where a learner came from."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, select

from portal import audit, contact
from portal.access import Actor
from portal.db import session
from portal.messages.service import queue
from portal.text import name_key
from portal.training.models import (
    LEFT,
    MOVES,
    SEATED,
    Certificate,
    Course,
    Learner,
    Standing,
    TrainingClass,
)
from portal.training.service import seats
from portal.training.service.classes import get_class
from portal.training.service.scope import one, visible_learners
from portal.vault import read

SET_BY_HAND = (Standing.COMPLETED, Standing.DROPPED, Standing.WITHDRAWN)


@dataclass(frozen=True)
class Entry:
    """A learner as a roster shows them."""

    pid: str
    name: str
    phone: str
    standing: Standing
    ended_on: date | None
    certificate_number: str | None
    certified_on: date | None
    offer_ends_on: date | None

    @property
    def due_certificate(self) -> bool:
        """Completed, and no certificate in force."""
        return self.standing is Standing.COMPLETED and self.certified_on is None


@dataclass(frozen=True)
class Roster:
    """A class with its learners by name, those who were offered a seat and those who wait in
    their order, and those who left."""

    held: TrainingClass
    course_pid: str
    title: str
    certificates_due: bool
    seated: list[Entry]
    offered: list[Entry]
    waiting: list[Entry]
    left: list[Entry]


def read_roster(actor: Actor, class_pid: str) -> Roster:
    """The roster of a class in scope; that it was read is on record."""
    held = get_class(actor, class_pid)
    audit.record(actor, "read_list", f"class/{class_pid}")
    entries = _entries(held)
    course = session().get_one(Course, held.course_id)
    return Roster(
        held,
        course.pid,
        course.title,
        course.certificate and any(entry.due_certificate for entry in entries),
        _by_name(entries, *SEATED),
        [entry for entry in entries if entry.standing is Standing.OFFERED],
        [entry for entry in entries if entry.standing is Standing.WAITING],
        _by_name(entries, *LEFT),
    )


def get_learner(actor: Actor, pid: str) -> Learner:
    """A learner of one of the actor's own classes."""
    return one(visible_learners(actor), Learner.pid == pid)


def read_learner(actor: Actor, pid: str) -> tuple[Learner, TrainingClass]:
    """A learner with their class; that the entry was read is on record."""
    learner = get_learner(actor, pid)
    audit.record(actor, "read", f"learner/{pid}")
    return learner, session().get_one(TrainingClass, learner.class_id)


def outcomes(learner: Learner) -> list[Standing]:
    """What the provider may mark the learner as, from where they stand."""
    if learner.standing == Standing.OFFERED:
        return []  # they answer the offer first
    allowed = MOVES[Standing(learner.standing)]
    return [standing for standing in SET_BY_HAND if standing in allowed]


def add_learner(actor: Actor, class_pid: str, *, name: str, phone: str) -> Learner:
    """A provider's own learner: the same seats and the same waiting list as everyone's."""
    learner = seats.enrol(get_class(actor, class_pid).pid, name=name, phone=contact.phone(phone))
    audit.record(actor, "add_learner", f"learner/{learner.pid}")
    return learner


def answer_offer(actor: Actor, learner_pid: str, *, takes: bool, reason: str = "") -> Learner:
    """Write down what a learner said to the seat they were offered; whoever it is is told."""
    learner = get_learner(actor, learner_pid)
    act = "accept_seat" if takes else "decline_seat"
    audit.record(actor, act, f"learner/{learner_pid}")
    if takes:
        seats.accept(learner_pid)
        queue("seat_found", {"learner": learner_pid})
    else:
        seats.decline(learner_pid, reason=reason)
        queue("seat_lost", {"learner": learner_pid})
    return learner


def _entries(held: TrainingClass) -> list[Entry]:
    """In the order in which they joined."""
    in_force = and_(Certificate.learner_id == Learner.id, Certificate.revoked_on.is_(None))
    query = select(Learner).outerjoin(Certificate, in_force).where(Learner.class_id == held.id)
    columns = query.with_only_columns(
        Learner.pid,
        Learner.name_sealed,
        Learner.phone_sealed,
        Learner.key_wrapped,
        Learner.standing,
        Learner.ended_on,
        func.coalesce(Certificate.number, Learner.certificate_number).label("certificate_number"),
        Learner.certified_on,
        Learner.offer_ends_on,
    ).order_by(Learner.joined_at, Learner.id)
    return [
        Entry(
            row.pid,
            read(f"learners/{row.pid}/name_sealed", row.name_sealed, row.pid, row.key_wrapped),
            read(f"learners/{row.pid}/phone_sealed", row.phone_sealed, row.pid, row.key_wrapped),
            Standing(row.standing),
            row.ended_on,
            row.certificate_number,
            row.certified_on,
            row.offer_ends_on,
        )
        for row in session().execute(columns)
    ]


def _by_name(entries: list[Entry], *standings: Standing) -> list[Entry]:
    chosen = (entry for entry in entries if entry.standing in standings)
    return sorted(chosen, key=lambda entry: name_key(entry.name))
