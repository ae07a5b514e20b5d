"""The rule that officers set: which clubs are stable and effective, how periods are cut, and by
when reports are due. What stands here holds until a province sets its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from portal.targets.periods import Period, read_period


@dataclass(frozen=True)
class Rule:
    """A rule in force from a day (none: from the start).

    `months`: how many full calendar months before the day judged are looked at, each with
    minutes; a younger club is not judged. `least_attendance` is in percent.
    """

    needs_decision: bool = True
    needs_chair: bool = True
    months: int = 3
    least_attendance: int = 50
    needs_report: bool = True
    period_starts_on: int = 1
    commune_days: int = 5
    province_days: int = 10
    from_on: date | None = None

    @property
    def least_share(self) -> Fraction:
        """The least mean attendance, as a fraction."""
        return Fraction(self.least_attendance, 100)

    def due_on(self, period: Period, *, commune: bool) -> date:
        """By which day a report of the period is to be sent."""
        return period.last + timedelta(self.commune_days if commune else self.province_days)


DEFAULT = Rule()


def rule_on(day: date, rules: Iterable[Rule]) -> Rule:
    """Of a province's rules the last that had begun by the day."""
    begun = [rule for rule in rules if rule.from_on is None or rule.from_on <= day]
    return max(begun, key=lambda rule: rule.from_on or date.min, default=DEFAULT)


def cut(text: str, rules: Iterable[Rule]) -> Period:
    """The period of that name, cut as the rule in force at its calendar end says."""
    calendar = read_period(text)
    return read_period(text, rule_on(calendar.last, rules).period_starts_on)
