"""How many sheets a centre may be given: its own figures by month, counted over 90 days.

A sheet may be made only while those of the last 90 days, itself among them, are at most 1 % of the
people who apply through the centre in 90 days: so one that turns up there tells nothing.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

DAYS = 90
MOST = Fraction(1, 100)
ONE_DAY = timedelta(days=1)


def month_before(day: date) -> date:
    """The first day of the month before that of `day`."""
    return (day.replace(day=1) - ONE_DAY).replace(day=1)


def flow(figures: Mapping[date, int], today: date) -> Fraction | None:
    """The centre's applicants in 90 days; None where its figures do not tell.

    The 90 days end with the newest month that has a figure, which is one of the two whole months
    before today: a centre counts with some delay. Of a month that lies in them in part, so many of
    its days count. Each month of the 90 days needs its figure.
    """
    newest = month_before(today)
    if newest not in figures:
        newest = month_before(newest)
    end = _next_month(newest)
    start = end - timedelta(days=DAYS)
    total = Fraction(0)
    while newest >= start.replace(day=1):
        if newest not in figures:
            return None
        days = (_next_month(newest) - newest).days
        within = (_next_month(newest) - max(newest, start)).days
        total += Fraction(figures[newest] * within, days)
        newest = month_before(newest)
    return total


def state(sheets: int, applicants: Fraction | None) -> str:
    """Whether one more sheet may be made after so many in the last 90 days."""
    if applicants is None:
        return "no_figures"
    return "open" if sheets + 1 <= MOST * applicants else "full"


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
