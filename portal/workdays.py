"""The public holidays of Viet Nam, and the days on which offices work."""

from datetime import date, timedelta
from functools import lru_cache

from holidays import HolidayBase, country_holidays

SATURDAY = 5


def holiday(day: date, language: str) -> str | None:
    """The name of the public holiday that the day is."""
    return _holidays(day.year, "en_US" if language == "en" else "vi").get(day)


def is_working(day: date) -> bool:
    """Neither a weekend nor a public holiday."""
    return day.weekday() < SATURDAY and holiday(day, "vi") is None


def working_days_after(day: date, days: int) -> date:
    """The last day of a time of so many working days; the day it starts on is not counted."""
    while days > 0:
        day += timedelta(days=1)
        days -= is_working(day)
    return day


@lru_cache(maxsize=64)
def _holidays(year: int, language: str) -> HolidayBase:
    return country_holidays("VN", years=year, language=language)
