"""The lowest lawful pay by zone and day."""

from datetime import date

import pytest

from portal.places import service as places

TODAY = date(2026, 11, 21)

pytestmark = pytest.mark.usefixtures("country")


def test_pay_follows_the_zone_and_the_decree_of_the_day() -> None:
    wage = places.minimum_wage("25195", TODAY)
    assert wage
    assert (wage.zone, wage.month_vnd, wage.hour_vnd) == (2, 4_730_000, 22_700)
    before = places.minimum_wage("25195", date(2025, 12, 31))
    assert before
    assert (before.month_vnd, before.decree) == (4_410_000, "74/2024/NĐ-CP")


def test_every_commune_of_dong_nai_has_a_zone() -> None:
    zones = {places.wage_zone(unit.code, TODAY) for unit in places.communes_of("75", TODAY)}
    assert zones == {1, 2, 3, 4}


def test_an_unknown_zone_gives_no_figure() -> None:
    assert places.wage_zone("00004", TODAY) is None
    assert places.minimum_wage("00004", TODAY) is None
    assert places.minimum_wage("25195", date(2025, 6, 30)) is None
