"""The units of the country straight from the files of places, read with nothing but csv."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).resolve().parents[2] / "portal/places/data"
FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)
MAPS = (date(2025, 1, 1), date(2025, 7, 1))  # the days on which codes began to mean others


class Unit(NamedTuple):
    """A row of units.csv."""

    code: str
    start: date
    end: date
    level: str
    parent: str
    lat: float
    lon: float


def _read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _unit(row: dict[str, str]) -> Unit:
    start, end = row["valid_from"], row["valid_to"]
    return Unit(
        row["code"],
        date.fromisoformat(start) if start else FIRST,
        date.fromisoformat(end) if end else LAST,
        row["level"],
        row["parent_code"],
        float(row["lat"] or 0),
        float(row["lon"] or 0),
    )


UNITS: defaultdict[str, list[Unit]] = defaultdict(list)
PARTS: defaultdict[str, list[Unit]] = defaultdict(list)
for _row in map(_unit, _read("units.csv")):
    UNITS[_row.code].append(_row)
    PARTS[_row.parent].append(_row)
SUCCESSOR = {
    row["old_code"]: row["new_code"] for row in _read("successors.csv") if row["is_default"] == "1"
}


def which_map(day: date) -> int:
    """0 to the end of 2024, 1 in the first half of 2025, 2 from then on."""
    return sum(day >= first for first in MAPS)


def unit(code: str, day: date) -> Unit | None:
    """Who had the code on the day."""
    return next((row for row in UNITS.get(code, ()) if row.start <= day <= row.end), None)


def commune_of_undated(code: str, today: date) -> Unit | None:
    """A code in force today is today's; an older one goes to its default successor."""
    here = unit(code, today)
    if here and here.level == "commune":
        return here
    heir = unit(SUCCESSOR.get(code, ""), today)
    return heir if which_map(today) == 2 and code in UNITS else None


def moved(place: Unit, day: date) -> Unit | None:
    """What a commune is called on the map of another day; None where nobody knows."""
    while place.end < day:
        if place.end < MAPS[0]:
            heir = unit(place.code, MAPS[0])
        elif place.end < MAPS[1]:
            heir = unit(SUCCESSOR.get(place.code, ""), MAPS[1])
        else:
            heir = unit(place.code, day)
        if heir is None or heir.level != "commune":
            return None
        place = heir
    return place if place.start <= day else None


def communes(code: str, day: date) -> Iterator[Unit]:
    """The communes under a unit on the day."""
    for part in PARTS[code]:
        if part.start <= day <= part.end:
            if part.level == "commune":
                yield part
            else:
                yield from communes(part.code, day)


def area(code: str, written: date, day: date) -> set[str]:
    """The communes of a plan's place on the map of a day."""
    if unit(code, day):
        return {row.code for row in communes(code, day)}
    return {heir.code for row in communes(code, written) if (heir := moved(row, day))}


def became(code: str, today: date) -> Unit | None:
    """What the last commune that had the code by today has become."""
    rows = [row for row in UNITS.get(code, ()) if row.start <= today]
    return moved(rows[-1], today) if rows else None
