"""An employer: registers, waits, is verified on a paper, drafts, posts, edits, extends, is taken
down, mends, posts again and fills the vacancy."""

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
PAPER = {
    "Giấy tờ đã xem": "household",
    "Số giấy tờ": "36A8001234",
    "Ngày cấp": "2024-03-05",
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


def test_an_employer_from_registration_to_a_filled_vacancy(
    walk: Walks, work_off: Callable[[], None]
) -> None:
    owner = walk(1280).go("/").follow("Đăng ký doanh nghiệp")
    owner.press("Đăng ký", status=422)
    owner.fill(FIRM).press("Đăng ký").sees("Đang chờ duyệt")

    officer = walk(1280).sign_in("officer").follow("Doanh nghiệp")
    officer.follow(FIRM["Tên doanh nghiệp, cơ sở"]).follow("Duyệt doanh nghiệp này")
    officer.press("Duyệt doanh nghiệp này", status=422)
    officer.fill(PAPER).press("Duyệt doanh nghiệp này").sees("Đã duyệt", PAPER["Số giấy tờ"])

    owner.go("/").sees_not("Đang chờ duyệt").follow("Đăng tin mới")
    owner.press("Lưu nháp", status=422).fill({"Tên công việc": "Thợ mộc"}).press("Lưu nháp")
    owner.sees("Đã lưu tin nháp").follow("Thợ mộc").fill(JOB)
    owner.tick("buổi sáng", "buổi chiều").press("Lưu nháp").follow(JOB["Tên công việc"])
    expect(owner.main.get_by_label("buổi chiều")).to_be_checked()
    owner.press("Đăng tin", status=422)
    owner.sees("vùng I", "5.310.000", "Nghị định 293/2025/NĐ-CP")
    expect(owner.main.get_by_label("Mô tả công việc")).to_have_value(JOB["Mô tả công việc"])
    expect(owner.main.get_by_label("buổi sáng")).to_be_checked()
    owner.fill({"Lương một tháng, từ (đồng)": "7.000.000"}).press("Đăng tin").sees("Đã đăng tin")

    owner.follow("Sửa").fill({"Số người cần": "3"}).press("Lưu").sees("3 trên 3")
    work_off()
    seeker = walk(360).go("/jobs?q=tho+moc").follow(JOB["Tên công việc"])
    seeker.follow("Báo tin đáng ngờ").press("Gửi", status=422)
    seeker.fill({"Điều đáng ngờ": "fee", "Kể thêm": "Đòi 200.000 đồng."}).press("Gửi")
    seeker.sees("Cảm ơn")
    owner.follow(JOB["Tên công việc"]).sees_not("200.000").follow("Gia hạn")
    owner.fill({"Nhận hồ sơ đến hết ngày": "2028-01-01"}).press("Gia hạn", status=422)
    owner.sees("Một tin dài nhất một năm")
    owner.fill({"Nhận hồ sơ đến hết ngày": "2027-01-31"}).press("Gia hạn").sees("31/01/2027")

    officer.follow("Doanh nghiệp").sees("báo cáo chờ xem").go("/job-reports")
    officer.follow(JOB["Tên công việc"])
    officer.follow("Gỡ tin này").press("Gỡ tin", status=422)
    officer.fill({"Điều luật": "fee", "Cần sửa gì": "Không thu tiền giữ chỗ."}).press("Gỡ tin")
    officer.sees("bị gỡ", "Điều 11 và 17")
    walk(360).go("/jobs").sees_not(JOB["Tên công việc"])

    owner.go("/").sees("Không thu tiền giữ chỗ", "Điều 11 và 17")
    owner.go("/vacancies").follow(JOB["Tên công việc"]).press("Đăng lại").sees("Đã chép thành tin")
    owner.fill({"Đến hết ngày": "2026-12-31"}).press("Đăng tin").sees("Đã đăng tin")
    owner.follow("Đóng").fill({"Vì sao đóng tin": "hired_here", "Số người nhận qua trang này": "4"})
    owner.press("Đóng tin", status=422).sees("số đã nhận không thể nhiều hơn")
    owner.fill({"Số người nhận qua trang này": "3"}).press("Đóng tin").sees("Đã đóng tin")
