"""Days on which few would come: the days around Tết."""

from datetime import date

from portal.clubs.recurrence.moon import tet

BEFORE, AFTER = 7, 10  # days around the first of the first lunar month


def days_to_tet(day: date) -> int | None:
    """How many days before Tết the day is, negative after it; None where Tết is not near."""
    days = (tet(day.year) - day).days
    return days if -AFTER < days <= BEFORE else None
