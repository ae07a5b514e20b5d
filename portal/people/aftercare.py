"""How long aftercare lasts by law, and whether it runs on a day."""

from datetime import date, timedelta

from portal import clock

YEARS = {"voluntary": 1, "compulsory": 2, "substitution": 1}
"""By the kind of programme completed, counted from the day of completion."""


def last_day(kind: str, completed_on: date) -> date:
    """The last day of aftercare where no decision names another: the eve of the anniversary."""
    return clock.years_after(completed_on, YEARS[kind]) - timedelta(days=1)
