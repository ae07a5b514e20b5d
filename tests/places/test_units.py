"""Units as they stood on a day: the checks that came with the data."""

from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.errors import NotFound
from portal.places import service as places
from portal.places.models import Unit

OLD, H1, NEW, TODAY = date(2024, 7, 25), date(2025, 2, 1), date(2025, 7, 1), date(2026, 11, 21)
DONG_NAI, HA_DONG, QUANG_NAM, SON_LA = "75", "268", "49", "14"


@pytest.mark.parametrize(
    ("place", "day", "districts", "communes"),
    [
        (DONG_NAI, OLD, 11, 170),
        (DONG_NAI, H1, 11, 159),
        (DONG_NAI, NEW, 0, 95),
        (DONG_NAI, TODAY, 0, 95),
        (HA_DONG, OLD, 0, 17),
        (QUANG_NAM, OLD, 18, 241),
        (QUANG_NAM, TODAY, 0, 0),
        (SON_LA, OLD, 12, 204),
        ("25195", TODAY, 0, 1),
    ],
)
def test_a_place_has_its_districts_and_communes(
    country: Session, place: str, day: date, districts: int, communes: int
) -> None:
    codes = country.scalars(places.communes_under(place, day)).all()
    assert len(codes) == communes
    assert sorted(codes) == sorted(unit.code for unit in places.communes_of(place, day))
    found = places.in_force(places.Level.DISTRICT, day).where(Unit.parent_code == place)
    assert len(country.scalars(found).all()) == districts


def test_the_country_has_its_communes_by_level_and_day(country: Session) -> None:
    def count(level: places.Level, day: date) -> int | None:
        rows = places.in_force(level, day).order_by(None).subquery()
        return country.scalar(select(func.count()).select_from(rows))

    assert count(places.Level.COMMUNE, NEW) == 3321
    assert count(places.Level.PROVINCE, OLD) == 63
    assert count(places.Level.PROVINCE, NEW) == 34
    assert count(places.Level.DISTRICT, NEW) == 0


@pytest.mark.usefixtures("country")
def test_dong_nai_is_a_city_since_its_resolution_under_the_same_code() -> None:
    assert places.unit_on("75", date(2026, 4, 29)).name == "Tỉnh Đồng Nai"
    assert places.unit_on("75", date(2026, 4, 30)).name == "Thành phố Đồng Nai"
    assert places.unit_on("26425", date(2026, 4, 29)).name == "Xã Xuân Lộc"
    assert places.unit_on("26425", TODAY).name == "Phường Xuân Lộc"


@pytest.mark.usefixtures("country")
def test_a_unit_is_named_as_on_the_day_and_after_its_end_as_it_last_was() -> None:
    assert places.name_of("26425", NEW) == "Xã Xuân Lộc"
    assert places.name_of(HA_DONG, TODAY) == "Quận Hà Đông"
    assert places.name_of("00000", TODAY) == "00000"
    with pytest.raises(NotFound):
        places.unit_on(HA_DONG, TODAY)


@pytest.mark.usefixtures("country")
def test_a_unit_lies_in_its_district_and_province() -> None:
    ward = places.communes_of(HA_DONG, OLD)[0].code
    assert places.district_of(ward, OLD) == HA_DONG
    assert places.province_of(ward, OLD) == "01"
    assert places.district_of("26425", TODAY) is None
    assert places.province_of("26425", TODAY) == DONG_NAI
    assert places.province_of(DONG_NAI, TODAY) == DONG_NAI
    assert places.province_of("49", TODAY) is None


@pytest.mark.usefixtures("country")
def test_units_are_found_by_the_beginning_of_a_word_with_or_without_marks() -> None:
    def names(text: str, under: str | None = None) -> list[str]:
        found = places.search_units(text, level=places.Level.COMMUNE, day=TODAY, under=under)
        return [unit.name for unit in found]

    assert names("xuân lộc", DONG_NAI) == names("xuan loc", DONG_NAI) == ["Phường Xuân Lộc"]
    assert "Phường Xuân Lộc" in names("phường xuân", DONG_NAI)
    assert names("uan loc", DONG_NAI) == []
    assert len(names("xa")) == 20


@pytest.mark.usefixtures("country")
def test_a_place_stands_on_a_grid_of_hundred_metres() -> None:
    assert places.grid(places.unit_on("26425", TODAY)) == (119409, 12162)
    blind = next(unit for unit in places.communes_of(DONG_NAI, OLD) if unit.lat is None)
    assert places.grid(blind) is None


def test_what_is_loaded_is_not_loaded_again(country: Session) -> None:
    assert not places.load()
    assert country.scalar(select(func.count(Unit.id))) == 15451


def test_a_commune_is_found_by_the_names_that_went_into_it(work: Session) -> None:
    heir = places.default_successor("26041", TODAY, since=OLD)
    assert heir
    names = places.search_names(heir, TODAY)
    assert names[:2] == [places.name_of(heir, TODAY), places.name_of(DONG_NAI, TODAY)]
    assert places.name_of("26041", OLD) in names
    assert len(set(names)) == len(names)
