"""A training provider: registers, is approved, publishes a course and a class, adds a learner."""

import pytest

from tests.journeys.conftest import Walks

pytestmark = pytest.mark.browser

SCHOOL = {
    "Tên cơ sở đào tạo": "Trung tâm dạy nghề Sông Phố",
    "Xã, phường đặt cơ sở": "Trảng Dài, Đồng Nai",
    "Điện thoại": "02513999888",
    "E-mail": "lienhe@songpho.vn",
    "Họ tên người liên hệ": "Phạm Thu Hà",
    "Tên đăng nhập": "songpho",
    "Mật khẩu": "day nghe ben dong song",
}
COURSE = {
    "Tên khóa học": "Hàn điện cơ bản",
    "Giới thiệu": "Học hàn que trên thép tấm.",
    "Nghề sẽ làm được": "7212",
    "Số giờ học": "320",
    "Học phí (đồng)": "0",
}
CLASS = {
    "Ngày khai giảng": "2026-12-14",
    "Ngày kết thúc": "2027-03-12",
    "Hạn ghi danh": "2026-12-10",
    "Số chỗ": "2",
}


def test_a_provider_holds_a_class(walk: Walks) -> None:
    head = walk(1280).go("/").follow("Đăng ký cơ sở đào tạo")
    head.press("Gửi đăng ký", status=422)
    head.fill(SCHOOL).press("Gửi đăng ký").sees("chờ duyệt")

    officer = walk(1280).sign_in("officer").follow("Cơ sở đào tạo")
    officer.follow(SCHOOL["Tên cơ sở đào tạo"]).tick("Duyệt").press("Lưu quyết định")

    head.go("/").follow("Đăng khóa học").fill(COURSE).press("Đăng khóa học")
    head.follow("Mở lớp").fill(CLASS).press("Mở lớp", status=422)
    head.tick("buổi tối").press("Mở lớp").sees("Đã mở lớp", "0 trên 2")
    head.fill({"Họ và tên": "Võ Minh Tâm", "Điện thoại": "0909 000 111"}).press("Thêm vào lớp")
    head.sees("Võ Minh Tâm", "1 trên 2").follow("In danh sách").sees("Võ Minh Tâm")
    walk(360).go("/courses").sees(COURSE["Tên khóa học"])
