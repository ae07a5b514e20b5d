"""Vacancies and courses that the demo's employers and providers announce."""

from dataclasses import dataclass
from functools import cache
from math import ceil
from random import Random

from portal.demo.words import frozen, read

WAGE_STEP = 100_000


@dataclass(frozen=True)
class JobTemplate:
    """A vacancy before it has an employer; `wage` in multiples of the zone's monthly minimum."""

    business: str
    titles: tuple[str, ...]
    text: str
    occupation: str
    must: tuple[str, ...]
    nice: tuple[str, ...]
    education: int
    demands: tuple[str, ...]
    shifts: tuple[str, ...]
    wage: tuple[float, float]
    contract: str
    min_age: int
    accommodation: bool = False


@dataclass(frozen=True)
class CourseTemplate:
    """A course before it has a provider; `fee` in VND."""

    field: str
    titles: tuple[str, ...]
    text: str
    occupation: str
    level: str
    teaches: tuple[str, ...]
    education: int
    hours: int
    fee: int
    certificate: bool


@cache
def jobs() -> tuple[JobTemplate, ...]:
    """Every kind of vacancy."""
    return tuple(JobTemplate(**frozen(row)) for row in read("jobs")["job"])


@cache
def courses() -> tuple[CourseTemplate, ...]:
    """Every kind of course."""
    return tuple(CourseTemplate(**frozen(row)) for row in read("courses")["course"])


def job_text(rng: Random, job: JobTemplate) -> str:
    """The description with two sentences of the employer's own, so that two such jobs differ."""
    return " ".join([job.text, *rng.sample(read("jobs")["perks"], 2)])


def wages(rng: Random, job: JobTemplate, zone_minimum: int) -> tuple[int, int]:
    """A wage from and to in VND, rounded up: never under the zone's minimum, as the law asks."""
    local = rng.uniform(1.0, 1.06)
    lowest, highest = (ceil(zone_minimum * x * local / WAGE_STEP) * WAGE_STEP for x in job.wage)
    return lowest, highest
