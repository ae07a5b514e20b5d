"""What clubs, coordinators and case officers of the demo write, and where they meet."""

from dataclasses import dataclass
from functools import cache
from random import Random

from portal.demo.words import frozen, read


@dataclass(frozen=True)
class ClubLife:
    """Texts to choose from; `need_remarks` and `need_answers` are by kind of need."""

    club_names: tuple[str, ...]
    venues: tuple[str, ...]
    streets: tuple[str, ...]
    agendas: tuple[str, ...]
    minutes: tuple[str, ...]
    apologies: tuple[str, ...]
    cancellations: tuple[str, ...]
    visits: tuple[str, ...]
    consultations: tuple[str, ...]
    tasks: tuple[str, ...]
    doers: tuple[str, ...]
    corrections: tuple[str, ...]
    board_posts: tuple[str, ...]
    agencies: tuple[str, ...]
    staff_roles: tuple[str, ...]
    staff_courses: tuple[str, ...]
    counselling_hours: tuple[str, ...]
    need_remarks: dict[str, list[str]]
    need_answers: dict[str, list[str]]


@cache
def club_life() -> ClubLife:
    """All of it, read once."""
    return ClubLife(**frozen(read("club_life")))


def venue(rng: Random, commune: str) -> str:
    """Where a club of that commune ("Xã Phú Lý") meets."""
    return _placed(rng.choice(club_life().venues), commune)


def address(rng: Random, commune: str) -> str:
    """A house in that commune; the number and the street are not known to go together."""
    street = rng.choice(club_life().streets)
    return _placed(f"{rng.randint(1, 480)} {street}, {{commune}}", commune)


def _placed(pattern: str, commune: str) -> str:
    hamlet = "ấp" if commune.startswith("Xã") else "khu phố"
    return pattern.format(commune=f"{commune[:1].lower()}{commune[1:]}", hamlet=hamlet)
