"""What an officer sees of the plans, and founding a club from the list of gaps."""

from datetime import date

import pytest
from sqlalchemy import Engine

from portal import clock
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.config import Settings
from portal.db import transaction
from portal.vault import Vault
from tests.pages import PASSWORD, Visitor
from tests.targets.province import case, client, club, save

XUAN_AN, TRANG_DAI = "26080", "25993"


@pytest.fixture(autouse=True)
def province(engine: Engine, settings: Settings) -> None:
    """Officers of Đồng Nai and of one commune, a pilot club, and a commune with two people."""
    clock.fix(settings.today)
    with transaction(engine, immediate=True, info={"vault": Vault(settings.data_key)}):
        for login, scope in (("officer", "75"), ("commune", TRANG_DAI)):
            user = save(
                User(
                    login=login,
                    name="Bà Hạnh",
                    password_hash=passwords.hashed(PASSWORD),
                    created_at=clock.now(),
                )
            )
            save(Post(user_id=user.id, role="officer", scope=scope, from_on=clock.today()))
        club(TRANG_DAI, date(2024, 8, 1))
        for _ in range(2):
            case(client(XUAN_AN), date(2026, 3, 1), date(2026, 4, 1))


def test_the_board_shows_the_four_targets_on_both_maps(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    page = visitor.get("/targets")
    for words in ("257/KH-UBND", "thí điểm 02 Mô hình", "Bản đồ hôm nay", "Chậm", "9,1 %"):
        assert words in page
    assert "Bản đồ này không còn cấp huyện." in page
    assert "Nơi ở, nơi làm việc chỉ biết theo bản đồ hiện nay." in page


def test_the_start_page_shows_the_plan_and_the_biggest_gaps(visitor: Visitor) -> None:
    page = visitor.sign_in("officer")
    for words in ("Kế hoạch 257/KH-UBND", "1 trên 11", "Phường Long Khánh", "2 người"):
        assert words in page


def test_another_places_plan_shows_its_wording_and_no_figures(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    page = visitor.get("/targets/plans/1737-kh-ubnd")
    assert "Trên 80% số người" in page
    assert "Số liệu chỉ cho cán bộ của nơi có kế hoạch này." in page
    assert "Bản đồ hôm nay" not in page


def test_the_officer_of_a_commune_sees_no_figures_of_the_province(visitor: Visitor) -> None:
    visitor.sign_in("commune")
    assert "Bản đồ hôm nay" not in visitor.get("/targets/plans/257-kh-ubnd")
    assert "Xã nào có người cũng đã có câu lạc bộ." in visitor.get("/targets/gaps")


def test_an_unknown_plan_is_not_found(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    visitor.get("/targets/plans/none", status=404)


def test_a_club_is_founded_from_the_list_of_gaps(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    form = visitor.get("/targets/gaps").follow("Thành lập Phường Long Khánh")
    form.submit(
        "Thành lập",
        name="Câu lạc bộ Long Khánh",
        display_name="Nhóm Bình Minh",
        decision="45/QĐ-UBND",
        founded_on="2026-11-20",
    )
    assert "Phường Long Khánh" not in visitor.get("/targets/gaps")
