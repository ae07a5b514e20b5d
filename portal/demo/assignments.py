"""Who answers in the demo for communes that have people and no club."""

from datetime import timedelta

from portal import clock
from portal.demo.people import full_name
from portal.demo.seats import PROVINCE
from portal.demo.world import World, keep
from portal.targets.models import Assignment
from portal.targets.service import gaps
from portal.targets.service.assignments import target_of

OFFICES = ("Phó Chủ tịch UBND", "Trưởng Công an", "Chủ tịch Hội Phụ nữ")
ASSIGNED = 9


def add_assignments(world: World) -> None:
    """For most of the largest gaps somebody answers, to be done by the end of the year."""
    own = world.apart("assignments")
    keep(
        _assignment(own, gap.commune_code, gap.name)
        for nth, gap in enumerate(gaps(PROVINCE)[: ASSIGNED * 3 // 2])
        if nth % 3 < 2
    )


def _assignment(world: World, commune: str, name: str) -> Assignment:
    person = full_name(world.rng, world.rng.choice(("male", "female")))
    plan, target = target_of(commune) or (None, None)
    return Assignment(
        pid=world.pid(),
        plan_number=plan.number if plan else "",
        target_id=target.id if target else "",
        place_code=commune,
        answerable=f"{person}, {world.rng.choice(OFFICES)} {name}",
        due_on=clock.month_end(world.today + timedelta(days=world.rng.randint(10, 35))),
        note="",
        entered_at=world.at_work(world.ago(5, 40)),
    )
