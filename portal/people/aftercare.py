"""How long aftercare lasts: by the law in force on the day of completion, or as decided."""

from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from portal import clock

KINDS = ("voluntary", "compulsory", "substitution")


class Durations(NamedTuple):
    """From a day on: years by the kind of programme, counted from the day of completion."""

    from_on: date
    source: str
    years: MappingProxyType[str, int]


ONE_OR_TWO = MappingProxyType({"voluntary": 1, "compulsory": 2, "substitution": 1})
DURATIONS = (  # the latest that has begun holds; a change of the law is a row more
    Durations(date.min, "73/2021/QH14", ONE_OR_TWO),
    Durations(date(2026, 7, 1), "120/2025/QH15", ONE_OR_TWO),
)


def durations_on(day: date) -> Durations:
    """What held on the day."""
    return next(row for row in reversed(DURATIONS) if row.from_on <= day)


def last_day(kind: str, completed_on: date, months: int | None = None) -> date:
    """The last day of aftercare, the eve of the anniversary: after the months that were decided,
    else after the years that the law says."""
    years = durations_on(completed_on).years[kind]
    after = months if months is not None else years * 12
    return clock.months_before(completed_on, -after) - timedelta(days=1)
