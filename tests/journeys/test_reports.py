"""The report of a month on its way from the commune to the province, each step signed by code."""

from collections.abc import Callable

import pyotp
import pytest
from sqlalchemy import update

from portal import clock
from portal.accounts.models import User
from portal.db import session
from portal.demo.accounts import COMMUNE_OFFICER
from portal.installation import Installation
from tests.journeys.conftest import Walks
from tests.journeys.walking import Walk
from tests.pages import PASSWORD

pytestmark = pytest.mark.browser

MONTH = {"Kỳ": "2026-10"}
DIFFICULTIES, CODE = "Khó khăn, vướng mắc", "Mã 6 chữ số để ký"
Sign = Callable[[], str]


@pytest.mark.parametrize("second_factor", [True])
def test_a_report_is_sent_returned_accepted_closed_and_corrected(
    walk: Walks, province: Installation
) -> None:
    commune, commune_code = _signed_in(walk(360), COMMUNE_OFFICER, province)
    commune.go("/targets/reports").follow("Soạn báo cáo").fill(MONTH).press("Soạn")
    address = commune.page.url
    commune.fill({DIFFICULTIES: "Thành viên đi ca đêm."}).press("Lưu").sees("Đã lưu")
    commune.follow("Gửi báo cáo").tick("Gửi báo cáo").press("Xác nhận", status=422)
    commune.fill({CODE: commune_code()}).press("Xác nhận").sees("Đã gửi, chờ xem")

    officer, officer_code = _signed_in(walk(1280), "officer", province)
    officer.go(address).sees("Thành viên đi ca đêm.").follow("Nhận hoặc trả lại")
    officer.tick("Trả lại").press("Xác nhận", status=422).sees("Mời ghi rõ cần sửa gì")
    officer.fill({"Lời nhắn": "Ghi rõ mấy người."}).press("Xác nhận").sees("Trả lại để sửa")

    commune.go("/").sees("cần sửa lại").go(address).sees("Ghi rõ mấy người.")
    commune.fill({DIFFICULTIES: "Ba thành viên đi ca đêm."}).press("Lưu")
    commune.follow("Gửi báo cáo").fill({CODE: commune_code()}).press("Xác nhận")

    officer.go(address).sees("Ba thành viên").follow("Nhận hoặc trả lại")
    officer.tick("Nhận báo cáo").press("Xác nhận").sees("Đã nhận").follow("Chốt số liệu")
    officer.press("Xác nhận", status=422).fill({CODE: officer_code()}).press("Xác nhận")
    officer.sees("Đã chốt", "Mã kiểm tra").follow("Đính chính")
    officer.fill({"Nội dung": "needs_recorded", "Số đúng": "99"}).press(
        "Ghi đính chính", status=422
    )
    officer.fill({"Lý do": "Sót một phiếu"}).press("Ghi đính chính")
    officer.sees("thành 99", "Sót một phiếu")
    commune.go(address).sees("Đã chốt", "thành 99")


def _signed_in(walk: Walk, login: str, province: Installation) -> tuple[Walk, Sign]:
    """Someone who had to set a second factor first, and where their codes come from."""
    secret = walk.sign_in(login).sees("Quét hình").main.locator("code").inner_text()

    def code() -> str:
        with province.transaction(writes=True):  # as if half a minute had gone by
            session().execute(update(User).values(second_factor_step=0))
        return pyotp.TOTP(secret).at(clock.now())

    walk.fill({"Mã 6 chữ số": code(), "Mật khẩu hiện nay": PASSWORD}).press("Bật")
    return walk, code
