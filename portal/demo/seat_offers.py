"""The weeks of the demo's classes to come, and a full class whose free seats are being offered."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from portal import clock
from portal.demo.people import full_name
from portal.demo.rosters import full_classes
from portal.demo.world import Lesson, Member, World, keep
from portal.journeys.models import Step, StepKind
from portal.journeys.service.joining import GIVEN_TO_PROVIDER
from portal.journeys.service.steps import GIVEN_ON_SCREEN
from portal.people.models import Consent
from portal.trades.vocabulary import SHIFTS, from_bits
from portal.training.models import (
    HOLDING,
    LEFT,
    OFFER_DAYS,
    Learner,
    Standing,
    TrainingClass,
    WeeklySession,
)

SEATS = 8
# how the full class stands, in the order in which they came
ROSTER = (
    *[Standing.ENROLLED] * 6,
    Standing.WITHDRAWN,
    Standing.LAPSED,
    Standing.DECLINED,
    Standing.OFFERED,
    Standing.OFFERED,
    Standing.WAITING,
    Standing.WAITING,
)
WEEKDAYS, WEEKEND = range(5), (5, 6)
HOURS = {
    "morning": (time(7, 30), time(11, 0)),
    "afternoon": (time(13, 30), time(16, 30)),
    "evening": (time(18, 0), time(20, 30)),
    "weekend": (time(8, 0), time(11, 30)),
}
STREETS = ("Đồng Khởi", "Nguyễn Ái Quốc", "Phạm Văn Thuận", "Hùng Vương", "Bùi Văn Hòa")


def add_timetables(world: World) -> None:
    """Every other class to come has its weekly hours and its street."""
    own = world.apart("timetables")
    coming = [lesson.held for lesson in world.lessons if lesson.held.starts_on > world.today]
    for held in coming[::2]:
        held.address = _address(own)
        keep(_week(held))


def add_seat_offers(world: World) -> None:
    """A full class of the demo's own provider: one said no, one not a word, one left; their seats
    are offered, one to the demo's own member; two wait. And a class that opens for enrolment."""
    own = world.apart("seat offers")
    lesson = full_classes(world)[0]
    full = _class(own, lesson, 1, starts_in=21)
    _class(own, lesson, 2, starts_in=45).enrol_from = own.today + timedelta(days=5)
    member = own.clients[0]
    offered = ROSTER.index(Standing.OFFERED)
    for place, standing in enumerate(ROSTER):
        learner = _learner(own, full, standing, place, member if place == offered else None)
        full.taken += standing in HOLDING
        keep([learner])
        if place == offered:
            keep(_agreed(own, lesson, full, learner, member))


def _class(world: World, lesson: Lesson, serial: int, *, starts_in: int) -> TrainingClass:
    starts_on = world.today + timedelta(days=starts_in)
    held = TrainingClass(
        pid=world.pid(),
        code=f"lh-{len(world.lessons) + serial:03}",
        course_id=lesson.course.id,
        commune_code=world.home.code,
        address=_address(world),
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=90),
        enrol_by=starts_on - timedelta(days=5),
        shifts=lesson.held.shifts,
        seats=SEATS,
        min_seats=SEATS // 2,
        taken=0,
    )
    keep([held])
    keep(_week(held))
    return held


def _week(held: TrainingClass) -> Iterator[WeeklySession]:
    words = from_bits(held.shifts, SHIFTS)
    for word in words:
        starts, ends = HOURS[word]
        for weekday in WEEKEND if word == "weekend" else WEEKDAYS:
            yield WeeklySession(class_id=held.id, weekday=weekday, starts=starts, ends=ends)


def _learner(
    world: World, held: TrainingClass, standing: Standing, place: int, member: Member | None
) -> Learner:
    name = full_name(world.rng, world.rng.choice(("male", "female")))
    asked_on = world.today - timedelta(days=1)
    learner = Learner(
        pid=world.pid(),
        class_id=held.id,
        standing=standing,
        joined_at=world.at_work(world.today - timedelta(days=30 - place)),
    )
    learner.name = member.person.name if member else name
    learner.phone = member.client.phone if member else world.phone()
    if standing == Standing.OFFERED:
        learner.offer_ends_on = asked_on + timedelta(days=OFFER_DAYS)
    if standing in (Standing.LAPSED, Standing.DECLINED):
        learner.offer_ends_on = asked_on - timedelta(days=1)
    if standing in LEFT:
        learner.key_wrapped = learner.name_sealed = learner.phone_sealed = None
        learner.ended_on = asked_on
    if standing == Standing.DECLINED:
        learner.declined_for = "hours"
    return learner


def _agreed(
    world: World, lesson: Lesson, held: TrainingClass, learner: Learner, member: Member
) -> Iterator[Step | Consent]:
    step = Step(
        pid=world.pid(),
        client_id=member.client.id,
        kind=StepKind.ENROLLED,
        opening_kind="class",
        opening_code=held.code,
        copy_pid=learner.pid,
        taken_at=learner.joined_at,
    )
    yield step
    yield Consent(
        pid=world.pid(),
        client_id=step.client_id,
        basis="consent",
        purpose=f"enrolment/{step.pid}",
        viewer=f"provider/{lesson.school.provider.pid}",
        fields=" ".join(GIVEN_TO_PROVIDER),
        from_on=_day(learner),
        to_on=held.ends_on,
        given_how=GIVEN_ON_SCREEN,
        given_at=learner.joined_at,
    )


def _address(world: World) -> str:
    return f"{world.rng.randint(2, 320)} {world.rng.choice(STREETS)}"


def _day(learner: Learner) -> date:
    return clock.local(learner.joined_at).date()
