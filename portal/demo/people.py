"""Invented persons: a name, a phone that nobody has, and wishes and skills that belong together."""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import TypeVar

from portal.demo.openings import courses, jobs
from portal.demo.words import read

T = TypeVar("T")

# 054 was the land lines of Huế until 2017 and has been given to no mobile network since: the plan
# of 05 numbers leaves it out, so no demo message or call can ever reach someone. It has the shape
# of a mobile number (0 and nine digits); a check of given-out ranges would refuse it.
PHONE_PREFIX = "054"
PHONES = 10**7

MEN = 0.94
EDUCATION = {0: 3, 1: 15, 2: 42, 3: 26, 4: 7, 5: 4, 6: 3}
HOUSEHOLD = {"poor": 8, "near_poor": 13, "other": 79}
WISHES = {0: 8, 1: 42, 2: 34, 3: 16}
WISH_DIGITS = {4: 78, 3: 15, 2: 7}
MAX_KM = {5: 10, 10: 22, 15: 20, 20: 26, 25: 8, 30: 10, 40: 4}
MIN_WAGE = {0: 30, 5_000_000: 14, 6_000_000: 20, 7_000_000: 18, 8_000_000: 12, 9_000_000: 6}
LIMITS = {
    "heavy": 0.08,
    "heights": 0.12,
    "dust": 0.06,
    "chemicals": 0.09,
    "standing": 0.04,
    "driving": 0.08,
    "night": 0.22,
    "water": 0.03,
}
SHIFTS = {
    ("morning", "afternoon"): 40,
    ("morning", "afternoon", "weekend"): 22,
    ("morning", "afternoon", "evening", "weekend"): 10,
    ("morning", "afternoon", "evening", "night", "weekend"): 14,
    ("morning", "afternoon", "night"): 8,
    ("evening", "night", "weekend"): 3,
    ("morning",): 3,
}


@dataclass(frozen=True)
class Person:
    """What the demo knows of a person; `skills` are claimed, `proven` have a certificate."""

    name: str
    phone: str
    birth_year: int
    household: str
    education: int
    wanted: tuple[str, ...]
    skills: tuple[str, ...]
    proven: tuple[str, ...]
    limits: tuple[str, ...]
    shifts: tuple[str, ...]
    max_km: int
    min_wage: int


def person(rng: Random, serial: int, year: int) -> Person:
    """A member as they come in that year; `serial` makes the phone their own."""
    wanted = _wishes(rng)
    skills, proven = _skills(rng, wanted)
    return Person(
        name=full_name(rng, "male" if rng.random() < MEN else "female"),
        phone=phone(serial),
        birth_year=year - round(rng.triangular(19, 58, 31)),
        household=_weighted(rng, HOUSEHOLD),
        education=_weighted(rng, EDUCATION),
        wanted=wanted,
        skills=skills,
        proven=proven,
        limits=tuple(limit for limit, share in LIMITS.items() if rng.random() < share),
        shifts=_weighted(rng, SHIFTS),
        max_km=_weighted(rng, MAX_KM),
        min_wage=_weighted(rng, MIN_WAGE),
    )


def full_name(rng: Random, sex: str) -> str:
    """Family, middle and given name of one people, `sex` being male or female."""
    peoples = read("names")["people"]
    people = rng.choices(peoples, [p["weight"] for p in peoples])[0]
    family = _weighted(rng, people["families"])
    given = rng.choice(people["given"][sex])
    taken = (family, given)  # no syllable comes twice in a row
    middles = [middle for middle in people["middle"][sex] if not middle.endswith(taken)]
    return " ".join(part for part in (family, rng.choice(middles), given) if part)


def phone(serial: int) -> str:
    """The phone of that number: mixed, so that neighbours differ, and never given twice."""
    return f"{PHONE_PREFIX}{serial * 7_368_787 % PHONES:07d}"


@cache
def skills_near(occupation: str) -> tuple[str, ...]:
    """Skills asked for or taught in occupations that share the first three digits."""
    asked = {s for j in jobs() if _near(j.occupation, occupation) for s in (*j.must, *j.nice)}
    taught = {s for c in courses() if _near(c.occupation, occupation) for s in c.teaches}
    return tuple(sorted(asked | taught))


def _near(occupation: str, wanted: str) -> bool:
    return occupation.startswith(wanted[:3])


def _wishes(rng: Random) -> tuple[str, ...]:
    """Occupations wanted, first choice first: mostly exact, some only a group."""
    codes = rng.sample(sorted({job.occupation for job in jobs()}), _weighted(rng, WISHES))
    return tuple(dict.fromkeys(code[: _weighted(rng, WISH_DIGITS)] for code in codes))


def _skills(rng: Random, wanted: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Some skills of the trades wanted, three in ten proven; most people ride a motorbike."""
    held = {"lai-xe-may"} if rng.random() < 0.6 else set()
    for code in wanted:
        near = skills_near(code)
        held.update(rng.sample(near, min(len(near), rng.randint(0, 3))))
    proven = tuple(skill for skill in sorted(held) if rng.random() < 0.3)
    return tuple(sorted(held - set(proven))), proven


def _weighted(rng: Random, weights: dict[T, int]) -> T:
    return rng.choices(list(weights), list(weights.values()))[0]
