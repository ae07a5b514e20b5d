"""Periods as figures and reports write them: 2026, 2026-H1, 2026-Q3, 2026-07, and for a report
besides any two days: 2026-03-01..2026-05-20.

Figures keep calendar periods. Reports may be cut on the 15th, as Decree 09/2019 has it: July is
then 15 June to 14 July, and the year begins on 15 December of the year before.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from portal import clock

PATTERN = re.compile(r"([12][0-9]{3})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)
AD_HOC = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})", re.ASCII)
CUTS = (1, 15)


class Length(StrEnum):
    """How long a period is; each kind but the last is a number of months."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    AD_HOC = "ad_hoc"


MONTHS = {Length.YEAR: 12, Length.HALF: 6, Length.QUARTER: 3, Length.MONTH: 1}
WRITTEN = {Length.YEAR: "", Length.HALF: "-H{}", Length.QUARTER: "-Q{}", Length.MONTH: "-{:02}"}


@dataclass(frozen=True)
class Period:
    """A stretch of days, both ends included, and the way it is written.

    `number` counts the periods of that length in the year, from 1.
    """

    first: date
    last: date
    text: str
    length: Length = Length.AD_HOC
    year: int = 0
    number: int = 1

    @property
    def starts_on(self) -> int:
        """The day of the month on which periods of this kind are cut."""
        return self.first.day

    def overlaps(self, other: "Period") -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last


def parse_period(text: str, starts_on: int = 1) -> Period:
    """Read a year, half-year, quarter or month; anything else is a ValueError that says so."""
    found = PATTERN.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not a period (2026, 2026-H1, 2026-Q3 or 2026-07)")
    year, *numbers = (int(part) if part else 0 for part in found.groups())
    for length, number in zip((Length.HALF, Length.QUARTER, Length.MONTH), numbers, strict=True):
        if number:
            return nth_period(length, year, number, starts_on)
    return nth_period(Length.YEAR, year, 1, starts_on)


def read_period(text: str, starts_on: int = 1) -> Period:
    """The same, or any two days with two dots between, the first not after the last."""
    found = AD_HOC.fullmatch(text)
    if found is None:
        return parse_period(text, starts_on)
    first, last = (date.fromisoformat(day) for day in found.groups())
    if first > last:
        raise ValueError(f"{text!r} is not a period: its last day is before its first")
    return Period(first, last, text)


def nth_period(length: Length, year: int, number: int, starts_on: int = 1) -> Period:
    """The period of that length and number in the year; number 0 is the last of the year before."""
    count = 12 // MONTHS[length]
    year, number = year + (number - 1) // count, (number - 1) % count + 1
    ends_in = date(year, number * MONTHS[length], 1)
    begins_in = clock.months_before(ends_in, MONTHS[length] - 1)
    first, last = begins_in, clock.month_end(ends_in)
    if starts_on != 1:
        first = clock.months_before(begins_in, 1).replace(day=starts_on)
        last = ends_in.replace(day=starts_on - 1)
    text = f"{year:04}" + WRITTEN[length].format(number)
    return Period(first, last, text, length, year, number)


def previous_period(period: Period) -> Period:
    """The one before, of the same length and cut; before any two days, as many days."""
    if period.length != Length.AD_HOC:
        return nth_period(period.length, period.year, period.number - 1, period.starts_on)
    last = period.first - timedelta(days=1)
    first = last - (period.last - period.first)
    return Period(first, last, f"{first}..{last}")


def period_at(length: Length, day: date, starts_on: int = 1) -> Period:
    """The period of that length that holds the day."""
    months = MONTHS[length]
    period = nth_period(length, day.year, (day.month - 1) // months + 1, starts_on)
    return (
        period
        if day <= period.last
        else nth_period(length, period.year, period.number + 1, starts_on)
    )


def year_of(day: date) -> Period:
    """The calendar year that holds `day`."""
    return period_at(Length.YEAR, day)


def month_of(day: date) -> Period:
    """The calendar month that holds `day`."""
    return period_at(Length.MONTH, day)
