"""Which days a series falls on. A rule is a predicate: no day is left out or comes twice."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import date, timedelta

from portal.clock import month_end
from portal.clubs.recurrence.moon import lunar

LAST = -1
MOST_WEEKS = 8
LAST_YEAR = 2100  # how far ahead days are reckoned


@dataclass(frozen=True)
class Weekly:
    """Some days of the week (Monday is 0), each week or each n-th from the week of the start."""

    weekdays: tuple[int, ...]
    every: tuple[int, ...] = (1,)

    def falls_on(self, day: date, from_on: date) -> bool:
        """Whether the series has the day."""
        weeks = (_monday(day) - _monday(from_on)).days // 7
        return day.weekday() in self.weekdays and weeks % self.every[0] == 0


@dataclass(frozen=True)
class NthWeekday:
    """The first, second, … or last of a day of the week in each month."""

    weekdays: tuple[int, ...]
    nths: tuple[int, ...]

    def falls_on(self, day: date, from_on: date) -> bool:
        """Whether the series has the day."""
        last = day + timedelta(days=7) > month_end(day)
        nth = (day.day - 1) // 7 + 1
        return day.weekday() in self.weekdays and (nth in self.nths or (last and LAST in self.nths))


@dataclass(frozen=True)
class MonthDays:
    """Some days of each month; the 29th, 30th, 31st are the last day of a shorter one."""

    days: tuple[int, ...]

    def falls_on(self, day: date, from_on: date) -> bool:
        """Whether the series has the day."""
        return _reached(self.days, day.day, month_end(day).day)


@dataclass(frozen=True)
class LunarDays:
    """Some days of each lunar month, leap ones too; the 30th is the last day of a shorter one."""

    days: tuple[int, ...]

    def falls_on(self, day: date, from_on: date) -> bool:
        """Whether the series has the day."""
        of_moon = lunar(day)
        return _reached(self.days, of_moon.day, of_moon.length)


Rule = Weekly | NthWeekday | MonthDays | LunarDays
KINDS: dict[str, type[Rule]] = {
    "weekly": Weekly,
    "nth": NthWeekday,
    "month": MonthDays,
    "lunar": LunarDays,
}


def dates(
    rule: Rule, from_on: date, until_on: date | None = None, *, since: date | None = None
) -> Iterator[date]:
    """The days of a series in order, from its first on, or of these those since a later day."""
    last = until_on or date(LAST_YEAR, 12, 31)
    first = max(from_on, since or from_on)
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if rule.falls_on(day, from_on):
            yield day


def coded(rule: Rule) -> str:
    """A rule as a row keeps it: "nth 5 2,-1"."""
    kind = next(name for name, known in KINDS.items() if isinstance(rule, known))
    return " ".join([kind, *(",".join(map(str, numbers)) for numbers in astuple(rule))])


def decoded(code: str) -> Rule:
    """The rule that a row keeps."""
    kind, *parts = code.split()
    return KINDS[kind](*(tuple(int(n) for n in part.split(",")) for part in parts))


def _reached(days: tuple[int, ...], day: int, length: int) -> bool:
    return day in days or (day == length and max(days) > length)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
