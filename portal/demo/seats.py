"""Where people live in the demo province, and where and when its clubs are founded."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import hypot
from random import Random

from portal.places import service as places
from portal.places.service import Place

PROVINCE = "75"
PLAN_SIGNED = date(2024, 7, 25)
DISTRICTS_ENDED = date(2025, 6, 30)
COMMUNES, LARGE_WITHOUT_CLUB = 60, 5
NEAR = 15
# Two pilots in 2024, then eight in as many other districts in 2025: ten of eleven have a club.
BY_DISTRICT = (
    date(2024, 8, 20), date(2024, 10, 15), date(2025, 3, 12), date(2025, 4, 10), date(2025, 5, 22),
    date(2025, 6, 18), date(2025, 8, 14), date(2025, 9, 11), date(2025, 10, 22), date(2025, 12, 3),
)  # fmt: skip
ANYWHERE = (date(2026, 1, 15), date(2026, 2, 26), date(2026, 3, 12), date(2026, 4, 16))
CLUBS = len(BY_DISTRICT) + len(ANYWHERE)


@dataclass(frozen=True)
class Seat:
    """A club's founding: the commune as it is today, its code on that day, and the old district
    that is entered where it had ended by then."""

    founded_on: date
    commune: Place
    code_then: str
    old_district: str | None = None


@dataclass(frozen=True)
class Peopled:
    """A commune with the share of the province's people that live there."""

    place: Place
    weight: float


def choose_seats(rng: Random, today: date, number: int) -> list[Seat]:
    """The founding of so many clubs, each in a commune of its own."""
    districts = sorted({code for code in _districts_of_the_plan() if code})
    rng.shuffle(districts)
    seats: list[Seat] = []
    for founded_on, district in zip(BY_DISTRICT, districts, strict=False):
        seats.append(_in_district(rng, founded_on, district, today, seats))
    later = [*ANYWHERE, *(_later(rng, today) for _ in range(number - CLUBS))]
    free = _free(places.communes_of(PROVINCE, today), seats)
    for founded_on, commune in zip(later, rng.sample(free, len(later)), strict=True):
        seats.append(Seat(founded_on, commune, commune.code))
    return seats


def choose_communes(rng: Random, today: date, seats: list[Seat]) -> list[Peopled]:
    """Sixty communes with people: many where there is a club and in a few without, else some."""
    others = _free(places.communes_of(PROVINCE, today), seats)
    chosen = rng.sample(others, COMMUNES - len(seats))
    return [
        *(Peopled(seat.commune, rng.uniform(18, 30)) for seat in seats),
        *(Peopled(place, rng.uniform(14, 20)) for place in chosen[:LARGE_WITHOUT_CLUB]),
        *(Peopled(place, rng.uniform(1, 9)) for place in chosen[LARGE_WITHOUT_CLUB:]),
    ]


@cache
def near(commune_code: str, today: date) -> frozenset[str]:
    """The communes of the province nearest to one, itself among them."""
    x, y = _grid(places.unit_on(commune_code, today))
    others = {place.code: _grid(place) for place in places.communes_of(PROVINCE, today)}
    by_distance = sorted(others, key=lambda code: hypot(others[code][0] - x, others[code][1] - y))
    return frozenset(by_distance[:NEAR])


def _grid(place: Place) -> tuple[int, int]:
    return places.grid(place) or (0, 0)


def _districts_of_the_plan() -> set[str | None]:
    communes = places.communes_of(PROVINCE, PLAN_SIGNED)
    return {places.district_of(commune.code, PLAN_SIGNED) for commune in communes}


def _in_district(
    rng: Random, founded_on: date, district: str, today: date, taken: list[Seat]
) -> Seat:
    """A seat in what was a commune of the district on the day of the founding, or on the last day
    that there were districts."""
    since = min(founded_on, DISTRICTS_ENDED)
    grown = places.grown_into(district, since, today)
    heirs = sorted({code for code in grown.values() if code})
    commune = rng.choice(_free([places.unit_on(code, today) for code in heirs], taken))
    if founded_on > since:
        return Seat(founded_on, commune, commune.code, district)
    before = min(old for old, heir in grown.items() if heir == commune.code)
    return Seat(founded_on, commune, before)


def _free(communes: list[Place], taken: list[Seat]) -> list[Place]:
    codes = {seat.commune.code for seat in taken}
    return [commune for commune in communes if commune.code not in codes]


def _later(rng: Random, today: date) -> date:
    """When a larger province founds its further clubs: from autumn 2025 to two months ago."""
    first, last = date(2025, 9, 1), today - timedelta(days=60)
    return first + timedelta(days=rng.randint(0, (last - first).days))
