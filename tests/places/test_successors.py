"""What became of a unit on the next map: the decided readings."""

import csv
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy.orm import Session

from portal import clock
from portal.errors import RuleBroken
from portal.places import service as places
from portal.places.loading import DATA

OLD, H1, NEW, TODAY = date(2024, 7, 25), date(2025, 2, 1), date(2025, 7, 1), date(2026, 11, 21)
LAST_OF_2024, LAST_OF_H1 = date(2024, 12, 31), date(2025, 6, 30)
DONG_NAI, HA_DONG, QUANG_NAM = "75", "268", "49"

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture(autouse=True)
def _fixed_day() -> Iterator[None]:
    clock.fix(TODAY)
    yield
    clock.fix(None)


def homonyms() -> dict[str, str]:
    """Codes in force today that before stood for a commune whose main successor is another."""
    with (DATA / "successors.csv").open(encoding="utf-8") as file:
        main = {
            row["old_code"]: row["new_code"]
            for row in csv.DictReader(file)
            if row["is_default"] == "1"
        }
    return {old: new for old, new in main.items() if old != new and places.find_unit(old, TODAY)}


def test_a_code_on_two_maps_is_mapped_only_where_its_day_is_known() -> None:
    assert len(homonyms()) == 27
    for code, heir in homonyms().items():
        assert places.default_successor(code, TODAY) == code
        assert places.resolve_commune(code, None) == code
        assert places.default_successor(code, TODAY, since=LAST_OF_H1) == heir


def test_an_older_code_without_a_day_goes_to_its_main_successor() -> None:
    assert places.resolve_commune("00001", None) == "00097"
    assert places.successors_of("00001", OLD) == ["00097"]


def test_a_code_must_stand_on_the_day_of_its_row() -> None:
    assert places.resolve_commune("00001", OLD) == "00001"
    with pytest.raises(RuleBroken, match=r"00001.*Phúc Xá.*21/11/2026.*00097"):
        places.resolve_commune("00001", TODAY)


def test_a_code_with_neither_is_refused_by_name() -> None:
    gone = places.communes_without_successor(DONG_NAI, OLD, TODAY)[0]
    with pytest.raises(RuleBroken, match=f"{gone.code}.*{gone.name}.*chưa rõ"):
        places.resolve_commune(gone.code, None)
    with pytest.raises(RuleBroken, match=r"26424.*26425 Phường Xuân Lộc"):
        places.resolve_commune("26424", None)
    with pytest.raises(RuleBroken, match=r"mã 4;.*00004"):
        places.resolve_commune("4", None)
    with pytest.raises(RuleBroken, match=r"75.*Đồng Nai"):
        places.resolve_commune(DONG_NAI, None)


def test_a_code_that_goes_on_is_its_own_successor_whatever_its_name() -> None:
    assert places.name_of("00541", LAST_OF_2024) == "Xã Dương Hà"
    assert places.successors_of("00541", OLD) == ["00541"]
    assert places.name_of("00541", H1) == "Xã Thiên Đức"
    assert places.successors_of("07525", OLD) == ["07525"]  # under another district


def test_only_a_code_that_ends_has_no_successor() -> None:
    gone = places.communes_without_successor(DONG_NAI, OLD, TODAY)
    assert len(gone) == 11
    assert "Xã Phú Sơn" in {commune.name for commune in gone}
    assert all(places.find_unit(commune.code, date(2025, 1, 1)) is None for commune in gone)
    assert places.successors_of(gone[0].code, OLD) == []


def test_the_three_maps_are_chained() -> None:
    grown = places.grown_into("731", OLD, TODAY)  # the city of Biên Hòa
    today = {unit.code for unit in places.communes_of(DONG_NAI, TODAY)}
    assert len(grown) == 30
    assert {heir for heir in grown.values() if heir} <= today
    before = places.predecessors(OLD, TODAY)
    assert all(code in before[heir] for code, heir in grown.items() if heir)


def test_the_area_of_a_plan_is_its_place_where_the_code_goes_on() -> None:
    area = places.area_of_plan(DONG_NAI, OLD, TODAY)
    assert len(area.communes) == 95
    assert not area.unknown


def test_the_area_of_a_plan_whose_place_ended_is_what_its_communes_became() -> None:
    area = places.area_of_plan(QUANG_NAM, OLD, TODAY)
    assert len(area.unknown) == 8
    assert {places.province_of(code, TODAY) for code in area.communes} == {"48"}
    assert len(places.area_of_plan(HA_DONG, OLD, OLD).communes) == 17
    assert len(places.area_of_plan(HA_DONG, date(2021, 1, 1), TODAY).communes) == 6


def test_a_unit_that_starts_later_is_no_successor_of_an_earlier_day() -> None:
    assert places.default_successor("26425", date(2026, 4, 30), since=NEW) == "26425"
    assert places.default_successor("99999", TODAY) is None
    assert places.default_successor("26425", OLD, since=TODAY) is None


def test_an_administrator_enters_what_an_ended_commune_became() -> None:
    gone = places.communes_without_successor(DONG_NAI, OLD, TODAY)[0].code
    heir = places.communes_of("731", H1)[0].code
    places.enter_successor(gone, heir, ended_on=LAST_OF_2024, decision="1280/NQ-UBTVQH15")
    assert places.successors_of(gone, OLD) == [heir]
    assert places.default_successor(gone, TODAY) == places.default_successor(heir, TODAY, since=H1)
    assert len(places.communes_without_successor(DONG_NAI, OLD, TODAY)) == 10


def test_a_successor_must_follow_on_the_next_day() -> None:
    gone = places.communes_without_successor(DONG_NAI, OLD, TODAY)[0].code
    with pytest.raises(RuleBroken, match="99999"):
        places.enter_successor(gone, "99999", ended_on=LAST_OF_2024, decision="x")
    with pytest.raises(RuleBroken):
        places.enter_successor("26425", "26425", ended_on=TODAY, decision="x")


def test_what_was_rolled_back_is_not_remembered(country: Session) -> None:
    gone = places.communes_without_successor(DONG_NAI, OLD, TODAY)[0].code
    heir = places.communes_of("731", H1)[0].code
    with country.begin_nested() as savepoint:
        places.enter_successor(gone, heir, ended_on=LAST_OF_2024, decision="x")
        assert places.successors_of(gone, OLD) == [heir]
        savepoint.rollback()
    country.info.clear()  # as a new transaction begins
    assert places.successors_of(gone, OLD) == []
