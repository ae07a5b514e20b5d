"""The figures of plans 257 and Hà Đông reckoned a second time, slowly, from the bare records.

It shares nothing with the program but the reading of the rules: places come from the files, the
maps are three, and every question is asked of every record anew.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

from portal.places.loading import DATA

Row = dict[str, Any]
FIRST, LAST = date.min, date.max
MERGERS = (date(2025, 1, 1), date(2025, 7, 1))


def _day(text: str, blank: date) -> date:
    return date.fromisoformat(text) if text else blank


def _read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


UNITS: defaultdict[str, list[tuple[date, date, str]]] = defaultdict(list)
COMMUNES = set()
for unit in _read("units.csv"):
    since, until = _day(unit["valid_from"], FIRST), _day(unit["valid_to"], LAST)
    UNITS[unit["code"]].append((since, until, unit["parent_code"]))
    if unit["level"] == "commune":
        COMMUNES.add((unit["code"], since))
HEIRS = {
    row["old_code"]: row["new_code"] for row in _read("successors.csv") if row["is_default"] == "1"
}


def stands(code: str, day: date) -> tuple[date, date, str] | None:
    """The row of the code that is in force on the day."""
    return next((row for row in UNITS[code] if row[0] <= day <= row[1]), None)


def within(code: str, place: str, day: date) -> bool:
    """Whether the unit lies in the place on the day."""
    while code != place:
        row = stands(code, day)
        if row is None or not row[2]:
            return False
        code = row[2]
    return True


def era(day: date) -> int:
    """Which of the three maps."""
    return sum(day >= merger for merger in MERGERS)


def forward(code: str, since: date, day: date) -> str | None:
    """The code of what stands on the later day where the code stood; None: not known."""
    first, second = MERGERS
    if since < first <= day and not stands(code, first):
        return None
    return HEIRS.get(code) if since < second <= day else code


@cache
def communes_of(place: str, day: date) -> frozenset[str]:
    """The communes that lie in the place on the day."""
    now = {code for code, _ in COMMUNES if stands(code, day)}
    return frozenset(code for code in now if within(code, place, day))


def communes(place: str, written: date, day: date) -> frozenset[str]:
    """The communes of a plan's place on the map of the day."""
    if stands(place, day):
        return communes_of(place, day)
    heirs = (forward(code, written, day) for code in communes_of(place, written))
    return frozenset(heir for heir in heirs if heir)


def years_later(day: date, years: int) -> date:
    """The anniversary."""
    try:
        return date(day.year + years, day.month, day.day)
    except ValueError:
        return date(day.year + years, day.month, 28)


@dataclass
class World:
    """The bare records."""

    today: date
    clubs: list[Row] = field(default_factory=list)
    cases: list[Row] = field(default_factory=list)
    needs: list[Row] = field(default_factory=list)
    staff: list[Row] = field(default_factory=list)
    points: list[Row] = field(default_factory=list)

    def place(self, code: str, since: date, map_day: date) -> tuple[str | None, str | None, bool]:
        """Commune and district on a map, and whether it is lost there."""
        row = stands(code, since)
        assert row
        if since <= map_day:
            heir = forward(code, since, map_day)
            if heir is None:
                return None, None, True
            now = stands(heir, map_day)
            assert now
            return heir, now[2], False
        same = row[0] <= map_day <= row[1]
        above = stands(row[2], since)
        kept = bool(above and above[0] <= map_day <= above[1])
        return code if same else None, row[2] if kept else None, False

    def operating(self, day: date) -> list[Row]:
        """Clubs that count on the day."""
        return [
            club
            for club in self.clubs
            if club["status"] != "planned"
            and club["founded_on"]
            and club["founded_on"] <= day
            and (club["status"] == "operating" or day < club["status_on"])
        ]

    def stable(self, club: Row, day: date) -> bool | None:
        """Whether the club is stable; None: too young."""
        index = day.year * 12 + day.month - 1
        months = [((index - back) // 12, (index - back) % 12 + 1) for back in (3, 2, 1)]
        if club["founded_on"] > date(*months[0], 1):
            return None
        held = [m for m in club["meetings"] if (m["day"].year, m["day"].month) in months]
        written = {(m["day"].year, m["day"].month) for m in held if m["minutes"]}
        shares = [share for m in held if (share := _share(club, m)) is not None]
        chaired = any(since <= day <= until for since, until in club["chairs"])
        sent = club["reports"].get(months[2])
        on_file = bool(club["decision"] and chaired and sent and sent <= day)
        return on_file and len(written) == 3 and bool(shares) and 2 * sum(shares) >= len(shares)


def _share(club: Row, one: Row) -> Fraction | None:
    members = [who for who, joined, left in club["members"] if joined <= one["day"] <= left]
    roll = {who: mark for who, mark in one["roll"].items() if who in members}
    here = sum(mark in ("present", "late") for mark in roll.values())
    expected = len(members) - sum(mark == "absent_excused" for mark in roll.values())
    return Fraction(here, expected) if roll and expected else None


PLANS = {
    "004-1": ("75", date(2024, 7, 25), date(2024, 1, 1), date(2024, 12, 31)),
    "004-2": ("75", date(2024, 7, 25), date(2025, 1, 1), date(2025, 12, 31)),
    "004-3": ("75", date(2024, 7, 25), date(2026, 1, 1), date(2026, 12, 31)),
    "004-4": ("75", date(2024, 7, 25), date(2026, 1, 1), LAST),
}
HA_DONG = ("268", date(2021, 1, 1), date(2021, 1, 1), date(2025, 12, 31))
TARGETS = (*PLANS, "001-2", "001-3", "001-4", "001-5", "001-6", "001-7")
Answer = tuple[int, int, int] | None


def reckon(world: World, target: str, map_: str, on: date) -> Answer:
    """Numerator, denominator and how many are lost; None where there is no figure."""
    first = PLANS.get(target, HA_DONG)[2]
    if on < first:
        return None
    question = Question(world, target, map_, on)
    if target == "001-6":
        return question.points()
    if target[:3] == "004" or target == "001-3":
        return question.clubs()
    return question.people()


class Question:
    """One target on one map."""

    def __init__(self, world: World, target: str, map_: str, on: date) -> None:
        self.world, self.target, self.old = world, target, map_ == "as_written"
        self.place, written, self.first, last = PLANS.get(target, HA_DONG)
        self.day = min(on, last)
        self.map_day = written if self.old else on
        self.area = communes(self.place, written, self.map_day)
        self.known = era(self.map_day) == era(world.today)

    def seats(self, clubs: list[Row]) -> tuple[list[tuple[Row, str | None, str | None]], int]:
        """Each club of the area with its commune and what is above; how many are lost."""
        found, lost = [], 0
        for club in clubs:
            since = club["founded_on"]
            commune, above, gone = self.world.place(club["commune"], since, self.map_day)
            above = club["district"] if self.old and club["district"] else above
            lost += gone and within(club["commune"], self.place, since)
            if commune in self.area or (above and within(above, self.place, self.map_day)):
                found.append((club, commune, above))
        return found, lost

    def clubs(self) -> Answer:
        """The targets of clubs."""
        counting = self.world.operating(self.day)
        if self.target == "004-1":
            counting = [club for club in counting if club["founded_on"] >= self.first]
        if self.target in ("004-4", "001-3"):
            age = self.world.stable
            counting = [club for club in counting if age(club, self.day) is not None]
        here, lost = self.seats(counting)
        stable = [seat for seat in here if self.world.stable(seat[0], self.day)]
        if self.target == "004-4":
            return len(stable), len(here), lost
        if self.target == "004-2":
            rows = (stands(code, self.map_day) for code in self.area)
            districts = {row[2] for row in rows if row and row[2] != self.place}
            done = {above for _, _, above in here} & districts
            return (len(done), len(districts), lost) if districts else None
        seats = {commune for _, commune, _ in (stable if self.target == "001-3" else here)}
        if self.target == "004-1":
            return len(seats & self.area), 2, lost
        if self.target == "001-3":
            return len(seats & self.area), len(self.area), lost
        cared = {case["commune"] for case in self.world.cases if _aftercare(case, self.day)}
        peopled = cared & self.area
        return (len(seats & peopled), len(peopled), lost) if self.known else None

    def points(self) -> Answer:
        """Wards with a counselling point."""
        done, lost = set(), 0
        for point in self.world.points:
            if (point["opened_on"] or FIRST) <= self.day <= (point["closed_on"] or LAST):
                since = point["opened_on"] or self.world.today
                commune, _, gone = self.world.place(point["commune"], since, self.map_day)
                done |= {commune} & self.area
                lost += gone and within(point["commune"], self.place, since)
        return len(done), 17, lost

    def people(self) -> Answer:
        """The targets of people and staff."""
        facts = {"001-2": self.completions, "001-7": self.courses}.get(self.target, self.needs)
        found: defaultdict[str, list[bool]] = defaultdict(list)
        for who, place, until in facts():
            if place in self.area | {self.place}:
                found[who].append(bool(until and until <= self.day))
        return (sum(map(all, found.values())), len(found), 0) if self.known else None

    def completions(self) -> list[tuple[str, str, date | None]]:
        """Who, where, and when a file was opened."""
        return [
            (case["who"], case["commune"], case["managed_from"])
            for case in self.world.cases
            if case["kind"] != "substitution" and self.first <= case["completed_on"] <= self.day
        ]

    def needs(self) -> list[tuple[str, str, date | None]]:
        """Who, where, and when a need of the period was met."""
        kind = {"001-4": "training", "001-5": "work"}[self.target]
        return [
            (need["who"], need["commune"], need["met_on"])
            for need in self.world.needs
            if need["kind"] == kind
            and need["recorded_on"] <= self.day
            and (need["recorded_on"] >= self.first or (need["met_on"] or LAST) >= self.first)
        ]

    def courses(self) -> list[tuple[str, str, date | None]]:
        """Who, where, and when a course was completed."""
        return [(row["who"], row["place"], row["completed_on"]) for row in self.world.staff]


def _aftercare(case: Row, day: date) -> bool:
    if not case["managed_from"]:
        return False
    years = 2 if case["kind"] == "compulsory" else 1
    last = case["managed_to"] or years_later(case["completed_on"], years) - timedelta(days=1)
    return bool(case["managed_from"] <= day <= last)
