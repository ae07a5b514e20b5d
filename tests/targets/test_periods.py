"""Periods as they are written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.i18n import speaking
from portal.targets.period_names import period_name
from portal.targets.periods import (
    CUTS,
    Length,
    month_of,
    parse_period,
    period_at,
    previous_period,
    read_period,
    year_of,
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-H1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(text: str, first: date, last: date) -> None:
    period = parse_period(text)
    assert (period.first, period.last, period.text) == (first, last, text)


@pytest.mark.parametrize(
    "text", ["", "26", "2026-", "2026-13", "2026-00", "2026-7", "2026-Q5", "2026-h1", "2026-H3",
             "2026-07-01", " 2026", "2026\n", "２０２６", "0000"]
)  # fmt: skip
def test_anything_else_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="is not a period"):
        parse_period(text)


def test_a_day_knows_its_month_and_its_year() -> None:
    assert month_of(date(2026, 7, 9)).text == "2026-07"
    assert year_of(date(2026, 7, 9)).text == "2026"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-07", date(2026, 6, 15), date(2026, 7, 14)),
        ("2026-01", date(2025, 12, 15), date(2026, 1, 14)),
        ("2026-Q3", date(2026, 6, 15), date(2026, 9, 14)),
        ("2026-Q1", date(2025, 12, 15), date(2026, 3, 14)),
        ("2026-H1", date(2025, 12, 15), date(2026, 6, 14)),
        ("2026-H2", date(2026, 6, 15), date(2026, 12, 14)),
        ("2026", date(2025, 12, 15), date(2026, 12, 14)),
    ],
)
def test_cut_on_the_15th_a_period_begins_in_the_month_before(
    text: str, first: date, last: date
) -> None:
    period = parse_period(text, 15)
    assert (period.first, period.last, period.text) == (first, last, text)


def test_any_two_days_are_a_period_of_a_report_and_of_nothing_else() -> None:
    period = read_period("2026-03-01..2026-05-20")
    assert (period.first, period.last) == (date(2026, 3, 1), date(2026, 5, 20))
    for text in ("2026-05-20..2026-03-01", "2026-02-30..2026-03-01", "2026-03-01.."):
        with pytest.raises(ValueError, match=r"day|period"):
            read_period(text)
    with pytest.raises(ValueError, match="is not a period"):
        parse_period("2026-03-01..2026-05-20")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2026", "2025"),
        ("2026-H1", "2025-H2"),
        ("2026-Q3", "2026-Q2"),
        ("2026-01", "2025-12"),
        ("2026-03-01..2026-03-31", "2026-01-29..2026-02-28"),
    ],
)
def test_the_previous_period_is_as_long(text: str, before: str) -> None:
    assert previous_period(read_period(text)).text == before


@given(
    st.dates(date(1990, 1, 1), date(2090, 12, 31)),
    st.sampled_from([length for length in Length if length != Length.AD_HOC]),
    st.sampled_from(CUTS),
)
def test_periods_follow_each_other_without_a_gap(day: date, length: Length, starts: int) -> None:
    period = period_at(length, day, starts)
    assert period.first <= day <= period.last
    before = previous_period(period)
    assert before.last + timedelta(days=1) == period.first
    assert parse_period(period.text, starts) == period


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("2026-07", "tháng 7 năm 2026", "July 2026"),
        ("2026-Q3", "quý III năm 2026", "quarter III of 2026"),
        ("2026-H1", "6 tháng đầu năm 2026", "the first half of 2026"),
        ("2026-H2", "6 tháng cuối năm 2026", "the second half of 2026"),
        ("2026", "năm 2026", "2026"),
        ("2026-03-01..2026-05-20", "từ 01/03/2026 đến 20/05/2026", "from 01/03/2026 to 20/05/2026"),
    ],
)
def test_a_period_has_a_name(text: str, vietnamese: str, english: str) -> None:
    with speaking("vi"):
        assert period_name(read_period(text)) == vietnamese
    with speaking("en"):
        assert period_name(read_period(text)) == english
