"""What the State may add to a learner's costs: reckoned from amounts kept as data, never promised.

Whether somebody gets it is decided by others, on papers; this only says what the rule gives.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from portal import clock
from portal.db import session
from portal.training.models import AID_GROUPS, Course, CourseAid

LEVELS_AIDED = ("elementary", "short")
HOURS_A_DAY = 8
# Decision 46/2015/QĐ-TTg: fee at most, a meal a day, travel a course, from how many km
SOURCE, IN_FORCE = "Quyết định 46/2015/QĐ-TTg", date(2016, 1, 1)
AMOUNTS = {
    "disabled": (6_000_000, 30_000, 300_000, 5),
    "poor_minority": (4_000_000, 30_000, 200_000, 15),
    "priority": (3_000_000, 30_000, 200_000, 15),
    "near_poor": (2_500_000, 30_000, 200_000, 15),
    "other": (2_000_000, 30_000, 200_000, 15),
}


@dataclass(frozen=True)
class Circumstances:
    """What the amounts hang on, as the person says it."""

    group: str
    days: int
    km: int
    hard_area: bool = False  # their commune is one that the State lists as hard to live in
    used: bool = False  # they had such aid before: it is given once


@dataclass(frozen=True)
class Estimate:
    """The three amounts, the amounts of the rule they come from, and why there are none."""

    rate: CourseAid
    travel_rate: CourseAid
    fee: int = 0
    meals: int = 0
    travel: int = 0
    none_for: str = ""  # "used", "level"

    @property
    def total(self) -> int:
        """All together."""
        return self.fee + self.meals + self.travel


def estimate_aid(course: Course, said: Circumstances) -> Estimate:
    """The fee up to the group's limit, meals for each day of learning, travel from a distance on;
    who lives in a hard area has the travel of the disabled. Once a person, and only for elementary
    and short courses."""
    rates = _rates(clock.today())
    rate, travel = rates[said.group], rates["disabled" if said.hard_area else said.group]
    if said.used or course.level not in LEVELS_AIDED:
        return Estimate(rate, travel, none_for="used" if said.used else "level")
    return Estimate(
        rate,
        travel,
        fee=min(course.fee, rate.fee),
        meals=said.days * rate.meal_a_day,
        travel=travel.travel if said.km >= travel.travel_from_km else 0,
    )


def days_by_hours(course: Course) -> int:
    """The learning days of a course, where no timetable tells: eight hours a day."""
    return -(-course.hours // HOURS_A_DAY)


def load_aid() -> None:
    """The amounts that every installation has from its first day; what is there stays."""
    if session().scalar(select(CourseAid.id).limit(1)) is not None:
        return
    for group in AID_GROUPS:
        fee, meal, travel, km = AMOUNTS[group]
        session().add(
            CourseAid(
                aid_group=group,
                from_on=IN_FORCE,
                fee=fee,
                meal_a_day=meal,
                travel=travel,
                travel_from_km=km,
                source=SOURCE,
            )
        )


def _rates(day: date) -> dict[str, CourseAid]:
    """The amounts in force on a day, by group: of several the latest."""
    rows = session().scalars(
        select(CourseAid).where(CourseAid.from_on <= day).order_by(CourseAid.from_on)
    )
    return {row.aid_group: row for row in rows}
