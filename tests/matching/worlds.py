"""Small invented worlds, dense in ties, edges and blanks; and single rows to bend by hand."""

import random
from datetime import date, timedelta
from typing import Any, NamedTuple

from portal.matching.arrays import Snapshot
from portal.matching.rows import ClassRow, ClientRow, VacancyRow
from portal.trades.vocabulary import CONTRACTS

ON = date(2026, 11, 21)
HOME = {"commune": "26068", "lat": 10.95, "lon": 106.85}
# Two of no known place; the others west, east, north and south of one another, near and far.
PLACES = [
    HOME,
    {"commune": "26071", "lat": 10.97, "lon": 106.71},
    {"commune": "26074", "lat": 11.12345, "lon": 107.0},
    {"commune": "26077", "lat": 10.8, "lon": 106.99},
    {"commune": "26080", "lat": None, "lon": None},
    {"commune": "26083", "lat": None, "lon": None},
    {"commune": "00001", "lat": 21.0468, "lon": 105.84811},
]
OCCUPATIONS = ["7212", "7213", "7223", "7531", "8153", "9211", "0110"]
WISHES = ["7", "72", "721", "7212", "7213", "75", "8153", "9", "0", "01", "61"]
SKILLS = ["han-mig", "may", "xay", "lai-xe"]
HEADS = ["a", "B", "é", "z", "đ", "\uffee", "\U0001f600", "a0", "A-"]


class World(NamedTuple):
    """Rows in no order."""

    clients: list[ClientRow]
    vacancies: list[VacancyRow]
    classes: list[ClassRow]

    def snapshot(self) -> Snapshot:
        return Snapshot(*self)


def client(**changes: Any) -> ClientRow:
    """Somebody at home whom `vacancy()` and `training_class()` fit."""
    own = {"code": "c1", "birth_year": 1990, "education": 3, "shifts": 0b11111}
    return ClientRow(**HOME | own | changes)


def vacancy(**changes: Any) -> VacancyRow:
    own = {"code": "v1", "employer": "e1", "occupation": "7212", "seats_left": 1}
    return VacancyRow(**HOME | own | {"closes_on": ON} | changes)


def training_class(**changes: Any) -> ClassRow:
    own = {"code": "k1", "occupation": "7212", "seats_left": 1, "closes_on": ON}
    return ClassRow(**HOME | own | changes)


def world(seed: int, *, clients: int, vacancies: int, classes: int) -> World:
    """The same seed gives the same world."""
    dice = random.Random(seed)
    openings = _codes(dice, vacancies + classes)
    return World(
        [_client(dice, code, openings) for code in _codes(dice, clients)],
        [_vacancy(dice, code) for code in openings[:vacancies]],
        [_class(dice, code) for code in openings[vacancies:]],
    )


def _codes(dice: random.Random, number: int) -> list[str]:
    codes = [f"{dice.choice(HEADS)}{i}" for i in range(number)]
    dice.shuffle(codes)
    return codes


def _some(dice: random.Random, words: list[str], most: int) -> frozenset[str]:
    return frozenset(dice.sample(words, dice.randint(0, min(most, len(words)))))


def _window(dice: random.Random) -> tuple[date | None, date | None]:
    """Without an end, open, opened just today, not yet; the other end likewise."""
    opens_on = dice.choice([None, ON - timedelta(9), ON, ON, ON + timedelta(1)])
    closes_on = dice.choice([None, ON + timedelta(9), ON, ON, ON - timedelta(1)])
    return opens_on, closes_on


def _client(dice: random.Random, code: str, openings: list[str]) -> ClientRow:
    return ClientRow(
        code=code,
        **dice.choice([HOME, HOME, *PLACES]),
        birth_year=dice.choice([1960, 1990, 2008, 2009]),
        education=dice.randint(0, 6),
        wanted=_some(dice, WISHES, 3),
        proven=_some(dice, SKILLS, 3),
        claimed=_some(dice, SKILLS, 2),
        limits=dice.choice([0, 0, 1, 0b110]),
        shifts=dice.choice([0b11111, 0b11111, 0b11111, 0b111, 1, 0]),
        max_km=dice.choice([1, 12, 16, 20, 20, 35, 3000]),
        min_wage=dice.choice([0, 1, 5_000_001, 6_000_000, 8_000_000]),
        blocked=_some(dice, ["e1", "e2", "e3"], 1),
        aid=dice.choice([0, 2_500_000, 3_000_000]),
        taken=_some(dice, openings, 4),
    )


def _shared(dice: random.Random, code: str) -> dict[str, Any]:
    return dice.choice([HOME, HOME, *PLACES]) | {
        "code": code,
        "occupation": dice.choice(OCCUPATIONS),
        "education": dice.choice([0, 0, 0, 2, 5]),
        "shifts": dice.choice([0, 0, 1, 0b11, 0b10000]),
        "accommodation": dice.random() < 0.2,
        "seats_left": dice.choice([0, 1, 1, 2, 7]),
    }


def _vacancy(dice: random.Random, code: str) -> VacancyRow:
    opens_on, closes_on = _window(dice)
    wage_from = dice.choice([None, 5_000_000, 5_400_000, 7_200_000])
    return VacancyRow(
        **_shared(dice, code),
        opens_on=opens_on,
        closes_on=closes_on,
        employer=dice.choice(["e1", "e2", "e3", "e4"]),
        must=_some(dice, SKILLS, 2),
        nice=_some(dice, SKILLS, 2),
        wage_from=wage_from,
        wage_to=dice.choice([None, None, 0, 9_000_000]),
        demands=dice.choice([0, 0, 1, 0b1010]),
        contract=dice.choice(CONTRACTS),
        min_age=dice.choice([0, 0, 18]),
    )


def _class(dice: random.Random, code: str) -> ClassRow:
    return ClassRow(
        **_shared(dice, code),
        closes_on=_window(dice)[1],
        teaches=_some(dice, SKILLS, 3),
        fee=dice.choice([0, 2_500_000, 2_500_001, 9_000_000]),
        certificate=dice.random() < 0.5,
    )
