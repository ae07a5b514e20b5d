"""Days as a table writes them, and the same day of another month."""

from calendar import monthrange
from datetime import date


def a_day(cell: str, blank: date) -> date:
    return date.fromisoformat(cell) if cell else blank


def months_before(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def a_year_on(day: date, years: int) -> date:
    return months_before(day, -12 * years)
