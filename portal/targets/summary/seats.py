"""Where what is counted stands: on today's map, and in the district of its own day."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from portal import clock
from portal.places import service as places


class Seat(NamedTuple):
    """The commune and province of today, and the district of the day; None where not known."""

    commune_code: str | None
    district_code: str | None
    province_code: str | None


Seating = Callable[[str, date | None, date | None], Seat]


def seating() -> Seating:
    """A function (commune, the day its code is of, the day counted) that says where that stands.

    A commune without a known successor stands nowhere on today's map. Without both days no
    district is known: people have no history of residence. It remembers what it has found, so it
    lives as long as one reading.
    """
    today = clock.today()

    @cache
    def now(commune: str, since: date | None) -> tuple[str | None, str | None]:
        heir = places.default_successor(commune, today, since=since)
        return heir, places.province_of(heir, today) if heir else None

    def seat(commune: str, since: date | None, day: date | None) -> Seat:
        heir, province = now(commune, since)
        return Seat(heir, _district(commune, since, day) if since and day else None, province)

    return seat


def _district(commune: str, since: date, day: date) -> str | None:
    stood = places.default_successor(commune, day, since=since)
    return places.district_of(stood, day) if stood else None
