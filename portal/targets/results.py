"""What other provinces reached, as their documents say: figures to compare with, never targets."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from portal.targets.plan_file import PlanError, line_of

FOLDER = Path(__file__).parent / "plans" / "results"
UNITS = ("contacts", "persons", "certificates", "facilities", "capacity", "percent")


@dataclass(frozen=True)
class Result:
    """One figure with its unit and the words of the document; `indicator` is the portal's own
    measure of the same, where there is one."""

    id: str
    title: str
    value: int
    unit: str
    wording: str
    indicator: str = ""


@dataclass(frozen=True)
class Results:
    """What a document says was reached, where and from when to when."""

    number: str
    title: str
    authority: str
    place: str
    first: date
    last: date
    source: str
    results: tuple[Result, ...]


@cache
def all_results() -> tuple[Results, ...]:
    """Every document of results that is shipped."""
    return tuple(read_results(path) for path in sorted(FOLDER.glob("*.toml")))


def read_results(path: Path) -> Results:
    """One file; anything missing, unknown or left over is a PlanError."""
    text = path.read_text("utf-8")
    try:
        raw = tomllib.loads(text)
        rows = tuple(_result(row) for row in raw.pop("results"))
        first, last = raw.pop("from"), raw.pop("to")
        return Results(**raw, first=first, last=last, results=rows)
    except (KeyError, TypeError, ValueError) as error:
        key = str(error.args[0]).split(":")[0] if error.args else ""
        raise PlanError(path.name, line_of(text, key), key, str(error)) from error


def _result(raw: dict[str, Any]) -> Result:
    if raw["unit"] not in UNITS:
        raise ValueError(f"unit: {raw['unit']!r} is none of {', '.join(UNITS)}")
    return Result(**raw)
