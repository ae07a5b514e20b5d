"""The verdict on a figure."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from portal.targets.judge import State, half_up, judge, months_left
from portal.targets.plans import Target

AT_LEAST_80 = Target(
    id="x",
    indicator="reached",
    level="person",
    map="as_written",
    first=date(2026, 1, 1),
    last=date(2026, 12, 31),
    comparator="ge",
    value=80,
    unit="percent",
    wording="",
)
ABOVE_80 = replace(AT_LEAST_80, comparator="gt")
LAST_DAY = date(2026, 12, 31)


def state(
    target: Target, numerator: int, denominator: int, pace: int = 0, day: date = LAST_DAY
) -> State:
    return judge(target, numerator, denominator, pace=Fraction(pace), day=day).state


def test_the_boundary_is_judged_on_the_exact_fraction_not_on_the_rounded_figure() -> None:
    verdict = judge(AT_LEAST_80, 7999, 10000, pace=Fraction(0), day=LAST_DAY)
    assert (verdict.value, verdict.state) == (80.0, State.BEHIND)
    assert state(ABOVE_80, 8001, 10000) == State.MET


def test_above_is_not_reached_by_exactly_the_goal() -> None:
    assert state(AT_LEAST_80, 8, 10) == State.MET
    assert state(ABOVE_80, 8, 10) == State.BEHIND


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(1, 20), 0.1),
        (Fraction(5, 2), 2.5),
        (Fraction(225, 100), 2.3),
        (Fraction(100), 100.0),
    ],
)
def test_a_half_is_rounded_up(value: Fraction, shown: float) -> None:
    assert half_up(value) == shown


def test_a_denominator_of_0_gives_no_value() -> None:
    verdict = judge(AT_LEAST_80, 0, 0, pace=Fraction(0), day=LAST_DAY)
    assert (verdict.value, verdict.state) == (None, State.NO_DATA)


def test_on_track_when_the_pace_of_three_months_reaches_the_goal() -> None:
    half_way = date(2026, 7, 1)  # 183 days left, 6.01 months
    assert state(AT_LEAST_80, 20, 100, pace=10, day=half_way) == State.ON_TRACK
    assert state(AT_LEAST_80, 19, 100, pace=10, day=half_way) == State.BEHIND


def test_at_the_last_day_no_month_is_left_so_an_unmet_target_is_behind() -> None:
    verdict = judge(AT_LEAST_80, 79, 100, pace=Fraction(50), day=LAST_DAY)
    assert (verdict.state, verdict.gap, verdict.pace_needed) == (State.BEHIND, 1, None)


def test_without_a_last_day_the_year_of_the_day_ends_the_count() -> None:
    endless = replace(AT_LEAST_80, last=None)
    assert months_left(endless, date(2027, 12, 1)) == 30 / Fraction("30.4375")


def test_the_gap_is_how_many_more_are_needed() -> None:
    assert judge(AT_LEAST_80, 3, 7, pace=Fraction(0), day=LAST_DAY).gap == 3  # 6/7
    assert judge(ABOVE_80, 3, 5, pace=Fraction(0), day=LAST_DAY).gap == 2  # 5/5
    assert judge(AT_LEAST_80, 7, 7, pace=Fraction(0), day=LAST_DAY).gap == 0


def test_a_count_is_compared_as_it_is() -> None:
    two = replace(AT_LEAST_80, unit="count", value=2)
    verdict = judge(two, 2, 2, pace=Fraction(0), day=LAST_DAY)
    assert (verdict.value, verdict.state) == (2, State.MET)


def test_each_means_every_one() -> None:
    each = replace(AT_LEAST_80, unit="each", value=1)
    assert state(each, 10, 11) == State.BEHIND
    assert judge(each, 11, 11, pace=Fraction(0), day=LAST_DAY).value == 100.0
