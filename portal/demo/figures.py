"""What officers of the demo have reported, and its register of trained staff."""

from collections.abc import Iterator
from datetime import date

from portal.access import Role
from portal.demo.club_life import club_life
from portal.demo.people import full_name
from portal.demo.seats import PROVINCE
from portal.demo.world import World, keep
from portal.targets.indicators import INDICATORS
from portal.targets.models import Figure, StaffTraining
from portal.targets.plans import Plan, Target, all_plans

SOURCES = ("Báo cáo năm của Công an tỉnh", "Báo cáo tổng kết của UBND xã", "Số liệu Sở Y tế")
STAFF, UNTRAINED = 48, 0.08
TRAINED_SINCE = date(2024, 9, 1)


def add_figures(world: World) -> None:
    """A figure for each year of each target that officers report, in plans that name a place."""
    keep(
        [
            _figure(world, plan, target, year)
            for plan in all_plans()
            if plan.place
            for target in plan.targets
            if INDICATORS[target.indicator].count is None
            for year in range(target.first.year, (target.last or target.first).year + 1)
        ]
    )


def add_staff_training(world: World) -> None:
    """The register of courses; a few are not completed yet."""
    keep(row for serial in range(1, world.many(STAFF) + 1) for row in _register(world, serial))


def _register(world: World, serial: int) -> Iterator[StaffTraining]:
    life = club_life()
    name = full_name(world.rng, world.rng.choice(("male", "female")))
    role, place = world.rng.choice(life.staff_roles), world.commune().place
    for course in world.rng.sample(life.staff_courses, world.rng.randint(1, 3)):
        yield StaffTraining(
            pid=world.pid(),
            person_code=f"cb-{serial:03}",
            name=name,
            place_code=place.code,
            role=role,
            course=course,
            completed_on=_completed_on(world),
        )


def _figure(world: World, plan: Plan, target: Target, year: int) -> Figure:
    whole = world.rng.randint(40, 900)
    share = min(1.0, max(0.05, target.value / 100 + world.rng.uniform(-0.08, 0.12)))
    return Figure(
        pid=world.pid(),
        indicator=target.indicator,
        place_code=plan.place,
        period=f"{year:04}",
        numerator=round(whole * share),
        denominator=whole,
        source=world.rng.choice(SOURCES),
        entered_at=world.at_work(world.ago(20, 200)),
        entered_by=world.users[f"{Role.OFFICER}/{PROVINCE}"].pid,
    )


def _completed_on(world: World) -> date | None:
    untrained = world.rng.random() < UNTRAINED
    return None if untrained else world.day(TRAINED_SINCE, world.ago(10, 30))
