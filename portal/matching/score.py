"""The score, 0 to 1000: points by part, in integers and floor division only."""

import numpy as np

from portal.matching.arrays import Classes, Ints, Vacancies
from portal.matching.pairs import Pairs

VACANCY_PARTS = {"occupation": 350, "skills": 250, "distance": 200, "wage": 150, "stability": 50}
CLASS_PARTS = {"occupation": 450, "distance": 250, "cost": 200, "certificate": 100}

# Points by the digits that occupation and wish have in common, and without a wish.
VACANCY_OCCUPATION = np.array([0, 80, 180, 260, 350])
CLASS_OCCUPATION = np.array([0, 100, 230, 340, 450])


def points_of_vacancy(pairs: Pairs[Vacancies]) -> Ints:
    """Points of shape (parts, pairs), in the order of VACANCY_PARTS."""
    parts = [
        _occupation(pairs, VACANCY_OCCUPATION, 175),
        _skills(pairs),
        _distance(pairs, VACANCY_PARTS["distance"]),
        _wage(pairs),
        pairs.openings.stability,
    ]
    return _stack(parts, pairs.size)


def points_of_class(pairs: Pairs[Classes]) -> Ints:
    """Points of shape (parts, pairs), in the order of CLASS_PARTS."""
    parts = [
        _occupation(pairs, CLASS_OCCUPATION, 225),
        _distance(pairs, CLASS_PARTS["distance"]),
        _cost(pairs),
        pairs.openings.certificate * CLASS_PARTS["certificate"],
    ]
    return _stack(parts, pairs.size)


def _occupation(
    pairs: Pairs[Vacancies] | Pairs[Classes], by_prefix: Ints, without_wish: int
) -> Ints:
    return np.where(pairs.clients.wishes > 0, by_prefix[pairs.prefix], without_wish)


def _skills(pairs: Pairs[Vacancies]) -> Ints:
    """A proven skill counts twice, a claimed one once: held + proven."""
    asks = pairs.openings.asks
    share = 250 * (pairs.asked_held + pairs.asked_proven) // (2 * np.maximum(asks, 1))
    return np.where(asks > 0, share, 125)


def _distance(pairs: Pairs[Vacancies] | Pairs[Classes], most: int) -> Ints:
    reach2 = pairs.clients.reach2
    return most * (reach2 - np.minimum(pairs.d2, reach2)) // reach2


def _wage(pairs: Pairs[Vacancies]) -> Ints:
    """By agreement stands as a wage of 0, which is above no wish and so earns 0."""
    wanted = pairs.clients.min_wage
    half = np.maximum(wanted // 2, 1)
    above = np.clip(pairs.openings.wage - wanted, 0, half)
    return np.where(wanted > 0, 150 * above // half, 75)


def _cost(pairs: Pairs[Classes]) -> Ints:
    fee, aid = pairs.openings.fee, pairs.clients.aid
    return np.where(fee <= aid, 200, np.where(aid > 0, 100, 0))


def _stack(parts: list[Ints], size: int) -> Ints:
    return np.stack([np.broadcast_to(part, size) for part in parts])
