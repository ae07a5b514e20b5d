"""The plans as they are shipped, the area of each, and the state of a target."""

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.outsider import places

Row = dict[str, Any]
PLANS = Path(__file__).resolve().parents[2] / "portal/targets/plans"
ORDER = ("257/KH-UBND", "1737/KH-UBND", "ha-dong-2021-2025", "000-2022")


def plans() -> dict[str, Row]:
    """The shipped plans by number."""
    read = (tomllib.loads(file.read_text(encoding="utf-8")) for file in PLANS.glob("*.toml"))
    return {plan["number"]: plan for plan in read}


def area_ever(place: str, written: date) -> set[str]:
    """Every commune code that ever lay in the plan's place."""
    days = (date(2024, 12, 31), date(2025, 6, 30), date(2026, 11, 1))
    return {code for day in days for code in places.area(place, written, day)}


def state(t: Row, done: int, whole: int, gain: Fraction, day: date) -> str:
    """Met, or on the way at the pace of the last months."""
    goal = 100 if t["unit"] == "each" else t["value"]
    need = Fraction(goal) if t["unit"] == "count" else Fraction(goal * whole, 100)
    end = t.get("to") or date(day.year, 12, 31)
    left = Fraction((end - day).days * 16, 487)
    for figure, said in ((Fraction(done), "met"), (done + gain * left, "on_track")):
        if figure > need or (figure == need and t["comparator"] == "ge"):
            return said
    return "behind"
