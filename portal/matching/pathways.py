"""Classes that open the way to work: what would match after one of them, and does not now."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from portal.matching.arrays import Classes, Vacancies
from portal.matching.judge import Judged
from portal.matching.rows import ClassRow, ClientRow, VacancyRow
from portal.matching.topk import best

MOST_PATHWAYS = 10


@dataclass(frozen=True)
class Pathway:
    """A class, and the open seats of vacancies that would match with what it teaches."""

    code: str
    unlocks: int


def offers(classes: Judged[Classes]) -> list[ClassRow]:
    """Every class the person matches, listed or not, best first."""
    rows = classes.pairs.openings.rows
    return [rows[i] for i in best(classes.score, classes.matches, len(rows))]


def pathways(
    client: ClientRow, vacancies: Judged[Vacancies], found: list[ClassRow]
) -> list[Pathway]:
    """The classes worth most, in open seats; equal ones as they stand (score, then code)."""
    lacks = _seats_by_lack(client, vacancies)
    worth = [
        Pathway(row.code, sum(n for lack, n in lacks.items() if lack <= row.teaches))
        for row in found
    ]
    worth.sort(key=lambda pathway: -pathway.unlocks)
    return [pathway for pathway in worth[:MOST_PATHWAYS] if pathway.unlocks]


def class_that_mends(client: ClientRow, vacancy: VacancyRow, found: list[ClassRow]) -> str | None:
    """The best class that teaches every must the person lacks."""
    lack = vacancy.must - client.held
    return next((row.code for row in found if lack <= row.teaches), None)


def _seats_by_lack(client: ClientRow, vacancies: Judged[Vacancies]) -> Counter[frozenset[str]]:
    """Seats by what is missing for them, where skills are the only criterion missing."""
    rows, held = vacancies.pairs.openings.rows, client.held
    seats: Counter[frozenset[str]] = Counter()
    for i in np.flatnonzero(vacancies.lacking_skills).tolist():
        seats[rows[i].must - held] += rows[i].seats_left
    return seats
