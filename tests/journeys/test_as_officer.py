"""A programme officer's quarter: a gap is closed, a target changed, a figure put right."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Walks

pytestmark = pytest.mark.browser

ANSWERS, ANSWERABLE = "Người chịu trách nhiệm và cơ quan", "Bà Lê Thị Tám, Phó Chủ tịch UBND"
FOUNDING = {
    "Tên theo quyết định": "Câu lạc bộ Đồng hành",
    "Quyết định thành lập, số": "12/QĐ-UBND",
    "Ngày thành lập": "2026-11-20",
}
FIGURE = {
    "Chỉ số": "reached",
    "Kỳ": "2025-Q4",
    "Nơi": "Đồng Nai",
    "Số đạt": "90",
    "Tổng số": "80",
    "Nguồn": "Báo cáo 12/BC-CAT",
}


def test_an_officer_closes_a_gap(walk: Walks) -> None:
    officer = walk(1280).sign_in("officer").sees("Kế hoạch 257/KH-UBND")
    officer.follow("Chỉ tiêu").sees("Từ năm 2026", "Bản đồ của kế hoạch", "Bản đồ hôm nay")
    officer.follow("2025").sees("trên 11")  # the districts of the plan
    officer.follow("Bản đồ của kế hoạch").follow("Số liệu toàn địa bàn").sees("Biên Hòa")

    officer.follow("Chỉ tiêu").follow("Xã chưa có câu lạc bộ")
    gap = officer.main.get_by_role("rowheader").first.inner_text()
    officer.follow("Giao việc", within=officer.main)
    officer.fill({"Hạn xong": "2026-12-31", ANSWERS: ""}).press("Lưu", status=422)
    officer.fill({ANSWERS: ANSWERABLE}).press("Lưu").sees("Đã lưu", ANSWERABLE, "40 ngày")

    officer.follow("Thành lập", within=officer.main).press("Thành lập", status=422)
    officer.fill(FOUNDING).press("Thành lập").sees("Đã thành lập câu lạc bộ", gap)
    officer.go("/targets/gaps").sees_not(gap, ANSWERABLE)


def test_an_officer_changes_a_target_and_puts_a_figure_right(walk: Walks) -> None:
    officer = walk(1280).sign_in("officer").follow("Chỉ tiêu")
    officer.follow("Sửa 004-1").fill({"Mức cần đạt": "3"}).press("Lưu", status=422)
    expect(officer.main.get_by_label("Mức cần đạt")).to_have_value("3")
    officer.fill({"Lý do sửa": "Theo văn bản mới"}).press("Lưu")
    officer.follow("Các lần sửa 004-1").sees("Theo văn bản mới", "Mức cần đạt")
    officer.follow("Đọc cả bản này").sees("thí điểm 02 Mô hình")

    officer.follow("Số liệu nhập").follow("Nhập một số", within=officer.main)
    officer.fill(FIGURE).press("Lưu", status=422).sees("không được lớn hơn tổng số")
    officer.fill({"Số đạt": "70"}).press("Lưu").sees("70", "80", FIGURE["Nguồn"])
    officer.go("/targets/figures?indicator=reached&period=2025-Q4").follow("Người được tiếp cận")
    officer.fill({"Số đạt": "75", "Lý do sửa": "Cộng sót một xã"}).press("Lưu")
    officer.sees("Sửa từ 70/80 thành 75/80", "Cộng sót một xã")
