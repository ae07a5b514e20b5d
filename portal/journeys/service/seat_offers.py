"""A seat that fell free and is offered to a member who waited: taken, or not and why."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from portal.access import Actor
from portal.db import session
from portal.errors import NotFound
from portal.journeys.models import Step
from portal.journeys.service.steps import end_step, get_own_step, note
from portal.people import service as people
from portal.training import service as training
from portal.training.models import Course, Learner, Provider, Standing, TrainingClass


@dataclass(frozen=True)
class SeatOffer:
    """A seat with its class, and the last day to answer."""

    pid: str
    title: str
    at_whom: str
    held: TrainingClass
    answer_by: date | None

    @property
    def starts_on(self) -> date:
        """The first day of the class."""
        return self.held.starts_on


def get_own_seat_offer(actor: Actor, step_pid: str) -> SeatOffer:
    """The seat that the member is offered by one of their steps, while they may answer."""
    step = get_own_step(actor, step_pid)
    row = session().execute(
        select(Learner.offer_ends_on, TrainingClass, Course.title, Provider.name)
        .join(TrainingClass, TrainingClass.id == Learner.class_id)
        .join(Course, Course.id == TrainingClass.course_id)
        .join(Provider, Provider.id == Course.provider_id)
        .where(Learner.pid == step.copy_pid, Learner.standing == Standing.OFFERED)
    )
    found = row.one_or_none()
    if found is None:
        raise NotFound
    answer_by, held, title, at_whom = found
    return SeatOffer(step.pid, title, at_whom, held, answer_by)


def accept_seat(actor: Actor, step_pid: str) -> Step:
    """The member takes the seat: they are enrolled."""
    get_own_seat_offer(actor, step_pid)
    step = get_own_step(actor, step_pid)
    training.accept(step.copy_pid or "")
    note(actor, step, people.own_client(actor), "accept_seat", n=0)
    return step


def decline_seat(actor: Actor, step_pid: str, *, reason: str) -> Step:
    """The member does not want it, for a reason that the provider may read: their step ends, and
    their consent to the copy of name and phone."""
    get_own_seat_offer(actor, step_pid)
    training.decline(get_own_step(actor, step_pid).copy_pid or "", reason=reason)
    return end_step(actor, step_pid)
