"""An administrator: a user, a post, a one-time link; never a member's name."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from portal.accounts.models import User
from portal.db import session
from portal.installation import Installation
from tests.journeys.conftest import Walks
from tests.proofs.people import scope_of

pytestmark = pytest.mark.browser

PASSWORD = "mot cau dai de nho"


def test_an_administrator_brings_in_a_case_officer(walk: Walks, province: Installation) -> None:
    with province.transaction(writes=False):
        commune = scope_of("case_officer")
    admin = walk(1280).sign_in("admin").follow("Tài khoản").follow("Tạo tài khoản")
    admin.fill({"Tên đăng nhập": "hanh.nguyen", "Họ tên": "Nguyễn Thị Hạnh"})
    admin.press("Tạo tài khoản").follow("Giao vai trò")
    admin.fill({"Vai trò": "case_officer", "Nơi làm việc": "không có", "Từ ngày": "2026-11-21"})
    admin.press("Giao vai trò", status=422)
    admin.fill({"Nơi làm việc": commune}).press("Giao vai trò").sees("Đã giao vai trò")
    user = admin.page.url
    admin.press("Tạo đường dẫn")
    link = admin.main.locator("code").inner_text()

    hanh = walk(1280).go(link)
    hanh.fill({"Mật khẩu mới": "ngắn quá", "Gõ lại lần nữa": "ngắn quá"})
    hanh.press("Đặt mật khẩu", status=422).sees("15")
    hanh.fill({"Mật khẩu mới": PASSWORD, "Gõ lại lần nữa": PASSWORD}).press("Đặt mật khẩu")
    hanh.sign_in("hanh.nguyen", PASSWORD).follow("Hồ sơ").sees("Hồ sơ")

    admin.go(user).press("Kết thúc").sees("Đã kết thúc vai trò")
    hanh.go("/clients", status=200)  # sent to sign in again
    expect(hanh.main.get_by_role("heading", level=1)).to_have_text("Đăng nhập")


def test_no_page_shows_an_administrator_a_member(walk: Walks, province: Installation) -> None:
    member = walk(360).sign_in("member").follow("Của tôi")
    name = member.main.locator("dd").first.inner_text()
    with province.transaction(writes=False):
        login = session().scalars(select(User.login).where(User.login == "member")).one()
    admin = walk(1280).sign_in("admin").sees_not(name)
    admin.follow("Tài khoản").tick("Tài khoản thành viên").press("Lọc").sees(login).sees_not(name)
    admin.follow(login).sees_not(name)
