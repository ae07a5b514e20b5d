"""Each rule over ten years: no day is left out, none comes twice."""

from calendar import monthrange
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.clubs.recurrence.moon import lunar
from portal.clubs.recurrence.rules import (
    LAST,
    LunarDays,
    MonthDays,
    NthWeekday,
    Rule,
    Weekly,
    coded,
    dates,
    decoded,
)

FIRST, YEARS = date(2023, 1, 1), 10  # with the leap years 2024, 2028, 2032
END = date(FIRST.year + YEARS, 1, 1) - timedelta(days=1)
MONTHS = [(year, month) for year in range(FIRST.year, END.year + 1) for month in range(1, 13)]


def sets(values: st.SearchStrategy[int]) -> st.SearchStrategy[tuple[int, ...]]:
    """One or several numbers in order."""
    return st.sets(values, min_size=1, max_size=4).map(lambda found: tuple(sorted(found)))


weekdays = sets(st.integers(0, 6))
rules: st.SearchStrategy[Rule] = st.one_of(
    st.builds(Weekly, weekdays, st.integers(1, 8).map(lambda weeks: (weeks,))),
    st.builds(
        NthWeekday,
        weekdays,
        sets(st.sampled_from([1, 2, 3, 4, LAST])).map(
            lambda nths: tuple(sorted(nths, key=lambda nth: (nth == LAST, nth)))
        ),
    ),
    st.builds(MonthDays, sets(st.integers(1, 31))),
    st.builds(LunarDays, sets(st.integers(1, 30))),
)


def all_days(rule: Rule, since: date = FIRST) -> list[date]:
    """Ten years of a rule."""
    return list(dates(rule, since, END))


@settings(deadline=None, max_examples=60)
@given(rules)
def test_days_come_in_order_and_once(rule: Rule) -> None:
    days = all_days(rule)
    assert all(one < other for one, other in pairwise(days))


@settings(deadline=None, max_examples=60)
@given(weekdays, st.integers(1, 8))
def test_weekly_has_each_of_its_days_in_each_of_its_weeks(
    days: tuple[int, ...], every: int
) -> None:
    since = date(2023, 1, 2)  # a Monday
    by_week = Counter((day - since).days // 7 for day in all_days(Weekly(days, (every,)), since))
    whole = range(0, (END - since).days // 7, every)
    assert all(by_week[week] == len(days) for week in whole)
    assert all(week % every == 0 for week in by_week)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 6), st.sampled_from([1, 2, 3, 4, LAST]))
def test_each_month_has_one_nth_weekday(weekday: int, nth: int) -> None:
    days = all_days(NthWeekday((weekday,), (nth,)))
    assert [(day.year, day.month) for day in days] == MONTHS
    for day in days:
        first = day.replace(day=1)
        same = [first + timedelta(days=n) for n in range(monthrange(day.year, day.month)[1])]
        same = [other for other in same if other.weekday() == weekday]
        assert day == (same[-1] if nth == LAST else same[nth - 1])


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 31))
def test_each_month_has_its_day_or_its_last(number: int) -> None:
    days = all_days(MonthDays((number,)))
    assert [(day.year, day.month) for day in days] == MONTHS
    assert all(day.day == min(number, monthrange(day.year, day.month)[1]) for day in days)


def test_the_last_days_of_a_short_month_are_one_meeting() -> None:
    days = list(dates(MonthDays((29, 30, 31)), date(2027, 2, 1), date(2028, 2, 29)))
    assert [day for day in days if day.month == 2] == [date(2027, 2, 28), date(2028, 2, 29)]


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 30))
def test_each_lunar_month_has_its_day_or_its_last(number: int) -> None:
    days = all_days(LunarDays((number,)))
    assert all(lunar(day).day == min(number, lunar(day).length) for day in days)
    assert all(28 <= (other - one).days <= 31 for one, other in pairwise(days))


def test_the_first_of_the_moon_has_every_tet() -> None:
    firsts = all_days(LunarDays((1,)))
    assert {date(2025, 1, 29), date(2026, 2, 17), date(2030, 2, 2)} <= set(firsts)


@settings(deadline=None, max_examples=60)
@given(rules)
def test_a_rule_is_kept_as_text(rule: Rule) -> None:
    assert decoded(coded(rule)) == rule


@settings(deadline=None, max_examples=60)
@given(rules, st.dates(FIRST, END))
def test_later_days_are_the_same_whether_or_not_one_begins_before(rule: Rule, since: date) -> None:
    assert list(dates(rule, FIRST, END, since=since)) == [d for d in all_days(rule) if d >= since]


@pytest.mark.parametrize("rule", [Weekly((5,)), LunarDays((30,))])
def test_a_series_without_end_is_asked_for_step_by_step(rule: Rule) -> None:
    days = dates(rule, date(2026, 11, 21))
    assert next(days) < next(days)
