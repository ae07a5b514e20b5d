"""Periods as the contract writes them: 2026, 2026-H1, 2026-Q3, 2026-07."""

from calendar import monthrange
from datetime import date

LENGTHS = {"": 12, "H": 6, "Q": 3}


def _months(period: str) -> tuple[int, int]:
    """The number of its first month since year 0, and how many months it has."""
    year, _, part = period.partition("-")
    if part.isdigit():
        return int(year) * 12 + int(part) - 1, 1
    length = LENGTHS[part[:1]]
    return int(year) * 12 + (int(part[1:] or 1) - 1) * length, length


def last_day(period: str) -> date:
    first, length = _months(period)
    return _end(first + length - 1)


def the_one_before(period: str) -> str:
    """The same length, ending with the month before."""
    first, length = _months(period)
    year, month = divmod(first - 1, 12)
    letter = {many: name for name, many in LENGTHS.items()}.get(length)
    if letter is None:
        return f"{year}-{month + 1:02}"
    return f"{year}-{letter}{month // length + 1}" if letter else f"{year}"


def _end(month: int) -> date:
    year, number = divmod(month, 12)
    return date(year, number + 1, monthrange(year, number + 1)[1])
