"""A case officer writes down a need and a visit; the member sees who opened the file."""

import pytest

from tests.journeys.conftest import Walks

pytestmark = pytest.mark.browser


def test_a_member_sees_who_opened_their_file(walk: Walks) -> None:
    member = walk(360).sign_in("member").follow("Của tôi")
    name = member.main.locator("dd").first.inner_text()

    officer = walk(1280).sign_in("case_officer").sees("Nhu cầu").follow("Hồ sơ")
    officer.follow(name).sees("Lần mở này đã được ghi lại")
    officer.follow("Ghi nhu cầu").fill({"Ghi chú": "Cần vốn mua máy may"}).press("Ghi")
    officer.sees("Đã ghi nhu cầu", "Cần vốn mua máy may")
    officer.follow("Ghi lần gặp").fill({"Ngày gặp": "2026-11-20"}).press("Ghi", status=422)
    officer.fill({"Nội dung": "Sức khỏe tốt, đang học may."}).press("Ghi")
    officer.sees("Sức khỏe tốt")

    seen = member.follow("Của tôi").sees("Ai đã xem", "Cán bộ phụ trách", "Cần vốn mua máy may")
    seen.sees_not("Sức khỏe tốt")
