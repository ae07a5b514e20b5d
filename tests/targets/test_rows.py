"""The rows as outsiders read them: when they are judged, on which map, in which words."""

from collections import Counter
from datetime import date

from portal.targets.service import as_json, gaps, target_rows
from tests.targets.conftest import AskRow
from tests.targets.province import case, client, club, need

XUAN_AN, TRANG_DAI, TAM_HIEP = "26080", "25993", "26017"


def test_every_target_has_a_row_a_map_and_one_where_the_place_is_unknown(country: object) -> None:
    rows = [as_json(row) for row in target_rows()]
    assert Counter(row["map"] for row in rows) == {"as_written": 21, "today": 17}
    for row in rows[-4:]:
        assert (row["plan"], row["place"], row["state"]) == ("000-2022", None, "no_data")
        assert (row["numerator"], row["denominator"], row["value"]) == (None, None, None)


def test_a_row_has_the_keys_of_the_contract_in_their_order(country: object) -> None:
    (first, *_) = (as_json(row) for row in target_rows("257/KH-UBND"))
    assert list(first.items()) == [
        ("plan", "257/KH-UBND"),
        ("target", "004-1"),
        ("indicator", "clubs_founded"),
        ("place", "75"),
        ("from", "2024-01-01"),
        ("to", "2024-12-31"),
        ("comparator", "ge"),
        ("goal", 2),
        ("numerator", 0),
        ("denominator", 2),
        ("value", 0),
        ("state", "behind"),
        ("map", "as_written"),
    ]


def test_before_its_first_day_a_target_is_not_due(row: AskRow) -> None:
    for map_ in ("as_written", "today"):
        found = row("004-4", map_, date(2025, 12, 31))
        assert (found["numerator"], found["denominator"], found["value"]) == (None, None, None)
        assert found["state"] == "not_due"


def test_a_target_is_judged_as_at_its_last_day_on_the_map_of_the_day_asked(row: AskRow) -> None:
    club(TRANG_DAI, date(2024, 12, 31))
    club("26077", date(2024, 12, 1))  # on today's map 26080
    club(XUAN_AN, date(2024, 12, 1))
    assert row("004-1", "today", date(2024, 12, 31))["numerator"] == 3
    assert row("004-1", "today", date(2025, 6, 30))["numerator"] == 3
    assert row("004-1", "today", date(2025, 7, 1))["numerator"] == 2


def test_the_pace_is_the_gain_since_the_same_day_three_months_before(row: AskRow) -> None:
    club(TRANG_DAI, date(2024, 8, 31))
    assert (
        row("004-1", on=date(2024, 11, 30))["state"] == "behind"
    )  # 1 since 30 August, 1/3 a month
    club(TAM_HIEP, date(2024, 9, 30))
    assert row("004-1", on=date(2024, 9, 29))["state"] == "on_track"
    assert row("004-1", on=date(2024, 9, 30))["state"] == "met"


def test_three_months_before_a_day_that_the_month_lacks_is_its_last_day(row: AskRow) -> None:
    for commune in ("26077", "26080", "26089", "26092"):
        need(client(commune), "work", date(2025, 1, 1))
    club(TRANG_DAI, date(2025, 2, 28))
    found = [r for r in target_rows("257/KH-UBND", date(2025, 5, 31)) if r.target.id == "004-2"]
    assert found[0].verdict.pace == 0


def test_todays_area_of_an_ended_place_is_what_its_communes_became(row: AskRow) -> None:
    for ward in ("09556", "10015", "09877"):  # the last is no heir of Hà Đông's wards
        case(client(ward), date(2024, 1, 1))
    assert row("001-2", "today")["denominator"] == 2


def test_todays_area_of_a_place_in_force_is_all_it_holds_today(row: AskRow) -> None:
    case(client("25441"), date(2026, 1, 1), date(2026, 1, 1))  # of Bình Phước until July 2025
    assert row("004-3", "today")["denominator"] == 1


def test_gaps_are_the_communes_with_people_and_no_club_most_people_first(country: object) -> None:
    for commune, people in ((XUAN_AN, 1), (TRANG_DAI, 3), (TAM_HIEP, 2)):
        for _ in range(people):
            case(client(commune), date(2026, 1, 1), date(2026, 1, 1))
    club(TRANG_DAI, date(2026, 1, 1))
    assert [(gap.commune_code, gap.people) for gap in gaps("75")] == [(TAM_HIEP, 2), (XUAN_AN, 1)]
