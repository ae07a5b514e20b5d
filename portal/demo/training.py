"""The demo's training providers, their courses and classes."""

from datetime import date, timedelta
from itertools import cycle, islice

from portal.demo import organisations
from portal.demo.openings import CourseTemplate, courses
from portal.demo.seats import near
from portal.demo.world import Lesson, School, World, keep
from portal.trades.vocabulary import SHIFTS, to_bits
from portal.training.models import Approval, Course, CourseSkill, Provider, TrainingClass

PROVIDERS, PENDING, COURSES, CLASSES = 15, 2, 45, 90
OPENED = date(2024, 9, 1)
HOURS_A_WEEK = 20
SEATS = (12, 15, 15, 18, 20, 24)
TIMES = (
    ("morning", "afternoon"),
    ("morning",),
    ("evening",),
    ("evening", "weekend"),
    ("weekend",),
)
PAST, RUNNING = 0.3, 0.45


def add_providers(world: World) -> None:
    """The last ones have registered these days and wait for the officer's approval."""
    number = world.many(PROVIDERS)
    for serial, made in enumerate(organisations.providers(world.rng, number), 1):
        pending = serial > number - world.many(PENDING)
        registered_on = world.ago(1, 9) if pending else world.day(OPENED, world.ago(200, 300))
        provider = Provider(
            pid=world.pid(),
            code=f"cs-{serial:03}",
            name=made.name,
            commune_code=(world.home if serial == 1 else world.commune().place).code,
            phone=world.phone(),
            email=made.email,
            approval=Approval.PENDING if pending else Approval.APPROVED,
            registered_at=world.at_work(registered_on),
        )
        world.schools.append(School(provider, made.does))
    keep(school.provider for school in world.schools)


def add_classes(world: World) -> None:
    """The approved providers in turn teach what belongs to their fields; each course is held
    about twice: some classes are over, some run, most are to come."""
    offered = _offers(world)
    keep(course for _, course, _ in offered)
    keep(skill for _, course, template in offered for skill in _skills(course, template))
    for serial in range(1, world.many(CLASSES) + 1):
        school, course, template = offered[serial % len(offered)]
        held = _class(world, serial, school, course)
        world.lessons.append(Lesson(school, course, held, template))
    keep(lesson.held for lesson in world.lessons)


def _offers(world: World) -> list[tuple[School, Course, CourseTemplate]]:
    approved = [s for s in world.schools if s.provider.approval == Approval.APPROVED]
    templates = {
        school.provider.id: cycle([t for t in courses() if t.field in school.fields])
        for school in approved
    }
    found = []
    for serial, school in enumerate(islice(cycle(approved), world.many(COURSES)), 1):
        template = next(templates[school.provider.id])
        found.append((school, _course(world, serial, school, template), template))
    return found


def _course(world: World, serial: int, school: School, template: CourseTemplate) -> Course:
    return Course(
        pid=world.pid(),
        code=f"kh-{serial:03}",
        provider_id=school.provider.id,
        title=world.rng.choice(template.titles),
        description=template.text,
        occupation=template.occupation,
        level=template.level,
        education=template.education,
        hours=template.hours,
        fee=template.fee,
        certificate=template.certificate,
    )


def _skills(course: Course, template: CourseTemplate) -> list[CourseSkill]:
    return [CourseSkill(course_id=course.id, skill=skill) for skill in template.teaches]


def _class(world: World, serial: int, school: School, course: Course) -> TrainingClass:
    weeks = timedelta(weeks=max(2, course.hours // HOURS_A_WEEK))
    starts_on = _start(world, weeks)
    at_school = world.rng.random() < 0.6
    home = school.provider.commune_code
    commune = home if at_school else world.rng.choice(sorted(near(home, world.today)))
    return TrainingClass(
        pid=world.pid(),
        code=f"lh-{serial:03}",
        course_id=course.id,
        commune_code=commune,
        starts_on=starts_on,
        ends_on=starts_on + weeks,
        enrol_by=starts_on - timedelta(days=world.rng.randint(2, 7)),
        shifts=to_bits(world.rng.choice(TIMES), SHIFTS),
        seats=world.rng.choice(SEATS),
        taken=0,
        accommodation=world.rng.random() < 0.1,
    )


def _start(world: World, weeks: timedelta) -> date:
    chance = world.rng.random()
    if chance < PAST:
        return world.ago(20, 300) - weeks
    if chance < RUNNING:
        return world.today - weeks * world.rng.uniform(0.2, 0.8)
    return world.today + timedelta(days=world.rng.randint(10, 60))
