"""What officers keep beside the plans: a visit, a course, and volunteers who help at most five."""

import pytest

from portal.installation import Installation
from tests.clubs import ground
from tests.journeys.conftest import Walks
from tests.journeys.walking import Walk
from tests.proofs.people import scope_of

pytestmark = pytest.mark.browser

COMMUNE = "Phường Trảng Dài"
VISIT = {
    "Nơi được kiểm tra": COMMUNE,
    "Đoàn kiểm tra": "Bà Hạnh, Phó Giám đốc",
    "Ngày kiểm tra": "2026-12-24",
}
ACTION = {"Việc cần làm": "Bổ sung biên bản", "Ai làm": "Thư ký", "Hạn": "2026-11-01"}
PERSON = {"Họ tên": "Đặng Thị Thử", "Nơi làm việc": COMMUNE, "Khóa tập huấn": "Kỹ năng tư vấn"}


def test_a_visit_has_something_done_and_a_course_is_completed(walk: Walks) -> None:
    officer = walk(1280).sign_in("officer").follow("Sổ theo dõi").follow("Kiểm tra, giám sát")
    officer.follow("Ghi lần kiểm tra")
    officer.fill(VISIT).press("Lưu", status=422).sees("Ngày này chưa đến")
    officer.fill({"Ngày kiểm tra": "2026-10-05", "Biên bản đủ cho từng buổi": "no"}).press("Lưu")
    officer.follow("Ghi việc cần làm").fill(ACTION).press("Lưu").sees("Quá hạn")
    visit = officer.page.url
    officer.follow("Ghi đã xong").fill({"Làm xong ngày": "2026-11-20"}).press("Lưu")
    officer.go(visit).sees("Xong ngày 20/11/2026").sees_not("Quá hạn")
    officer.follow("Biên bản để in")
    assert "Bổ sung biên bản" in officer.page.inner_text("body")

    officer.go("/targets/staff/new").fill(PERSON).press("Lưu").go(
        "/targets/staff?unfinished=1&course=Kỹ năng tư vấn"
    )
    officer.follow("Sửa Đặng Thị Thử").fill({"Hoàn thành ngày": "2026-12-24"})
    officer.press("Lưu", status=422).fill({"Hoàn thành ngày": "2026-11-20"}).press("Lưu")
    officer.go(f"/targets/staff?course={PERSON['Khóa tập huấn']}").sees(
        "Đặng Thị Thử", "20/11/2026"
    )


def test_a_volunteer_helps_five_and_a_sixth_is_refused(walk: Walks, province: Installation) -> None:
    with province.transaction(writes=True):
        for number in range(1, 7):
            ground.client(f"Người Thử {number}").commune_code = scope_of("case_officer")

    officer = walk(1280).sign_in("case_officer").follow("Đội tình nguyện")
    officer.main.get_by_role("rowheader").first.get_by_role("link").click()
    officer.look().follow("Thêm tình nguyện viên")
    officer.fill({"Họ tên": "Bà Sáu", "Khu phố, ấp phụ trách": "Khu phố 4"}).press("Lưu").follow(
        "Bà Sáu"
    )

    colleague = walk(1280).sign_in("case_officer").go(officer.page.url)
    _give(colleague, 6, agreed=False).press("Giao", status=422).sees("đồng ý trước")
    for number in range(1, 6):
        _give(officer, number).press("Giao").sees(f"Người Thử {number}")
    officer.sees("Không giao thêm được")
    _give(colleague, 6).press("Giao", status=422).sees("5")
    officer.follow("Thôi giúp Người Thử 1").press("Lưu")
    _give(officer, 6).press("Giao").sees("Người Thử 6")


def _give(officer: Walk, number: int, *, agreed: bool = True) -> Walk:
    officer.fill({"Người được giúp": f"Người Thử {number}"})
    return officer.tick("Người này đồng ý") if agreed else officer
