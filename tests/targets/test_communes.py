"""The communes of an area as tiles, and the old districts with what grew from them."""

from datetime import date

import pytest

from portal.targets.areas import Area, area_as_written, area_today
from portal.targets.communes import Standing, communes_in, tiled
from portal.targets.districts import districts_in
from portal.targets.records import Records
from tests.targets.conftest import TODAY
from tests.targets.province import case, client, club

MAP_DAY = date(2024, 7, 25)
XUAN_AN, TRANG_DAI, BIEN_HOA = "26080", "25993", "731"


def _area(written: bool) -> Area:
    return area_as_written("75", MAP_DAY) if written else area_today("75", MAP_DAY, TODAY)


@pytest.mark.parametrize(("written", "count", "unplaced"), [(False, 95, 0), (True, 170, 11)])
def test_every_commune_has_a_tile_of_its_own_or_is_listed(
    country: object, written: bool, count: int, unplaced: int
) -> None:
    tiles = tiled(communes_in(Records(), _area(written), TODAY))
    cells = {(tile.x, tile.y) for tile in tiles.tiles}
    assert len(cells) == len(tiles.tiles) == count - unplaced
    assert len(tiles.unplaced) == unplaced
    assert all(x < tiles.columns and y < tiles.rows for x, y in cells)


def test_the_north_is_above_and_the_east_to_the_right(country: object) -> None:
    tiles = tiled(communes_in(Records(), _area(written=False), TODAY)).tiles
    north = max(tiles, key=lambda tile: tile.commune.place.lat or 0)
    east = max(tiles, key=lambda tile: tile.commune.place.lon or 0)
    assert north.y <= 1
    assert east.x >= max(tile.x for tile in tiles) - 1


def test_a_commune_stands_by_its_club_then_by_its_people(country: object) -> None:
    club(TRANG_DAI, date(2026, 1, 1))
    case(client(XUAN_AN), date(2026, 1, 1), date(2026, 1, 1))
    found = {c.place.code: c for c in communes_in(Records(), _area(written=False), TODAY)}
    assert found[TRANG_DAI].standing == Standing.CLUB
    assert (found[XUAN_AN].standing, found[XUAN_AN].people) == (Standing.GAP, 1)
    assert sum(c.standing == Standing.QUIET for c in found.values()) == 93


def test_on_the_map_of_2024_nobody_knows_who_lives_where(country: object) -> None:
    case(client(XUAN_AN), date(2026, 1, 1), date(2026, 1, 1))
    found = communes_in(Records(), _area(written=True), TODAY)
    assert {(c.standing, c.people) for c in found} == {(Standing.UNKNOWN, None)}


def test_beside_each_old_district_stand_the_communes_that_grew_from_it(country: object) -> None:
    club(TRANG_DAI, date(2024, 8, 1))
    found = districts_in(Records(), _area(written=True), _area(written=False), TODAY)
    assert len(found) == 11
    (bien_hoa,) = (district for district in found if district.place.code == BIEN_HOA)
    assert bien_hoa.clubs == 1
    assert {c.place.code: c.clubs for c in bien_hoa.grown}[TRANG_DAI] == 1
    assert bien_hoa.unknown == 5
