"""A commune is found by what a person types."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from portal.errors import RuleBroken
from portal.places import service as places
from tests.databases import on_sqlite

DAY = date(2026, 11, 21)
pytestmark = [on_sqlite, pytest.mark.usefixtures("country")]


@pytest.mark.parametrize("typed", ["Phường Trảng Dài", "trang dai", " Trảng Dài , đồng nai"])
def test_a_name_with_or_without_kind_marks_and_province(typed: str) -> None:
    code = places.commune_typed(typed, DAY)
    assert places.name_of(code, DAY) == "Phường Trảng Dài"


def test_what_is_written_is_read_back(country: Session) -> None:
    for commune in list(places.gazetteer().communes(DAY))[::97]:
        assert places.commune_typed(places.commune_written(commune.code, DAY), DAY) == commune.code


def test_doubt_names_those_that_may_be_meant() -> None:
    with pytest.raises(RuleBroken, match="trùng tên"):
        places.commune_typed("Hòa Bình", DAY)
    with pytest.raises(RuleBroken, match="Gần giống: Phường Trảng Dài"):
        places.commune_typed("Trảng Dà", DAY)
    with pytest.raises(RuleBroken, match="Không có"):
        places.commune_typed("Không Đâu Cả", DAY)
