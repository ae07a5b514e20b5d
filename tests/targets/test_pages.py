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

SVG = "{http://www.w3.org/2000/svg}"
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


def test_the_board_shows_the_targets_of_the_year_on_both_maps(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    page = visitor.get("/targets")
    for words in ("257/KH-UBND", "từ nay đến hết năm 2026", "Bản đồ hôm nay", "Chậm"):
        assert words in page
    assert "thí điểm 02 Mô hình" not in page
    assert "Nơi cư trú và nơi làm việc chỉ biết theo bản đồ hiện nay." in page
    page = page.follow("2025")
    for words in ("Bản đồ này không còn cấp huyện.", "9,1 %", "ngày 31/12/2025"):
        assert words in page
    assert "Cả hai bản đồ" in page.follow("2024")


def test_the_map_and_its_table_say_the_same_and_each_leads_to_the_commune(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    page = visitor.get("/targets")
    assert "Có người, chưa có câu lạc bộ: 1" in page
    drawn = [a.get("href") for a in page.all(f"{SVG}a")]
    assert len(drawn) == 95
    assert "Phường Long Khánh: Có người, chưa có câu lạc bộ, 2 người" in page
    listed = [head.find("a") for head in page.all("th") if head.find("a") is not None]
    assert sorted(drawn) == sorted(a.get("href") for a in listed)
    assert "Người đang được quản lý 2" in visitor.get(f"/targets/places/{XUAN_AN}")


def test_the_map_of_2024_has_170_communes(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    page = visitor.get("/targets?map=as_written")
    assert "Bảng 170 xã, phường" in page
    assert "Chưa có tọa độ nên không có trên bản đồ:" in page


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("2027-01-01", "Ngày này chưa đến."),
        ("1999-01-01", "Số liệu có từ ngày 01/01/2021."),
        ("31/02/2026", "Tính đến ngày"),
    ],
)
def test_a_day_that_cannot_be_answered_is_refused_kindly(
    visitor: Visitor, asked: str, says: str
) -> None:
    visitor.sign_in("officer")
    for address in ("/targets", "/targets/places/75"):
        assert says in visitor.get(f"{address}?on={asked}", status=422)


def test_one_goes_down_from_the_province_by_district_to_the_commune(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    page = visitor.get("/targets/places/75?map=as_written").follow("Thành phố Biên Hòa")
    assert "30 xã, phường" in page
    page = page.follow("Phường Trảng Dài")
    assert "CLB" in page
    assert "Thành phố Biên Hòa" in page
    visitor.get("/targets/places/48", status=404)


def test_a_figure_opens_to_its_cases_with_what_to_do_next(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    page = visitor.get("/targets").follow("0 trên 1")
    assert "Chưa đạt (1)" in page
    assert "Giao việc" in page
    page = page.follow("Giao việc")
    page = page.submit(answerable="", due_on="2026-12-20", status=422)
    page.submit(answerable="Ông Bảy, UBND phường", due_on="2026-12-20")
    assert "Ông Bảy, UBND phường" in visitor.get("/targets/gaps")
    assert "29 ngày" in visitor.get("/targets/gaps")


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


def test_each_page_marks_the_list_it_belongs_to(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    lists = {
        "/targets/plans/257-kh-ubnd": "Chỉ tiêu",
        "/targets/plans/257-kh-ubnd/tasks": "Kế hoạch",
        "/targets/gaps": "Chỉ tiêu",
        "/targets/papers": "Báo cáo",
        "/targets/staff/new": "Sổ theo dõi",
        "/volunteer-teams": "Sổ theo dõi",
        "/clubs/new": "Câu lạc bộ",
        "/clubs": "Câu lạc bộ và điểm tư vấn",
    }
    for address, name in lists.items():
        marked = [a.text for a in visitor.get(address).all("a") if a.get("aria-current") == "page"]
        assert marked == [name], address


def test_the_board_leads_to_the_figure_that_nobody_has_entered(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    form = visitor.get("/targets/plans/new")
    form = form.submit(
        "Thêm kế hoạch",
        number="9/KH-UBND",
        title="Tiếp cận dịch vụ",
        authority="UBND tỉnh Đồng Nai",
        place="Đồng Nai",
        signed="2026-01-05",
    ).follow("Thêm chỉ tiêu")
    board = form.submit(
        "Lưu",
        id="9-1",
        wording="trên 80%",
        indicator="reached",
        level="person",
        comparator="gt",
        value="80",
        unit="percent",
        reason="Ban hành",
        first="2026-01-01",
        last="2026-12-31",
    )
    figure = board.follow("Nhập số này")
    saved = figure.submit("Lưu", numerator="81", denominator="100", source="BC 12")
    assert "Đã lưu." in saved
    assert "81,0 %" in visitor.get(board.path)


def test_a_commune_leads_to_no_place_that_is_not_the_officers(visitor: Visitor) -> None:
    visitor.sign_in("commune")
    page = visitor.get(f"/targets/places/{TRANG_DAI}?map=as_written")
    for href in page.links():
        if href.startswith("/targets/places/"):
            visitor.get(href)
