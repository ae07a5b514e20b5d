"""Clubs counted by commune and by district."""

from datetime import date

from sqlalchemy.orm import Session

from tests.targets.conftest import AskRow
from tests.targets.province import case, client, club

TRANG_DAI, TAM_HIEP = "25993", "26017"  # Biên Hòa, district 731
XUAN_BINH, XUAN_AN = "26077", "26080"  # Long Khánh, district 732; both in 26080 since July 2025
TAN_MAI = "26026"  # Biên Hòa; ended on 31 December 2024, no known successor


def test_pilots_are_distinct_communes_with_a_club_founded_in_2024(row: AskRow) -> None:
    club(TRANG_DAI, date(2024, 1, 1))
    club(TRANG_DAI, date(2024, 9, 1))
    club(XUAN_AN, date(2023, 12, 31))
    club(XUAN_BINH, date(2025, 1, 1))
    found = row("004-1")
    assert (found["numerator"], found["denominator"], found["value"]) == (1, 2, 1)
    assert found["state"] == "behind"
    club(TAM_HIEP, date(2024, 12, 31))
    assert (row("004-1")["value"], row("004-1")["state"]) == (2, "met")


def test_two_pilots_in_communes_that_became_one_are_one_on_todays_map(row: AskRow) -> None:
    club(XUAN_BINH, date(2024, 9, 1))
    club(XUAN_AN, date(2024, 9, 1))
    assert row("004-1")["numerator"] == 2
    assert row("004-1", "today")["numerator"] == 1


def test_districts_are_distinct_and_pilots_count(row: AskRow) -> None:
    club(TRANG_DAI, date(2024, 8, 1))
    club(TAM_HIEP, date(2025, 3, 1))
    club(XUAN_AN, date(2025, 6, 30))
    found = row("004-2")
    assert (found["numerator"], found["denominator"], found["value"]) == (2, 11, 18.2)


def test_a_club_founded_after_the_merger_counts_for_an_old_district_only_where_entered(
    row: AskRow,
) -> None:
    club(XUAN_AN, date(2025, 8, 1))
    assert row("004-2")["numerator"] == 0
    club(TRANG_DAI, date(2025, 8, 1), old_district_code="731")
    assert row("004-2")["numerator"] == 1


def test_a_club_in_a_commune_merged_in_january_2025_counts_for_its_district(row: AskRow) -> None:
    club("26014", date(2025, 2, 1))  # another row since 1 January, under the same district
    assert row("004-2")["numerator"] == 1
    assert row("004-1")["numerator"] == 0


def test_where_districts_have_ended_the_row_today_has_no_figures(row: AskRow) -> None:
    club(TRANG_DAI, date(2024, 8, 1))
    found = row("004-2", "today")
    assert [found[key] for key in ("numerator", "denominator", "value")] == [None] * 3
    assert found["state"] == "no_data"
    while_there = row("004-2", "today", date(2025, 6, 30))
    assert (while_there["numerator"], while_there["denominator"]) == (1, 11)


def test_planned_clubs_never_count_and_others_from_their_founding(row: AskRow) -> None:
    club(TRANG_DAI, date(2024, 8, 1), status="planned")
    club(XUAN_AN, None)
    club(TAM_HIEP, date(2024, 8, 2))
    assert row("004-1", on=date(2024, 8, 1))["numerator"] == 0
    assert row("004-1", on=date(2024, 8, 2))["numerator"] == 1


def test_a_paused_club_counts_before_the_day_and_not_from_it(row: AskRow) -> None:
    club(TRANG_DAI, date(2024, 8, 1), status="paused", status_on=date(2025, 5, 1))
    assert row("004-2", on=date(2025, 4, 30))["numerator"] == 1
    assert row("004-2", on=date(2025, 5, 1))["numerator"] == 0
    assert row("004-1")["numerator"] == 1  # judged as at 31 December 2024


def test_a_club_whose_commune_has_no_successor_is_left_out_and_told(row: AskRow) -> None:
    club(TAN_MAI, date(2024, 8, 1))
    club(TRANG_DAI, date(2024, 8, 1))
    assert row("004-1")["numerator"] == 2
    assert "unknown" not in row("004-1")
    found = row("004-1", "today")
    assert (found["numerator"], found["unknown"]) == (1, 1)
    assert row("004-2", "today", date(2025, 3, 1))["unknown"] == 1


def test_a_lost_club_of_another_province_is_not_told_here(row: AskRow) -> None:
    club("09547", date(2024, 8, 1))  # Hà Đông
    assert "unknown" not in row("004-1", "today")


def test_a_code_that_goes_on_is_its_own_successor_whatever_its_name(row: AskRow) -> None:
    club("26014", date(2024, 8, 1))  # Tân Tiến, from 2025 Tân Mai, then 26017
    assert row("004-1", "today")["numerator"] == 1
    assert "unknown" not in row("004-1", "today")


def test_the_denominator_is_communes_with_somebody_under_aftercare_that_day(row: AskRow) -> None:
    club(XUAN_AN, date(2026, 1, 10))
    club(TAM_HIEP, date(2026, 1, 10))
    for commune in (XUAN_AN, TRANG_DAI):
        for _ in range(2):
            case(client(commune), date(2026, 1, 1), date(2026, 2, 1))
    case(client(TAM_HIEP), date(2026, 1, 1))  # no file was opened
    found = row("004-3", "today")
    assert (found["numerator"], found["denominator"], found["value"]) == (1, 2, 50.0)


def test_nobody_under_aftercare_gives_no_value(row: AskRow) -> None:
    found = row("004-3", "today")
    assert (found["numerator"], found["denominator"]) == (0, 0)
    assert (found["value"], found["state"]) == (None, "no_data")


def test_a_new_name_makes_no_new_map(row: AskRow, country: Session) -> None:
    case(client(XUAN_AN), date(2026, 1, 1), date(2026, 1, 1))
    assert row("004-3", "today", date(2026, 2, 1))["denominator"] == 1
