"""Days as pages write them."""

from datetime import UTC, date, datetime

from portal.i18n import day, weekday

EARLY = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)  # half past one on the 21st in Viet Nam


def test_an_instant_is_written_as_the_day_that_it_is_in_viet_nam() -> None:
    assert day(EARLY) == "21/11/2026"
    assert weekday(EARLY).endswith("21/11")


def test_a_day_is_itself_and_none_is_blank() -> None:
    assert day(date(2026, 11, 20)) == "20/11/2026"
    assert day(None) == ""
