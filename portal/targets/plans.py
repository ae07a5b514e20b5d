"""The plans as they were written: read from `plans/*.toml`, checked as they are read."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from portal.errors import NotFound
from portal.i18n import _
from portal.targets.indicators import INDICATORS

FOLDER = Path(__file__).parent / "plans"
CHOICES: Mapping[str, tuple[str, ...]] = {
    "indicator": tuple(INDICATORS),
    "level": ("commune", "district", "club", "person", "staff", "place"),
    "map": ("as_written", "today"),
    "comparator": ("gt", "ge", "eq"),
    "unit": ("percent", "count", "each"),
}


@dataclass(frozen=True)
class Target:
    """What a plan promises of one indicator, from a day to a day (blank: without end).

    `level` says which units are counted, `map` which of its two rows is the promise itself;
    `each_year` starts the count again every 1 January; `kinds` narrows what is counted.
    """

    id: str
    indicator: str
    level: str
    map: str
    first: date
    last: date | None
    comparator: str
    value: int
    unit: str
    wording: str
    each_year: bool = False
    kinds: tuple[str, ...] = ()

    @property
    def goal(self) -> int:
        """The figure to reach: of "each" unit, every one, so 100 percent."""
        return 100 if self.unit == "each" else self.value


@dataclass(frozen=True)
class Plan:
    """A plan: its place where the document names one, and the day whose map it was written on."""

    number: str
    title: str
    authority: str
    place: str | None
    signed: date | None
    map_day: date
    years: tuple[int, int]
    source: str
    targets: tuple[Target, ...] = field(repr=False)

    @property
    def slug(self) -> str:
        """The number as an address can carry it."""
        return self.number.lower().replace("/", "-")


class PlanError(Exception):
    """A plan's file says something that nobody can count; names the file and the key."""


@cache
def all_plans() -> tuple[Plan, ...]:
    """Every plan that is shipped, the latest document first."""
    plans = (read_plan(path) for path in FOLDER.glob("*.toml"))
    return tuple(sorted(plans, key=lambda plan: plan.source, reverse=True))


def plan_numbered(number: str) -> Plan:
    """The plan of that number."""
    for plan in all_plans():
        if plan.number == number:
            return plan
    known = ", ".join(plan.number for plan in all_plans())
    raise NotFound(
        _("Không có kế hoạch số %(number)s (hiện có: %(known)s).", number=number, known=known)
    )


def read_plan(path: Path) -> Plan:
    """One file; anything missing, unknown or left over is a PlanError."""
    try:
        return _plan(tomllib.loads(path.read_text("utf-8")))
    except (KeyError, TypeError, ValueError) as error:
        raise PlanError(f"{path.name}: {error}") from error


def _plan(raw: dict[str, Any]) -> Plan:
    first_year, last_year = raw.pop("years")
    signed = raw.pop("signed", None)
    map_day = raw.pop("map_day", signed)
    if map_day is None:
        raise ValueError("neither signed nor map_day says on which map it was written")
    targets = tuple(_target(row) for row in raw.pop("targets"))
    return Plan(
        place=raw.pop("place", None),
        signed=signed,
        map_day=map_day,
        years=(first_year, last_year),
        targets=targets,
        **raw,
    )


def _target(raw: dict[str, Any]) -> Target:
    for key, known in CHOICES.items():
        if raw[key] not in known:
            raise ValueError(f"{raw['id']}: {key} {raw[key]!r} is none of {', '.join(known)}")
    return Target(
        first=raw.pop("from"),
        last=raw.pop("to", None),
        kinds=tuple(raw.pop("kinds", ())),
        **raw,
    )
