"""The communes of an area as a map shows them: what stands in each, and its tile.

Communes crowd in towns and lie far apart in the hills, so each gets the free tile nearest to where
it lies: all are of one size, none covers another, and each can be tapped.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from math import ceil, sqrt
from typing import NamedTuple

from portal.places import service as places
from portal.places.service import Place
from portal.targets.areas import Area
from portal.targets.indicators.clubs import clubs_operating, communes_with_people
from portal.targets.records import Records
from portal.text import sort_key

ROOM = 2.2  # tiles for each commune
Point = tuple[str, int, int]


class Standing(StrEnum):
    """What a commune is to the plan."""

    CLUB = "club"
    GAP = "gap"  # people under aftercare and no club
    QUIET = "quiet"  # no club, and nobody under aftercare
    UNKNOWN = "unknown"  # no club; on this map nobody knows who lives there


class Commune(NamedTuple):
    """A commune with its clubs and people under aftercare; None: not known on this map."""

    place: Place
    clubs: int
    people: int | None

    @property
    def standing(self) -> Standing:
        """A club first; without one, whether somebody needs it."""
        if self.clubs:
            return Standing.CLUB
        if self.people is None:
            return Standing.UNKNOWN
        return Standing.GAP if self.people else Standing.QUIET


class Tile(NamedTuple):
    """A commune in its column and row, from the north-west."""

    commune: Commune
    x: int
    y: int


@dataclass(frozen=True)
class Tiles:
    """The tile map; `unplaced` have no coordinates and are listed beside it."""

    columns: int
    rows: int
    tiles: list[Tile]
    unplaced: list[Commune]


def communes_in(records: Records, area: Area, day: date) -> list[Commune]:
    """The communes of the area on its map, by name, with what stands in them on the day."""
    seats = clubs_operating(records, area, day).clubs
    clubs = Counter(seat.commune for _, seat in seats)
    people = communes_with_people(records, area, day) if area.people_known else None
    found = [
        Commune(
            places.unit_on(code, area.day),
            clubs[code],
            None if people is None else len(people.get(code, ())),
        )
        for code in area.communes
    ]
    return sorted(found, key=lambda commune: sort_key(commune.place.name))


def tiled(communes: Iterable[Commune]) -> Tiles:
    """Each commune that has coordinates on a tile of its own."""
    found = {commune.place.code: commune for commune in communes}
    spots = {code: places.grid(commune.place) for code, commune in found.items()}
    columns, rows, cells = _layout(
        tuple(sorted((code, *spot) for code, spot in spots.items() if spot))
    )
    tiles = [Tile(found[code], x, y) for code, (x, y) in cells.items()]
    tiles.sort(key=lambda tile: (tile.y, tile.x))
    return Tiles(columns, rows, tiles, [c for code, c in found.items() if not spots[code]])


@lru_cache(maxsize=16)
def _layout(points: tuple[Point, ...]) -> tuple[int, int, dict[str, tuple[int, int]]]:
    """The columns, the rows and the cell of each point: those in the middle choose first."""
    if not points:
        return 0, 0, {}
    west, north = min(x for _, x, _ in points), max(y for _, _, y in points)
    width = max(x for _, x, _ in points) - west or 1
    height = north - min(y for _, _, y in points) or 1
    columns = max(ceil(sqrt(ROOM * len(points) * width / height)), 1)
    rows = ceil(ROOM * len(points) / columns)
    wanted = {
        code: ((x - west) / width * (columns - 1), (north - y) / height * (rows - 1))
        for code, x, y in points
    }
    free = {(x, y) for x in range(columns) for y in range(rows)}
    cells: dict[str, tuple[int, int]] = {}
    middle = tuple(sum(spot[i] for spot in wanted.values()) / len(wanted) for i in (0, 1))
    for code in sorted(wanted, key=lambda code: (_apart(wanted[code], middle), code)):
        cells[code] = min(free, key=lambda cell: (_apart(cell, wanted[code]), cell))
        free.remove(cells[code])
    return columns, rows, cells


def _apart(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
