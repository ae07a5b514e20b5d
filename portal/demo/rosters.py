"""Who sits in the demo's classes: the providers' own learners and members among them, unmarked."""

from collections.abc import Iterator
from datetime import date, timedelta

from portal import clock
from portal.demo.people import full_name
from portal.demo.seats import near
from portal.demo.world import Lesson, Member, World, keep
from portal.journeys.models import Step, StepKind
from portal.journeys.service.joining import GIVEN_TO_PROVIDER
from portal.journeys.service.steps import GIVEN_ON_SCREEN
from portal.people.models import Consent
from portal.training.models import SEATED, Learner, Standing

FULL_EVERY, WAITING = 9, 3
SHARE_OF_MEMBERS, COMPLETE = 0.2, 0.85


def add_learners(world: World) -> None:
    """A roster for each class: seats filled in part, each ninth class to come is full and has
    people waiting. The demo's own member sits in the first class to come that is not full."""
    full = full_classes(world)
    members_own = members_own_class(world)
    learners: list[Learner | Consent] = []
    for lesson in world.lessons:
        number = _number(world, lesson, full=lesson in full)
        people = _members(world, lesson, round(number * SHARE_OF_MEMBERS))
        if lesson is members_own:
            people = [world.clients[0], *people]
        roster = [*people, *[None] * (number - len(people))]
        world.rng.shuffle(roster)
        learners.extend(_seat(world, lesson, roster))
    keep(learners)


def full_classes(world: World) -> list[Lesson]:
    """Those with people waiting; the first one's provider is the demo's own."""
    return _coming(world)[::FULL_EVERY]


def members_own_class(world: World) -> Lesson:
    """The one in which the demo's own member sits: not full, and as near as may be."""
    free = [lesson for lesson in _coming(world) if lesson not in full_classes(world)]
    around = near(world.home.code, world.today)
    return next((lesson for lesson in free if lesson.held.commune_code in around), free[0])


def _coming(world: World) -> list[Lesson]:
    return [lesson for lesson in world.lessons if lesson.held.enrol_by >= world.today]


def _number(world: World, lesson: Lesson, *, full: bool) -> int:
    seats = lesson.held.seats
    if full:
        return seats + WAITING
    share = world.rng.uniform(0.15, 0.8)
    return max(2, round(seats * (share if lesson.held.starts_on > world.today else 0.2 + share)))


def _members(world: World, lesson: Lesson, number: int) -> list[Member]:
    """Those around who want such work; others from around where they are too few."""
    around = near(lesson.held.commune_code, world.today)
    here = world.living_in(around)
    wish = lesson.template.occupation[:2]
    keen = [m for m in here if any(code.startswith(wish) for code in m.person.wanted)]
    pool = keen if len(keen) >= number else here
    return world.rng.sample(pool, min(number, len(pool)))


def _seat(world: World, lesson: Lesson, roster: list[Member | None]) -> Iterator[Learner | Consent]:
    for position, member in enumerate(roster):
        learner = _learner(world, lesson, member, position)
        lesson.held.taken += learner.standing in SEATED
        if member:
            step = _step(world, lesson, member, learner)
            world.steps.append(step)
            yield _consent(world, lesson, step)
        yield learner


def _learner(world: World, lesson: Lesson, member: Member | None, position: int) -> Learner:
    name = full_name(world.rng, world.rng.choice(("male", "female")))
    joined_on = min(lesson.held.enrol_by, world.today) - timedelta(days=world.rng.randint(1, 25))
    learner = Learner(
        pid=world.pid(),
        class_id=lesson.held.id,
        standing=Standing.ENROLLED if position < lesson.held.seats else Standing.WAITING,
        joined_at=world.at_work(joined_on),
    )
    learner.name = member.person.name if member else name
    learner.phone = member.client.phone if member else world.phone()
    if _is_over(lesson, world.today):
        _finish(world, lesson, learner, position)
    return learner


def _is_over(lesson: Lesson, day: date) -> bool:
    return lesson.held.ends_on is not None and lesson.held.ends_on < day


def _finish(world: World, lesson: Lesson, learner: Learner, position: int) -> None:
    learner.ended_on = lesson.held.ends_on
    learner.standing = Standing.DROPPED
    if world.rng.random() < COMPLETE:
        learner.standing = Standing.COMPLETED
        if lesson.template.certificate:
            learner.certificate_number = f"CC-{lesson.held.code[3:]}-{position + 1:02}"
            learner.certified_on = learner.ended_on


def _step(world: World, lesson: Lesson, member: Member, learner: Learner) -> Step:
    return Step(
        pid=world.pid(),
        client_id=member.client.id,
        kind=StepKind.ENROLLED,
        opening_kind="class",
        opening_code=lesson.held.code,
        copy_pid=learner.pid,
        taken_at=learner.joined_at,
        ended_on=learner.ended_on,
    )


def _consent(world: World, lesson: Lesson, step: Step) -> Consent:
    return Consent(
        pid=world.pid(),
        client_id=step.client_id,
        basis="consent",
        purpose=f"enrolment/{step.pid}",
        viewer=f"provider/{lesson.school.provider.pid}",
        fields=" ".join(GIVEN_TO_PROVIDER),
        from_on=clock.local(step.taken_at).date(),
        to_on=lesson.held.ends_on,
        given_how=GIVEN_ON_SCREEN,
        given_at=step.taken_at,
    )
