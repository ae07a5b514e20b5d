"""Criteria and score together: every pair judged, before anything is listed."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic

import numpy as np

from portal.matching import criteria, score
from portal.matching.arrays import Bools, Classes, Ints, Vacancies
from portal.matching.criteria import BIT, CRITERIA, MENDABLE, Bits
from portal.matching.pairs import Kind, Pairs

# By what is missing: is it one thing alone, and one that the person can mend?
NEARLY: Bools = np.zeros(1 << len(CRITERIA), dtype=np.bool_)
NEARLY[[BIT[name] for name in MENDABLE]] = True


@dataclass(frozen=True)
class Judged(Generic[Kind]):
    """Masks and points of every pair; `most` names the parts and what each can earn."""

    pairs: Pairs[Kind]
    missing: Bits
    unproven: Bits
    points: Ints
    most: dict[str, int]

    @cached_property
    def score(self) -> Ints:
        total: Ints = self.points.sum(axis=0)
        return total

    @cached_property
    def free(self) -> Bools:
        """Neither applied to, enrolled or placed in, nor turned down: such are in no list."""
        free: Bools = self.pairs.taken == 0
        return free

    @cached_property
    def matches(self) -> Bools:
        fits: Bools = (self.missing == 0) & self.free
        return fits

    @cached_property
    def nearly(self) -> Bools:
        """Exactly one criterion missing, which the person can mend."""
        return NEARLY[self.missing] & self.free

    @cached_property
    def lacking_skills(self) -> Bools:
        """Skills the only criterion missing."""
        lacking: Bools = (self.missing == BIT["skills"]) & self.free
        return lacking

    def states_of(self, row: int) -> dict[str, str]:
        return criteria.states(int(self.missing[row]), int(self.unproven[row]))

    def points_of(self, row: int) -> dict[str, int]:
        return dict(zip(self.most, self.points[:, row].tolist(), strict=True))


def judge_vacancies(pairs: Pairs[Vacancies], on: date) -> Judged[Vacancies]:
    """Pairs of people and vacancies."""
    return Judged(
        pairs,
        criteria.missing_of_vacancy(pairs, on),
        criteria.unproven_of_vacancy(pairs),
        score.points_of_vacancy(pairs),
        score.VACANCY_PARTS,
    )


def judge_classes(pairs: Pairs[Classes], on: date) -> Judged[Classes]:
    """Pairs of people and classes."""
    return Judged(
        pairs,
        criteria.missing_of_class(pairs, on),
        criteria.unproven_of_class(pairs),
        score.points_of_class(pairs),
        score.CLASS_PARTS,
    )
