"""A training provider: registers, is approved, holds a class, gives a certificate."""

import re

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
SEEN = {"Số của giấy tờ chính": "12/GCN", "Ngày của giấy tờ": "2026-05-04"}
CLASS = {
    "Ngày khai giảng": "2026-11-21",
    "Ngày kết thúc": "2027-03-12",
    "Hạn ghi danh": "2026-11-21",
    "Số chỗ": "2",
}
PAPER = {"Số chứng chỉ": "SP-01/2026", "Ngày cấp": "2026-11-21"}
CODE = re.compile(r"^\w{4}(-\w{4}){3}$")


def test_a_provider_holds_a_class(walk: Walks) -> None:
    head = walk(1280).go("/").follow("Đăng ký cơ sở đào tạo")
    head.press("Gửi đăng ký", status=422)
    head.fill(SCHOOL).press("Gửi đăng ký").sees("chờ duyệt")

    officer = walk(1280).sign_in("officer").follow("Cơ sở đào tạo")
    officer.follow(SCHOOL["Tên cơ sở đào tạo"]).tick("Duyệt").press("Lưu quyết định", status=422)
    officer.tick("Giấy chứng nhận đăng ký hoạt động").fill(SEEN).press("Lưu quyết định")

    head.go("/").follow("Đăng khóa học").fill(COURSE).tick("Học xong được cấp chứng chỉ")
    head.press("Đăng khóa học")
    head.follow("Mở lớp").fill(CLASS).press("Mở lớp", status=422)
    head.tick("buổi tối").press("Mở lớp").sees("Đã mở lớp", "0 trên 2")
    head.fill({"Họ và tên": "Võ Minh Tâm", "Điện thoại": "0909 000 111"}).press("Thêm vào lớp")
    head.sees("Võ Minh Tâm", "1 trên 2").follow("In danh sách").sees("Võ Minh Tâm")
    walk(360).go("/courses").sees(COURSE["Tên khóa học"])

    roster = head.back().page.url
    head.follow("Điểm danh")
    mark = head.main.get_by_text("có phép", exact=True)
    mark.first.click()
    head.look().press("Lưu điểm danh").sees("có phép 1")
    head.go(roster).follow("Kết thúc lớp").press("Ghi kết quả cả lớp")
    head.sees("hoàn thành").follow("Võ Minh Tâm").follow("Ghi nhầm, sửa lại")
    head.fill({"Lý do": "Nhầm người"}).press("Sửa lại").sees("đang học")
    head.tick("hoàn thành").press("Ghi kết quả").follow("Cấp chứng chỉ")
    head.fill(PAPER).press("Cấp và vào sổ").sees("Mã kiểm tra")
    code = head.main.get_by_text(CODE).inner_text()
    head.follow("In chứng chỉ").sees("Võ Minh Tâm", code)

    anyone = (
        walk(360).go("/certificates").fill({"Mã kiểm tra chứng chỉ": code.lower().replace("-", "")})
    )
    anyone.press("Kiểm tra").sees("còn giá trị").sees_not("Võ Minh Tâm")
    head.follow("Sổ chứng chỉ").sees("Võ Minh Tâm").follow(PAPER["Số chứng chỉ"])
    head.follow("Thu hồi").fill({"Lý do": "Sai tên"}).press("Thu hồi").sees("Đã thu hồi")
    anyone.press("Kiểm tra").sees("Không có chứng chỉ còn giá trị")
