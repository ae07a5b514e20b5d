"""Whether a target is reached, and will be: on exact fractions, rounded only to be shown."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from portal.targets.written import Target

DAYS_A_MONTH = Fraction(487, 16)  # 30.4375


class State(StrEnum):
    """Where a target stands."""

    MET = "met"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    NOT_DUE = "not_due"
    NO_DATA = "no_data"


@dataclass(frozen=True)
class Verdict:
    """The value shown, the state, and how far it is: `gap` more, at what pace a month.

    `pace` is the mean monthly gain of the last three months, `forecast` the numerator that it
    gives at the end; `pace_needed` is None where no time is left.
    """

    state: State
    value: float | None = None
    gap: int | None = None
    pace: Fraction | None = None
    pace_needed: Fraction | None = None
    forecast: Fraction | None = None


def judge(
    target: Target, numerator: int, denominator: int, *, pace: Fraction, day: date
) -> Verdict:
    """The verdict on a figure as at `day`; a denominator of 0 gives no value."""
    if denominator == 0:
        return Verdict(State.NO_DATA)
    left = months_left(target, day)
    forecast = numerator + pace * left
    gap = _gap(target, numerator, denominator)
    if _reached(target, Fraction(numerator), denominator):
        state = State.MET
    elif _reached(target, forecast, denominator):
        state = State.ON_TRACK
    else:
        state = State.BEHIND
    return Verdict(
        state=state,
        value=shown(target, numerator, denominator),
        gap=gap,
        pace=pace,
        pace_needed=gap / left if left else None,
        forecast=forecast,
    )


def months_left(target: Target, day: date) -> Fraction:
    """From the day to the last day; without one, to the end of the calendar year."""
    last = target.last or date(day.year, 12, 31)
    return max((last - day).days, 0) / DAYS_A_MONTH


def shown(target: Target, numerator: int, denominator: int) -> float:
    """A count as it is; a percentage with one decimal, half up."""
    if target.unit == "count":
        return numerator
    return half_up(Fraction(100 * numerator, denominator))


def half_up(value: Fraction) -> float:
    """Rounded to one decimal, a half always up."""
    return floor(value * 10 + Fraction(1, 2)) / 10


def share_of(done: int, rest: int) -> float | None:
    """Percent of both, as shown; None of nobody."""
    return half_up(Fraction(100 * done, done + rest)) if done + rest else None


def _reached(target: Target, numerator: Fraction, denominator: int) -> bool:
    share = numerator if target.unit == "count" else 100 * numerator / denominator
    return reaches(target.comparator, target.goal, share)


def reaches(comparator: str, goal: int, share: Fraction) -> bool:
    """Whether an exact share or count satisfies what was promised."""
    match comparator:
        case "gt":
            return share > goal
        case "eq":
            return share == goal
    return share >= goal


def _gap(target: Target, numerator: int, denominator: int) -> int:
    """How many more are needed to reach the goal."""
    needed = Fraction(target.goal)
    if target.unit != "count":
        needed = needed * denominator / 100
    least = floor(needed) + 1 if target.comparator == "gt" else ceil(needed)
    return max(least - numerator, 0)
