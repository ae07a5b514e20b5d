"""Periods as figures and reports write them: 2026, 2026-H1, 2026-Q3, 2026-07."""

import re
from dataclasses import dataclass
from datetime import date

from portal import clock

PATTERN = re.compile(r"([12][0-9]{3})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)


@dataclass(frozen=True)
class Period:
    """A stretch of whole months, both ends included, and the way it is written."""

    first: date
    last: date
    text: str


def parse_period(text: str) -> Period:
    """Read a year, half-year, quarter or month; anything else is a ValueError that says so."""
    found = PATTERN.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not a period (2026, 2026-H1, 2026-Q3 or 2026-07)")
    year, half, quarter, month = (int(part) if part else 0 for part in found.groups())
    start, months = 1, 12
    if half:
        start, months = half * 6 - 5, 6
    elif quarter:
        start, months = quarter * 3 - 2, 3
    elif month:
        start, months = month, 1
    last = clock.month_end(date(year, start + months - 1, 1))
    return Period(date(year, start, 1), last, text)


def year_of(day: date) -> Period:
    """The calendar year that holds `day`."""
    return parse_period(f"{day.year:04}")


def month_of(day: date) -> Period:
    """The calendar month that holds `day`."""
    return parse_period(f"{day.year:04}-{day.month:02}")
