"""People, staff and reported figures."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.targets.plans import shipped_plans
from portal.targets.records import CaseRow
from tests.targets.conftest import AskRow
from tests.targets.province import case, client, figure, need, point, staff

THIS_WARD = "09556"  # of Hà Đông's old wards, on today's map
XUAN_AN = "26080"
TAM_KY = "20335"  # Quảng Nam's district of Tam Kỳ
NOTHING = (None, None, None)


def figures(found: dict[str, object]) -> tuple[object, ...]:
    return found["numerator"], found["denominator"]


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        ("voluntary", date(2026, 3, 14)),
        ("substitution", date(2026, 3, 14)),
        ("compulsory", date(2027, 3, 14)),
    ],
)
def test_aftercare_lasts_to_the_eve_of_the_anniversary(kind: str, last: date) -> None:
    row = CaseRow(1, XUAN_AN, kind, date(2025, 3, 15), date(2025, 4, 1), None)
    assert row.under_aftercare(last)
    assert not row.under_aftercare(last.replace(day=15))
    assert row.under_aftercare(date(2025, 4, 1))
    assert not row.under_aftercare(date(2025, 3, 31))


def test_an_end_that_is_known_is_included_and_no_file_is_no_aftercare() -> None:
    known = CaseRow(1, XUAN_AN, "voluntary", date(2025, 3, 15), date(2025, 4, 1), date(2025, 5, 1))
    assert known.under_aftercare(date(2025, 5, 1))
    assert not known.under_aftercare(date(2025, 5, 2))
    assert not known._replace(managed_from=None).under_aftercare(date(2025, 4, 2))


def test_a_file_is_opened_when_every_completion_of_the_period_has_one(row: AskRow) -> None:
    both, one, before = client(THIS_WARD), client(THIS_WARD), client(THIS_WARD)
    case(both, date(2022, 1, 1), date(2022, 2, 1))
    case(both, date(2024, 1, 1), date(2026, 1, 1))  # opened after the last day
    case(one, date(2021, 1, 1), date(2021, 1, 1))
    case(one, date(2020, 12, 31))  # not of the period
    case(before, date(2020, 12, 31))
    assert figures(row("001-2", "today")) == (1, 2)


def test_substitution_is_no_completion_here(row: AskRow) -> None:
    case(client(THIS_WARD), date(2024, 1, 1), kind="substitution")
    assert figures(row("001-2", "today")) == (0, 0)


def test_every_need_of_the_kind_must_be_met(row: AskRow) -> None:
    person, other = client(THIS_WARD), client(THIS_WARD)
    need(person, "training", date(2024, 1, 1), date(2024, 2, 1))
    need(person, "work", date(2024, 1, 1))
    need(other, "training", date(2024, 1, 1), date(2024, 2, 1))
    need(other, "training", date(2025, 1, 1), date(2026, 1, 1))  # met after the last day
    assert figures(row("001-4", "today")) == (1, 2)
    assert figures(row("001-5", "today")) == (0, 1)


def test_needs_of_the_period_are_recorded_in_it_or_still_open_on_its_first_day(
    row: AskRow,
) -> None:
    need(client(THIS_WARD), "work", date(2020, 1, 1), date(2020, 12, 31))
    assert figures(row("001-5", "today")) == (0, 0)
    need(client(THIS_WARD), "work", date(2020, 1, 1), date(2021, 1, 1))
    need(client(THIS_WARD), "work", date(2020, 1, 1))
    need(client(THIS_WARD), "work", date(2026, 1, 1))
    assert figures(row("001-5", "today")) == (1, 2)


def test_all_kinds_of_need_count_for_quang_nam(row: AskRow, today: Callable[[date], None]) -> None:
    today(date(2024, 12, 1))
    person = client(TAM_KY)
    need(person, "training", date(2024, 1, 1), date(2024, 2, 1))
    assert figures(row("003-4")) == (1, 1)
    need(person, "papers", date(2024, 1, 1))
    assert figures(row("003-4")) == (0, 1)


def test_people_are_known_only_on_the_map_of_the_clocks_day(row: AskRow) -> None:
    case(client(XUAN_AN), date(2026, 1, 1), date(2026, 1, 1))
    found = row("004-3")
    assert (found["numerator"], found["denominator"], found["value"]) == NOTHING
    assert found["state"] == "no_data"
    for target in ("001-2", "001-4", "001-7", "003-3", "003-4", "003-5"):
        assert row(target)["numerator"] is None  # even with nobody recorded
        assert row(target, "today")["numerator"] == 0


def test_staff_are_trained_when_all_their_courses_are_completed(row: AskRow) -> None:
    staff(THIS_WARD, date(2024, 1, 1), date(2025, 12, 31))
    staff(THIS_WARD, date(2024, 1, 1), None)
    staff(THIS_WARD, date(2026, 1, 1))
    staff(XUAN_AN, date(2024, 1, 1))
    assert figures(row("001-7", "today")) == (1, 3)


@pytest.mark.parametrize("place", ["49", "502", TAM_KY])
def test_staff_belong_by_place_district_or_commune(
    row: AskRow, today: Callable[[date], None], place: str
) -> None:
    today(date(2024, 12, 1))
    staff(place, date(2024, 1, 1))
    assert figures(row("003-5")) == (1, 1)


def test_a_reported_figure_is_that_of_the_place_and_year_on_the_plans_map(row: AskRow) -> None:
    figure("reached", "49", "2024-H1", 10, 10)
    figure("reached", "49", "2023", 10, 10)
    figure("reached", "503", "2024", 10, 10)
    assert (row("003-1")["numerator"], row("003-1")["state"]) == (None, "no_data")
    figure("reached", "49", "2024", 161, 200)
    found = row("003-1")
    assert (found["numerator"], found["denominator"], found["value"]) == (161, 200, 80.5)
    assert found["state"] == "met"
    assert (row("003-1", "today")["numerator"], row("003-1", "today")["state"]) == (None, "no_data")


def test_a_target_of_each_year_reads_the_year_of_the_day_it_is_judged(row: AskRow) -> None:
    figure("reached", "268", "2023", 9, 10)
    figure("reached", "268", "2024", 8, 10)
    assert row("001-1", on=date(2023, 5, 1))["value"] == 90.0
    assert row("001-1", on=date(2024, 5, 1))["state"] == "behind"  # gains nothing, more than 80
    assert row("001-1")["state"] == "no_data"  # judged in 2025


def test_wards_with_an_open_counselling_point(row: AskRow) -> None:
    point("09556", date(2022, 1, 1), date(2023, 1, 1))
    point("09556", date(2022, 1, 1))
    point("09562", date(2023, 1, 2))
    assert (row("001-6", on=date(2023, 1, 1))["value"], row("001-6")["goal"]) == (1, 17)
    assert row("001-6", on=date(2023, 1, 2))["value"] == 2


def test_a_point_that_is_lost_is_left_out_and_told(row: AskRow) -> None:
    point("09547", date(2022, 1, 1))
    assert row("001-6")["value"] == 1
    assert (row("001-6", "today")["value"], row("001-6", "today")["unknown"]) == (0, 1)


def test_a_point_without_a_first_day_is_todays_and_never_mapped(row: AskRow) -> None:
    point("09556", None)  # stands on both maps, for different wards
    assert row("001-6", "today")["value"] == 1
    assert row("001-6")["value"] == 0


def test_a_later_point_counts_for_an_old_ward_only_where_its_row_is_unchanged(row: AskRow) -> None:
    day = date(2025, 6, 21)
    point("09538", date(2025, 2, 1))  # another row since January 2025
    assert row("001-6", on=day)["numerator"] == 0
    point("09542", date(2025, 2, 1))  # the same row
    assert row("001-6", on=day)["numerator"] == 1


def test_people_of_a_target_of_each_year_are_those_of_the_year_of_the_day(
    row: AskRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = next(t for plan in shipped_plans() for t in plan.targets if t.id == "001-4")
    monkeypatch.setitem(vars(target), "each_year", True)
    need(client(THIS_WARD), "training", date(2024, 5, 1), date(2024, 6, 1))
    need(client(THIS_WARD), "training", date(2024, 5, 1))  # still open in 2025
    need(client(THIS_WARD), "training", date(2025, 5, 1), date(2025, 6, 1))
    assert figures(row("001-4", "today")) == (1, 2)  # judged on 31 December 2025
