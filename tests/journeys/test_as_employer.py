"""An employer: registers, waits, is verified by the officer, posts, edits and closes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Walks

pytestmark = pytest.mark.browser

FIRM = {
    "Tên doanh nghiệp, cơ sở": "Xưởng mộc Ba Sang",
    "Mã số thuế": "3600000014",
    "Xã, phường nơi có trụ sở": "Trảng Dài, Đồng Nai",
    "Điện thoại liên hệ": "0251 3123456",
    "Họ tên người phụ trách": "Lê Văn Sang",
    "Tên đăng nhập": "basang",
    "Mật khẩu": "moc ba sang lam cua dep",
}
JOB = {
    "Tên công việc": "Thợ mộc đóng tủ",
    "Nghề": "7522",
    "Mô tả công việc": "Đóng tủ, cửa gỗ theo bản vẽ.",
    "Lương một tháng, từ (đồng)": "3.000.000",
    "Lương một tháng, đến (đồng)": "9.000.000",
    "Hợp đồng": "year",
    "Số người cần": "2",
    "Đến hết ngày": "2026-12-31",
}


def test_an_employer_posts_a_lawful_vacancy(walk: Walks, work_off: Callable[[], None]) -> None:
    owner = walk(1280).go("/").follow("Đăng ký doanh nghiệp")
    owner.press("Đăng ký", status=422)
    owner.fill(FIRM).press("Đăng ký").sees("Đang chờ duyệt")

    officer = walk(1280).sign_in("officer").follow("Doanh nghiệp")
    officer.follow(FIRM["Tên doanh nghiệp, cơ sở"]).press("Duyệt doanh nghiệp này")
    officer.sees("Đã duyệt Xưởng mộc Ba Sang")

    owner.go("/").sees_not("Đang chờ duyệt").follow("Đăng tin mới").fill(JOB)
    owner.tick("buổi sáng", "buổi chiều").press("Đăng tin", status=422)
    owner.sees("vùng I", "5.310.000", "Nghị định 293/2025/NĐ-CP")
    expect(owner.main.get_by_label("Mô tả công việc")).to_have_value(JOB["Mô tả công việc"])
    expect(owner.main.get_by_label("buổi sáng")).to_be_checked()
    owner.fill({"Lương một tháng, từ (đồng)": "7.000.000"}).press("Đăng tin").sees("Đã đăng tin")

    owner.follow("Sửa").fill({"Số người cần": "3"}).press("Lưu").sees("3 trên 3")
    work_off()
    walk(360).go("/jobs?q=tho+moc").sees(JOB["Tên công việc"])
    owner.follow("Đóng").fill({"Vì sao đóng tin": "not_needed"}).press("Đóng tin")
    owner.sees("Đã đóng tin")
