"""What a cell of a table may hold: how its text is read into a value, and written back.

Reading is given tidy text that is not blank and raises ValueError with the reason; a blank cell
is the cell's `blank` value.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from portal import clock
from portal.targets.periods import parse_period
from portal.trades.vocabulary import from_bits, to_bits

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MINUTE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
FIRST_YEAR, LAST_YEAR = 1900, 2100
LONGEST_CODE = 100


@dataclass(frozen=True)
class Cell:
    """A kind of cell; `lines` says that its text may have several."""

    read: Callable[[str], Any] = str
    write: Callable[[Any], str] = str
    blank: Any = ""
    lines: bool = False


def quoted(text: str) -> str:
    """A cell's text in a message, cut where it is long."""
    return f'"{text[:40]}…"' if len(text) > 40 else f'"{text}"'


def one_of(words: Sequence[str], *, blank: str = "") -> Cell:
    """One word of a closed list."""

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(f"{quoted(text)} is none of {', '.join(words)}")
        return text

    return Cell(read, blank=blank)


def set_of(words: Sequence[str]) -> Cell:
    """Any words of a closed list, kept as bits."""
    known = one_of(words)

    def read(text: str) -> int:
        return to_bits([known.read(word) for word in _parts(text)], words)

    return Cell(read, lambda bits: ";".join(from_bits(bits, words)), blank=0)


def several(cell: Cell, *, at_most: int | None = None) -> Cell:
    """A list of such cells in the order given, each once."""

    def read(text: str) -> tuple[Any, ...]:
        values = tuple(dict.fromkeys(cell.read(part) for part in _parts(text)))
        if at_most and len(values) > at_most:
            raise ValueError(f"has {len(values)} values; at most {at_most} are kept")
        return values

    return Cell(read, lambda values: ";".join(cell.write(value) for value in values), blank=())


def whole(low: int, high: int, *, blank: int | None = None) -> Cell:
    """A whole number within bounds, written in digits only."""

    def read(text: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,30}", text):
            raise ValueError(f"{quoted(text)} is not a whole number in digits")
        if not low <= int(text) <= high:
            raise ValueError(f"{text} is not between {low} and {high}")
        return int(text)

    return Cell(read, lambda number: "" if number is None else str(number), blank=blank)


def code(pattern: str, meaning: str) -> Cell:
    """A code of a fixed shape."""

    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(f"{quoted(text)} is not {meaning}")
        return text

    return Cell(read)


def _parts(text: str) -> list[str]:
    return [part for each in text.split(";") if (part := each.strip())]


def _free_code(text: str) -> str:
    if len(text) > LONGEST_CODE or ";" in text:
        raise ValueError(f"{quoted(text)} is not a code: at most {LONGEST_CODE} characters, no ;")
    return text


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{quoted(text)} is not a day like 2026-11-21")
    return day


def _minute(text: str) -> datetime:
    try:
        local = datetime.fromisoformat(text) if MINUTE.fullmatch(text) else None
    except ValueError:
        local = None
    if local is None or not FIRST_YEAR <= local.year <= LAST_YEAR:
        raise ValueError(f"{quoted(text)} is not a local time like 2026-11-21T19:30")
    return clock.instant(local)


def _write_minute(instant: datetime | None) -> str:
    return f"{clock.local(instant):%Y-%m-%dT%H:%M}" if instant else ""


def _yes_no(text: str) -> bool:
    if text not in ("0", "1"):
        raise ValueError(f"{quoted(text)} is not 1 (yes) or 0 (no)")
    return text == "1"


TEXT = Cell()
LINES = Cell(lines=True)
CODE = Cell(_free_code)
DATE = Cell(_day, lambda day: day.isoformat() if day else "", blank=None)
TIME = Cell(_minute, _write_minute, blank=None)
YES_NO = Cell(_yes_no, lambda yes: "1" if yes else "0", blank=False)
PERIOD = Cell(lambda text: parse_period(text).text)
SKILL = code(r"[a-z0-9-]+", "a skill code (small letters a-z, digits and -)")
OCCUPATION = code(r"[0-9]{4}", "an occupation of exactly 4 digits")
WISH = code(r"[0-9]{1,4}", "an occupation of 1 to 4 digits")
VND = whole(0, 1_000_000_000, blank=0)
VND_OR_BLANK = replace(VND, blank=None)
EDUCATION = whole(0, 6, blank=0)
