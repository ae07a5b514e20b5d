"""Days on which few would come: the public holidays of Viet Nam, and the days around Tết."""

from datetime import date
from functools import lru_cache

from holidays import HolidayBase, country_holidays

from portal.clubs.recurrence.moon import tet

BEFORE, AFTER = 7, 10  # days around the first of the first lunar month


def days_to_tet(day: date) -> int | None:
    """How many days before Tết the day is, negative after it; None where Tết is not near."""
    days = (tet(day.year) - day).days
    return days if -AFTER < days <= BEFORE else None


def holiday(day: date, language: str) -> str | None:
    """The name of the public holiday that the day is."""
    return _holidays(day.year, "en_US" if language == "en" else "vi").get(day)


@lru_cache(maxsize=64)
def _holidays(year: int, language: str) -> HolidayBase:
    return country_holidays("VN", years=year, language=language)
