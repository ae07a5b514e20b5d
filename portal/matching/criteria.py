"""The ten criteria, all of which must hold for a match.

The state of a pair is two bit masks over CRITERIA: what is missing, and what is held but not
proven. Everything else is met; so are, for a class, the criteria that only a vacancy has.
"""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from portal.matching.arrays import Bools, Classes, Vacancies
from portal.matching.pairs import Pairs

Bits = NDArray[np.int16]

CRITERIA = (
    "open",
    "seats",
    "distance",
    "education",
    "shifts",
    "limits",
    "skills",
    "wage",
    "age",
    "employer",
)
BIT = {name: np.int16(1 << i) for i, name in enumerate(CRITERIA)}

# What a person can mend: missing one of these alone makes a near match.
MENDABLE = ("skills", "shifts", "distance", "wage", "education")


def missing_of_class(pairs: Pairs[Classes], on: date) -> Bits:
    """A class asks only what every opening asks."""
    return _bits(_missing_of_any(pairs, on), pairs.size)


def missing_of_vacancy(pairs: Pairs[Vacancies], on: date) -> Bits:
    """A vacancy asks besides: limits, skills, wage (10 * wage >= 9 * wanted), age, employer."""
    people, jobs = pairs.clients, pairs.openings
    wanted = people.min_wage
    own = {
        "limits": (jobs.demands & people.limits) != 0,
        "skills": pairs.must_held < jobs.musts,
        "wage": (10 * jobs.wage < 9 * wanted) & ~jobs.by_agreement,
        "age": on.year - people.birth_year < jobs.min_age,
        "employer": pairs.blocked > 0,
    }
    return _bits(_missing_of_any(pairs, on) | own, pairs.size)


def unproven_of_class(pairs: Pairs[Classes]) -> Bits:
    """A class asks for nothing that would need proof."""
    return _bits({}, pairs.size)


def unproven_of_vacancy(pairs: Pairs[Vacancies]) -> Bits:
    """A must that is only claimed; a wage by agreement where the person wants a certain one."""
    people, jobs = pairs.clients, pairs.openings
    every_must = pairs.must_held == jobs.musts
    doubtful = {
        "skills": every_must & (pairs.must_proven < jobs.musts),
        "wage": jobs.by_agreement & (people.min_wage > 0),
    }
    return _bits(doubtful, pairs.size)


def states(missing: int, unproven: int) -> dict[str, str]:
    """All ten in words, for one pair."""
    return {name: _state(missing >> i & 1, unproven >> i & 1) for i, name in enumerate(CRITERIA)}


def _missing_of_any(pairs: Pairs[Vacancies] | Pairs[Classes], on: date) -> dict[str, Bools]:
    people, openings, day = pairs.clients, pairs.openings, on.toordinal()
    return {
        "open": (day < openings.opens_on) | (openings.closes_on < day),
        "seats": openings.seats_left < 1,
        "distance": (pairs.d2 > people.reach2) & ~openings.accommodation,
        "education": people.education < openings.education,
        "shifts": (openings.shifts & ~people.shifts) != 0,
    }


def _bits(where: dict[str, Bools], size: int) -> Bits:
    bits = np.zeros(size, dtype=np.int16)
    for name, true in where.items():
        bits |= true * BIT[name]
    return bits


def _state(missing: int, unproven: int) -> str:
    return "missing" if missing else "unproven" if unproven else "met"
