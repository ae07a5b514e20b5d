"""A programme officer: targets on both maps, the gaps, a club founded from them."""

import pytest

from tests.journeys.conftest import Walks

pytestmark = pytest.mark.browser

FOUNDING = {
    "Tên theo quyết định": "Câu lạc bộ Đồng hành",
    "Quyết định thành lập, số": "12/QĐ-UBND",
    "Ngày thành lập": "2026-11-20",
}


def test_an_officer_closes_a_gap(walk: Walks) -> None:
    officer = walk(1280).sign_in("officer").sees("Kế hoạch 257/KH-UBND")
    officer.follow("Chỉ tiêu")
    officer.sees("Năm 2024", "năm 2025", "năm 2026", "Từ năm 2026")
    officer.sees("Bản đồ của kế hoạch", "Bản đồ hôm nay")

    officer.follow("Xã chưa có câu lạc bộ")
    gap = officer.main.get_by_role("rowheader").first.inner_text()
    officer.follow("Thành lập", within=officer.main).press("Thành lập", status=422)
    officer.fill(FOUNDING).press("Thành lập").sees("Đã thành lập câu lạc bộ", gap)
    officer.follow("Xã chưa có câu lạc bộ").sees_not(gap)
