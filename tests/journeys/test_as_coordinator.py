"""A coordinator's evening: a meeting, the roll, the minutes, a new member."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Walks

pytestmark = pytest.mark.browser

MEETING = {
    "Ngày": "2026-11-20",
    "Từ giờ": "19:30",
    "Đến giờ": "18:00",
    "Nơi họp": "Nhà văn hóa ấp 3",
    "Nội dung": "Hỏi thăm từng người\nTập huấn chăn nuôi",
}


def test_a_coordinator_holds_a_meeting(walk: Walks, javascript: bool) -> None:
    chair = walk(360).sign_in("coordinator")
    chair.sees("Buổi tới", "Ai đang vắng dần")
    chair.follow("Danh mục").follow("Buổi sinh hoạt").follow("Lên lịch")
    chair.fill(MEETING).tick("Ghi bù một buổi đã họp").press("Lên lịch", status=422)
    chair.sees("giờ kết thúc")
    expect(chair.main.get_by_label("Nội dung")).to_have_value(MEETING["Nội dung"])
    chair.fill({"Đến giờ": "21:00"}).press("Lên lịch").sees("Đã lên lịch", MEETING["Nơi họp"])

    chair.follow("Điểm danh")
    late = chair.main.locator("fieldset.marks").first.get_by_label("Muộn")
    late.check()
    if javascript:  # one tap is enough
        expect(chair.main.locator("#tally")).to_contain_text("muộn 1")
        expect(late).to_be_focused()
        chair.page.reload()
        expect(late).to_be_checked()
    chair.press("Lưu điểm danh").sees("Đã lưu điểm danh", "muộn 1")

    chair.follow("Ghi biên bản").press("Lưu").sees("Đã lưu biên bản", "Tập huấn chăn nuôi")
    chair.follow("In biên bản").sees("Biên bản")


def test_a_coordinator_adds_a_member(walk: Walks) -> None:
    chair = walk(360).sign_in("coordinator")
    chair.follow("Danh mục").follow("Thành viên").follow("Thêm")
    chair.fill({"Họ tên": "Đặng Thị Thử", "Năm sinh": "1990"}).press("Thêm", status=422)
    chair.tick("Đơn tham gia đã được ký").press("Thêm").sees("Đã thêm thành viên")
    chair.press("Làm thẻ").sees("Đặng Thị Thử", "Mã")
