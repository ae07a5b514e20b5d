"""Joining a class: a copy of name and phone goes to the provider, with consent for that alone."""

from portal.access import Actor
from portal.journeys.models import Step, StepKind
from portal.journeys.service.openings import open_class
from portal.journeys.service.steps import GIVEN_ON_SCREEN, consent_to_copy, take
from portal.people import service as people
from portal.people.models import Client
from portal.training import service as training

GIVEN_TO_PROVIDER = ("name", "phone")


def enrol_in_class(actor: Actor, class_pid: str) -> Step:
    """Enrol the actor, or put them on the waiting list of a full class.

    They have just read what the provider will see and agreed to it.
    """
    return enrol(actor, people.own_client(actor), class_pid)


def enrol(
    actor: Actor, client: Client, class_pid: str, *, given_how: str = GIVEN_ON_SCREEN
) -> Step:
    """Enrol a person who has agreed, in the way `given_how` says, to what the provider will see."""
    held = open_class(class_pid)
    step = take(actor, client, StepKind.ENROLLED, opening_kind="class", opening_code=held.code)
    consent_to_copy(
        actor,
        step,
        viewer=f"provider/{held.course.provider.pid}",
        fields=GIVEN_TO_PROVIDER,
        to_on=held.ends_on,
        given_how=given_how,
    )
    learner = training.enrol(class_pid, name=client.name, phone=client.phone)
    step.copy_pid = learner.pid
    return step
