"""What the indicators count of work: classes ended, jobs found and kept, talks held."""

from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import select

from portal import clock
from portal.db import session
from portal.journeys.models import RetentionCheck, Step, StepKind
from portal.people.models import Client, Note
from portal.training.models import SEATED, Learner, TrainingClass


class SeatRow(NamedTuple):
    """A seat in a class that somebody took by a step of theirs."""

    person: int
    commune_code: str
    class_ends_on: date | None
    certified_on: date | None

    @property
    def ended_on(self) -> date | None:
        """The last day of the class; one without ended with the certificate."""
        return self.class_ends_on or self.certified_on


class PlacementRow(NamedTuple):
    """A job that somebody was given, on the day in Viet Nam."""

    id: int
    person: int
    commune_code: str
    placed_on: date


class TalkRow(NamedTuple):
    """A consultation."""

    id: int
    person: int
    commune_code: str
    held_on: date


class WorkRecords:
    """Everything of work that is counted, as the transaction sees it."""

    @cached_property
    def seats(self) -> list[SeatRow]:
        """Every seat behind which a client stands; a provider's own learners are not ours."""
        rows = (
            select(Step.client_id, Client.commune_code, TrainingClass.ends_on, Learner.certified_on)
            .join(Client, Client.id == Step.client_id)
            .join(Learner, Learner.pid == Step.copy_pid)
            .join(TrainingClass, TrainingClass.id == Learner.class_id)
            .where(Step.kind == StepKind.ENROLLED, Learner.standing.in_(SEATED))
        )
        return [SeatRow(*row) for row in session().execute(rows)]

    @cached_property
    def placements(self) -> list[PlacementRow]:
        """Every job found, the earliest first, also one that has ended since."""
        rows = (
            select(Step.id, Step.client_id, Client.commune_code, Step.taken_at)
            .join(Client, Client.id == Step.client_id)
            .where(Step.kind == StepKind.PLACED)
            .order_by(Step.taken_at, Step.id)
        )
        return [PlacementRow(*row[:3], _day(row[3])) for row in session().execute(rows)]

    @cached_property
    def kept(self) -> dict[tuple[int, int], date]:
        """When somebody said that a job still lasted, by placement and months."""
        rows = select(RetentionCheck.step_id, RetentionCheck.months, RetentionCheck.asked_on)
        asked = session().execute(rows.where(RetentionCheck.kept))
        return {(step, months): asked_on for step, months, asked_on in asked}

    @cached_property
    def talks(self) -> list[TalkRow]:
        """Every consultation."""
        rows = (
            select(Note.id, Note.client_id, Client.commune_code, Note.held_on)
            .join(Client, Client.id == Note.client_id)
            .where(Note.kind == "consultation")
        )
        return [TalkRow(*row) for row in session().execute(rows)]


def _day(instant: datetime) -> date:
    return clock.local(instant).date()
