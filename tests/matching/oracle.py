"""The rules read aloud, one pair at a time and in plain Python: what the lists must equal.

Nothing here comes from the arrays: sets are sets, sorting is sorting.
"""

import math
from collections.abc import Iterable
from datetime import date
from typing import Any

from portal.matching.rows import ClassRow, ClientRow, VacancyRow

Opening = VacancyRow | ClassRow
MENDABLE = {"skills", "shifts", "distance", "wage", "education"}


def squared_distance(client: ClientRow, opening: Opening) -> int | None:
    if client.lat is None or opening.lat is None:
        return 0 if client.commune == opening.commune else None
    q = round(math.cos(math.radians(opening.lat)) * 1024)
    dx = ((round(client.lon * 1111.95) - round(opening.lon * 1111.95)) * q) >> 10
    dy = round(client.lat * 1111.95) - round(opening.lat * 1111.95)
    return dx * dx + dy * dy


def within_reach(client: ClientRow, opening: Opening) -> bool:
    d2 = squared_distance(client, opening)
    return d2 is not None and d2 <= (client.max_km * 10) * (client.max_km * 10)


def yes(holds: bool) -> str:
    return "met" if holds else "missing"


def criteria(client: ClientRow, opening: Opening, on: date) -> dict[str, str]:
    opens = opening.opens_on or date.min
    closes = opening.closes_on or date.max
    words = {
        "open": yes(opens <= on <= closes),
        "seats": yes(opening.seats_left >= 1),
        "distance": yes(opening.accommodation or within_reach(client, opening)),
        "education": yes(client.education >= opening.education),
        "shifts": yes(opening.shifts | client.shifts == client.shifts),
        "limits": "met",
        "skills": "met",
        "wage": "met",
        "age": "met",
        "employer": "met",
    }
    if isinstance(opening, VacancyRow):
        words["limits"] = yes(not opening.demands & client.limits)
        words["skills"] = skills(client, opening)
        words["wage"] = wage(client, opening)
        words["age"] = yes(on.year - client.birth_year >= opening.min_age)
        words["employer"] = yes(opening.employer not in client.blocked)
    return words


def skills(client: ClientRow, vacancy: VacancyRow) -> str:
    if any(skill not in client.proven and skill not in client.claimed for skill in vacancy.must):
        return "missing"
    return "met" if all(skill in client.proven for skill in vacancy.must) else "unproven"


def highest_wage(vacancy: VacancyRow) -> int | None:
    return vacancy.wage_to if vacancy.wage_to is not None else vacancy.wage_from


def wage(client: ClientRow, vacancy: VacancyRow) -> str:
    offered = highest_wage(vacancy)
    if not client.min_wage:
        return "met"
    if offered is None:
        return "unproven"
    return yes(10 * offered >= 9 * client.min_wage)


def by_common_prefix(client: ClientRow, opening: Opening, points: list[int], no_wish: int) -> int:
    def common(wish: str) -> int:
        length = 0
        while length < len(wish) and wish[length] == opening.occupation[length]:
            length += 1
        return length

    return max((points[common(wish)] for wish in client.wanted), default=no_wish)


def by_distance(client: ClientRow, opening: Opening, most: int) -> int:
    d2, r2 = squared_distance(client, opening), (client.max_km * 10) ** 2
    return most * (r2 - d2) // r2 if d2 is not None and d2 <= r2 else 0


def by_skills(client: ClientRow, vacancy: VacancyRow) -> int:
    asked = vacancy.must | vacancy.nice
    if not asked:
        return 125
    proven = len([skill for skill in asked if skill in client.proven])
    claimed = len([s for s in asked if s in client.claimed and s not in client.proven])
    return 250 * (2 * proven + claimed) // (2 * len(asked))


def by_wage(client: ClientRow, vacancy: VacancyRow) -> int:
    offered, wanted = highest_wage(vacancy), client.min_wage
    if not wanted:
        return 75
    if offered is None:
        return 0
    half = max(wanted // 2, 1)
    return 150 * min(max(offered - wanted, 0), half) // half


def points(client: ClientRow, opening: Opening) -> dict[str, int]:
    if isinstance(opening, VacancyRow):
        return {
            "occupation": by_common_prefix(client, opening, [0, 80, 180, 260, 350], 175),
            "skills": by_skills(client, opening),
            "distance": by_distance(client, opening, 200),
            "wage": by_wage(client, opening),
            "stability": {"indefinite": 50, "year": 35, "short": 15, "none": 0}[opening.contract],
        }
    covered = opening.fee == 0 or opening.fee <= client.aid
    return {
        "occupation": by_common_prefix(client, opening, [0, 100, 230, 340, 450], 225),
        "distance": by_distance(client, opening, 250),
        "cost": 200 if covered else 100 if client.aid > 0 else 0,
        "certificate": 100 if opening.certificate else 0,
    }


def score(client: ClientRow, opening: Opening) -> int:
    return sum(points(client, opening).values())


def missing(client: ClientRow, opening: Opening, on: date) -> list[str]:
    return [name for name, word in criteria(client, opening, on).items() if word == "missing"]


def ranked(client: ClientRow, openings: Iterable[Opening]) -> list[Any]:
    return sorted(openings, key=lambda opening: (-score(client, opening), opening.code))


def matches(client: ClientRow, openings: Iterable[Opening], on: date) -> list[Any]:
    fitting = [o for o in openings if o.code not in client.taken and not missing(client, o, on)]
    return ranked(client, fitting)


def pathways(
    client: ClientRow, vacancies: list[VacancyRow], classes: list[ClassRow], on: date
) -> list[dict[str, Any]]:
    def opened_by(training_class: ClassRow, vacancy: VacancyRow) -> bool:
        lack = vacancy.must - client.proven - client.claimed
        alone = missing(client, vacancy, on) == ["skills"]
        return alone and vacancy.code not in client.taken and not lack - training_class.teaches

    worths = [
        (sum(v.seats_left for v in vacancies if opened_by(c, v)), score(client, c), c.code)
        for c in matches(client, classes, on)
    ]
    worths = sorted(worths, key=lambda worth: (-worth[0], -worth[1], worth[2]))
    return [{"class": code, "unlocks": n} for n, _, code in worths if n > 0][:10]


def client_lists(
    client: ClientRow, vacancies: list[VacancyRow], classes: list[ClassRow], on: date
) -> dict[str, Any]:
    def listed(opening: Opening) -> dict[str, Any]:
        return {
            "code": opening.code,
            "score": score(client, opening),
            "criteria": criteria(client, opening, on),
            "points": points(client, opening),
        }

    def nearly(opening: Opening) -> bool:
        lacks = missing(client, opening, on)
        return opening.code not in client.taken and len(lacks) == 1 and lacks[0] in MENDABLE

    near = ranked(client, [o for o in [*vacancies, *classes] if nearly(o)])[:20]
    return {
        "client": client.code,
        "on": on.isoformat(),
        "vacancies": [listed(o) for o in matches(client, vacancies, on)[:20]],
        "classes": [listed(o) for o in matches(client, classes, on)[:20]],
        "near": [
            {
                "code": o.code,
                "kind": "vacancy" if isinstance(o, VacancyRow) else "class",
                "missing": missing(client, o, on)[0],
            }
            for o in near
        ],
        "pathways": pathways(client, vacancies, classes, on),
    }


def opening_list(opening: Opening, clients: list[ClientRow], on: date) -> dict[str, Any]:
    fitting = [c for c in clients if matches(c, [opening], on)]
    fitting.sort(key=lambda client: (-score(client, opening), client.code))
    people = [{"code": c.code, "score": score(c, opening)} for c in fitting[:50]]
    return {"opening": opening.code, "clients": people}
