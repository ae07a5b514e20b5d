"""The Vietnamese calendar of the moon, against published days of Tết and leap months."""

from datetime import date, timedelta

import pytest

from portal.clubs.recurrence.days_off import days_to_tet
from portal.clubs.recurrence.moon import lunar, tet
from portal.workdays import holiday

# Tết as published for Viet Nam, 2000 to 2050, month and day
TET = """
02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-17 02-07 01-26 02-14 02-03 01-23 02-10 01-31 02-19
02-08 01-28 02-16 02-05 01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13 02-02 01-23
02-11 01-31 02-19 02-08 01-28 02-15 02-04 01-24 02-12 02-01 01-22 02-10 01-30 02-17 02-06 01-26
02-14 02-02 01-23
"""
# year and number of the leap month
LEAP = {
    2001: 4, 2004: 2, 2006: 7, 2009: 5, 2012: 4, 2014: 9, 2017: 6, 2020: 4, 2023: 2, 2025: 6,
    2028: 5, 2031: 3, 2033: 11, 2036: 6, 2039: 5, 2042: 2, 2044: 7, 2047: 5, 2050: 3,
}  # fmt: skip


@pytest.mark.parametrize(("year", "published"), list(enumerate(TET.split(), 2000)))
def test_tet_is_on_the_published_day(year: int, published: str) -> None:
    assert tet(year) == date.fromisoformat(f"{year}-{published}")


@pytest.mark.parametrize(
    ("year", "here", "in_china"),
    [
        (1985, date(1985, 1, 21), date(1985, 2, 20)),  # the solstice of 1984 fell on the 21st here
        (2007, date(2007, 2, 17), date(2007, 2, 18)),  # new moon at 23:14 here, 00:14 there
        (2030, date(2030, 2, 2), date(2030, 2, 3)),  # new moon at 23:07 here, 00:07 there
    ],
)
def test_where_the_two_countries_differ_ours_is_kept(year: int, here: date, in_china: date) -> None:
    assert tet(year) == here != in_china


def test_leap_months() -> None:
    days = (date(2000, 2, 5) + timedelta(days=n) for n in range(365 * 51))
    found = {day.year: lunar(day).month for day in days if lunar(day).leap and lunar(day).day == 5}
    assert found == LEAP


def test_every_day_follows_the_one_before() -> None:
    day, before = date(2024, 1, 1), lunar(date(2023, 12, 31))
    while day < date(2036, 1, 1):
        now = lunar(day)
        assert now.length in (29, 30)
        if now.day == 1:
            assert before.day == before.length
            assert now.month == before.month % 12 + 1 or now.leap
        else:
            assert (now.day, now.month, now.leap) == (before.day + 1, before.month, before.leap)
        day, before = day + timedelta(days=1), now


def test_days_off() -> None:
    assert holiday(date(2027, 4, 30), "en")
    assert holiday(date(2027, 4, 29), "en") is None
    assert days_to_tet(date(2027, 2, 4)) == 2
    assert days_to_tet(date(2027, 2, 7)) == -1
    assert days_to_tet(date(2027, 3, 7)) is None
