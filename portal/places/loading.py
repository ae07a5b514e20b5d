"""Fills the tables of this package from the files in `data/`."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from portal.db import session
from portal.places.models import Edition, MinimumWage, Successor, Unit, WageZone
from portal.text import fold, sort_key

DATA = Path(__file__).parent / "data"
FOLLOWED_ON = date(2025, 7, 1)  # the day that successors.csv tells about
ZONES_SOURCE = "Danh sách tháng 7/2025, cần đối chiếu phụ lục Nghị định 293/2025/NĐ-CP"


def load() -> bool:
    """Fill the tables where nothing was loaded yet; whether it did."""
    if session().scalar(select(Edition.id)):
        return False
    for model, rows in (
        (Unit, _units()),
        (Successor, _successors()),
        (WageZone, _zones()),
        (MinimumWage, _wages()),
    ):
        session().execute(insert(model), list(rows))
    session().add(Edition(mark=_digest()))
    session().flush()
    return True


def _digest() -> str:
    files = sorted(DATA.glob("*.csv"))
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def _read(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _units() -> Iterator[dict[str, Any]]:
    for row in _read("units.csv"):
        yield {
            **row,
            "valid_from": _day(row["valid_from"]) or date.min,
            "valid_to": _day(row["valid_to"]) or date.max,
            "parent_code": row["parent_code"] or None,
            "lat": float(row["lat"]) if row["lat"] else None,
            "lon": float(row["lon"]) if row["lon"] else None,
            "name_folded": fold(row["name"]),
            "sort_key": sort_key(row["name"]),
        }


def _successors() -> Iterator[dict[str, Any]]:
    for row in _read("successors.csv"):
        yield {**row, "from_on": FOLLOWED_ON, "is_default": row["is_default"] == "1"}


def _zones() -> Iterator[dict[str, Any]]:
    for row in _read("wage_zones.csv"):
        yield {
            "commune_code": row["commune_code"],
            "zone": int(row["zone"]),
            "from_on": _day(row["as_of"]),
            "source": ZONES_SOURCE,
        }


def _wages() -> Iterator[dict[str, Any]]:
    for row in _read("minimum_wages.csv"):
        yield {
            **row,
            "zone": int(row["zone"]),
            "from_on": _day(row["from_on"]),
            "to_on": _day(row["to_on"]) or date.max,
            "month_vnd": int(row["month_vnd"]),
            "hour_vnd": int(row["hour_vnd"]),
        }
