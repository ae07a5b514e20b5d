"""Reports, rules and clubs on their pages, for the province and for a commune."""

from datetime import date

import pytest
from sqlalchemy import Engine

from portal import clock
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.config import Settings
from portal.db import transaction
from portal.vault import Vault
from tests.databases import on_sqlite
from tests.pages import PASSWORD, Visitor
from tests.targets.province import club, save

pytestmark = on_sqlite
TRANG_DAI = "25993"


@pytest.fixture(autouse=True)
def province(engine: Engine, settings: Settings) -> None:
    """Officers of Đồng Nai and of one commune that has a club; its coordinator."""
    clock.fix(settings.today)
    with transaction(engine, immediate=True, info={"vault": Vault(settings.data_key)}):
        it = club(TRANG_DAI, date(2024, 8, 1))
        for login, role, scope in (
            ("officer", "officer", "75"),
            ("commune", "officer", TRANG_DAI),
            ("chair", "coordinator", it.pid),
        ):
            user = save(
                User(
                    login=login,
                    name=f"Bà {login}",
                    password_hash=passwords.hashed(PASSWORD),
                    created_at=clock.now(),
                )
            )
            save(Post(user_id=user.id, role=role, scope=scope, from_on=clock.today()))


def _send(visitor: Visitor) -> str:
    """The commune writes and sends the report of the quarter; its address."""
    visitor.sign_in("commune")
    started = visitor.get("/targets/reports").follow("Soạn báo cáo").submit("Soạn")
    saved = started.submit("Lưu", results="Sinh hoạt đều.\nBiên bản đủ.", difficulties="")
    assert "Sinh hoạt đều." in saved
    sent = saved.follow("Gửi báo cáo").submit("Xác nhận", to_state="submitted")
    assert "Đã gửi báo cáo." in sent
    assert "Đã gửi, chờ xem" in sent
    assert "Sinh hoạt đều." in sent
    return sent.path


def test_a_report_goes_from_draft_to_closed_and_is_corrected(visitor: Visitor) -> None:
    address = _send(visitor)

    province = Visitor(visitor.app)
    province.sign_in("officer")
    waiting = province.get("/").follow("1 báo cáo chờ xem")
    assert "Đã gửi, chờ xem" in waiting
    page = province.get(address).follow("Nhận hoặc trả lại")
    page.submit("Xác nhận", status=422, to_state="returned")
    accepted = page.submit("Xác nhận", to_state="accepted")
    assert "báo cáo chờ xem" not in province.get("/")
    closed = accepted.follow("Chốt số liệu").submit("Xác nhận", to_state="closed")
    assert "Mã kiểm tra" in closed
    fixed = closed.follow("Đính chính").submit(
        "Ghi đính chính", line="needs_recorded", to_figure="4", reason="Sót"
    )
    assert "đính chính từ 0 thành 4" in fixed
    assert "Đã chốt" in province.get("/targets/reports")


def test_a_report_that_came_back_waits_on_the_start_page(visitor: Visitor) -> None:
    address = _send(visitor)
    province = Visitor(visitor.app)
    province.sign_in("officer")
    form = province.get(address).follow("Nhận hoặc trả lại")
    form.submit("Xác nhận", to_state="returned", words="Thiếu mục 2")
    again = visitor.get("/").follow("Báo cáo quý III năm 2026 chưa gửi")
    assert "Thiếu mục 2" in again
    again.follow("Gửi báo cáo").submit("Xác nhận", to_state="submitted")
    assert "chưa gửi" not in visitor.get("/")


def test_nobody_signs_without_a_code_where_one_is_needed(visitor: Visitor) -> None:
    visitor.sign_in("commune")
    saved = visitor.get("/targets/reports").follow("Soạn báo cáo").submit("Soạn")
    visitor.app.config["SECOND_FACTOR"] = True
    assert saved.follow("Gửi báo cáo").path == "/account/second-factor"


def test_the_province_sees_who_is_late_and_reminds_them(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    page = visitor.get("/targets/reports?show=late")
    assert "Phường Trảng Dài" in page
    assert "47" in page
    assert "Đã nhắc 95 xã." in page.submit("Nhắc 95 xã chưa gửi")
    commune = Visitor(visitor.app)
    assert "Mời gửi báo cáo quý III năm 2026; hạn gửi: 05/10/2026." in commune.sign_in("commune")


def test_a_report_besides_needs_both_days_in_order(visitor: Visitor) -> None:
    visitor.sign_in("commune")
    page = visitor.get("/targets/reports/start")
    assert "Mời ghi cả hai ngày." in page.submit("Soạn", status=422, first="2026-03-01")
    page.submit("Soạn", status=422, first="2026-03-02", last="2026-03-01")
    begun = page.submit("Soạn", first="2026-03-01", last="2026-05-20")
    assert "Báo cáo từ 01/03/2026 đến 20/05/2026" in begun


def test_a_rule_is_set_by_the_province_and_read_by_the_commune(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    page = visitor.get("/targets/rules")
    page.submit("Đặt quy tắc", status=422, from_on="", reason="QĐ 12")
    done = page.submit(
        "Đặt quy tắc", from_on="2026-11-21", reason="QĐ 12", months="6", period_starts_on="15"
    )
    assert "mỗi tháng, 6 tháng gần nhất" in done
    assert "QĐ 12" in done
    commune = Visitor(visitor.app)
    commune.sign_in("commune")
    read = commune.get("/targets/rules")
    assert "QĐ 12" in read
    assert "Đặt quy tắc mới" not in read


def test_a_coordinator_sees_what_their_club_lacks(visitor: Visitor) -> None:
    visitor.sign_in("officer")
    assert "Biên bản: 0 trên 3 tháng gần nhất" in visitor.get("/targets/clubs")
    chair = Visitor(visitor.app)
    chair.sign_in("chair")
    page = chair.get("/clubs/all").follow("CLB").follow("Ổn định, hiệu quả?")
    assert "Còn 4 việc" in page
    assert "Gửi báo cáo tháng 10/2026." in page
    chair.get("/targets/clubs", status=403)
