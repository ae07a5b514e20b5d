"""Working days: weekends and public holidays are passed over."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.workdays import is_working, working_days_after


@pytest.mark.parametrize(
    ("since", "days", "last"),
    [
        (date(2026, 11, 13), 5, date(2026, 11, 20)),  # a Friday
        (date(2026, 11, 14), 1, date(2026, 11, 16)),  # a Saturday
        (date(2026, 4, 28), 2, date(2026, 5, 4)),  # 30 April and 1 May, then a weekend
        (date(2026, 2, 13), 1, date(2026, 2, 23)),  # the week of Tết
        (date(2026, 11, 13), 0, date(2026, 11, 13)),
    ],
)
def test_the_last_day_of_some_working_days(since: date, days: int, last: date) -> None:
    assert working_days_after(since, days) == last


@given(st.dates(date(2022, 1, 1), date(2030, 1, 1)), st.integers(1, 30))
def test_so_many_working_days_lie_between(since: date, days: int) -> None:
    last = working_days_after(since, days)
    between = (since + timedelta(n) for n in range(1, (last - since).days + 1))
    assert sum(map(is_working, between)) == days
    assert is_working(last)
