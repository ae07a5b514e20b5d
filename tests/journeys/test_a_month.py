"""A whole month of one club on a phone: its coordinator plans, holds and closes it, and a member
goes through it. The days go by as they come; nothing is done beside the pages."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import expect

from portal import clock
from tests.journeys.conftest import Walks
from tests.journeys.walking import Walk

pytestmark = pytest.mark.browser

PLANNED, HELD, LOOKED_BACK, OVER = (
    date(2026, 11, 22),
    date(2026, 11, 27),
    date(2026, 11, 29),
    date(2026, 12, 1),
)
SENTENCE = "tối thứ Bảy tuần thứ hai hằng tháng, 19:30"
PLACE = "Nhà văn hóa khu phố 2"
Days = Callable[[date], None]


def at(walk: Walks, day: date, login: str) -> Walk:
    """Somebody takes their phone out on that day."""
    clock.fix(day)
    return walk(360).sign_in(login)


def test_a_coordinators_month(walk: Walks, work_off: Callable[[], None]) -> None:
    chair = at(walk, PLANNED, "coordinator")
    call_who_drifts(chair)
    plan(chair)
    move_this_months_meeting(chair)
    call_one_off(chair)
    work_off()
    clock.fix(HELD)
    hold_the_meeting(chair)
    clock.fix(LOOKED_BACK)
    look_back(chair)
    clock.fix(OVER)
    close_the_month(chair)


def call_who_drifts(chair: Walk) -> None:
    """Whoever was missed lately gets a next step; who comes again is a worry no more."""
    chair.follow("Danh mục").follow("Thành viên").follow("Ai đang vắng dần")
    chair.follow("Đổi bước tiếp theo").fill({"Ai làm": " "}).press("Lưu", status=422)
    chair.tick("gọi điện").fill({"Ai làm": "Anh Nam, thư ký", "Trước ngày": "2026-12-05"})
    chair.press("Lưu").sees("Anh Nam, thư ký: gọi điện")


def plan(chair: Walk) -> None:
    """A new regular day: a sentence that says too little, then one that is understood."""
    chair.follow("Danh mục").follow("Buổi sinh hoạt").follow("Lịch định kỳ")
    chair.follow("Tìm giờ nhiều người đến được").sees("Sáu khung giờ tốt nhất")
    chair.back().follow("Đặt lịch định kỳ")
    chair.fill({"Lịch bằng một câu": "tối thứ Bảy tuần thứ sáu", "Nơi họp": PLACE})
    chair.press("Xem các ngày tới", status=422)
    expect(chair.main.get_by_label("Nơi họp")).to_have_value(PLACE)
    chair.fill({"Lịch bằng một câu": SENTENCE}).press("Xem các ngày tới")
    chair.sees("12/12/2026", "09/01/2027").press("Lưu lịch", status=422).sees("13/02: mời chọn")
    chair.main.locator("#skip-2027-02-13").check()
    chair.press("Lưu lịch").sees(PLACE)


def move_this_months_meeting(chair: Walk) -> None:
    """One date moved for a reason; invitations and the roll on paper."""
    chair.follow("Danh mục").follow("Buổi sinh hoạt").follow("Chủ nhật, 29/11").follow("Sửa")
    chair.fill({"Ngày": "2026-11-27", "Lý do dời": "Hội trường bận họp phường"}).press("Lưu")
    chair.sees("27/11/2026", "Lý do dời: Hội trường bận họp phường")
    chair.follow("In phiếu mời").sees("27/11").back()
    chair.follow("In phiếu điểm danh").sees("ngày 27 tháng 11 năm 2026").back()


def call_one_off(chair: Walk) -> None:
    """A date that is not held, with a reason that members are not told."""
    chair.follow("Danh mục").follow("Buổi sinh hoạt").follow("thứ Bảy, 12/12").follow("Hủy")
    chair.press("Hủy buổi này", status=422).fill({"Lý do": "Trùng lễ của khu phố"})
    chair.press("Hủy buổi này").sees("đã hủy")


def hold_the_meeting(chair: Walk) -> None:
    """The evening: the roll by exception, guests, minutes with a task, signed and printed."""
    chair.sign_in("coordinator").sees("Buổi tới: thứ Sáu, 27/11").follow("Điểm danh")
    marks = chair.main.locator("fieldset.marks")
    for place, label in enumerate(("Muộn", "Có phép", "Vắng")):
        marks.nth(place).get_by_label(label).check()
    chair.fill({"Khách": "2", "Người thân": "mười"}).press("Lưu điểm danh", status=422)
    expect(marks.nth(2).get_by_label("Vắng")).to_be_checked()
    chair.fill({"Người thân": "3"}).press("Lưu điểm danh")
    chair.sees("muộn 1, có phép 1, vắng 1, chưa ghi 0", "khách 2, người thân 3")

    chair.follow("Ghi biên bản").fill({"Chủ trì": "Bùi Phương Linh"})
    chair.fill({"Việc": "Hỏi lịch thi bằng lái", "Hạn": "2026-12-10"}).press("Lưu biên bản")
    chair.sees("Chưa ký", "Hỏi lịch thi bằng lái").follow("Đọc lại và ký").press("Ký biên bản")
    chair.sees("Đã ký").follow("In biên bản").sees("BIÊN BẢN", "Bùi Phương Linh").back()
    with chair.page.expect_download() as download:
        chair.main.get_by_role("link", name="Tải biên bản (Word)").click()
    assert download.value.suggested_filename.endswith(".docx")


def look_back(chair: Walk) -> None:
    """Days later: a mark put right with a reason, a sheet for a member."""
    chair.sign_in("coordinator").sees("Không ai đang vắng dần")
    chair.follow("Danh mục").follow("Buổi sinh hoạt").follow("thứ Sáu, 27/11/2026")
    chair.follow("Điểm danh")
    absent = chair.main.locator("fieldset.marks").nth(2)
    absent.get_by_label("Có phép").check()
    chair.press("Lưu điểm danh", status=422).fill({"Lý do sửa": "Có gọi báo, thư ký quên ghi"})
    expect(absent.get_by_label("Có phép")).to_be_checked()
    chair.press("Lưu điểm danh").sees("có phép 2, vắng 0")

    chair.follow("Danh mục").follow("Thành viên").follow("Phiếu tháng").follow("Ghi phiếu")
    chair.fill({"Việc làm, ghi ngắn": "Đã có ca làm đều"}).press("Lưu phiếu")
    chair.sees("Đã có ca làm đều").follow("Nhu cầu và đề nghị")


def close_the_month(chair: Walk) -> None:
    """The month is over: its calendar, who came, and the report as the records fill it."""
    chair.sign_in("coordinator").follow("Danh mục").follow("Câu lạc bộ của tôi")
    chair.main.get_by_role("link", name="Câu lạc bộ Bình Minh").first.click()
    chair.look().follow("Ai đến, ai vắng").sees("27/11").back()
    chair.follow("Lịch tháng").sees("Tháng 12").back()
    chair.follow("Báo cáo tháng").sees("Báo cáo tháng 11/2026", "Buổi có biên bản")
    chair.press("Gửi báo cáo").sees("Đã gửi ngày 01/12/2026")


def test_a_members_month(walk: Walks, work_off: Callable[[], None]) -> None:
    member = at(walk, PLANNED, "member")
    choose_how_to_be_told(member)
    say_sorry(member)
    chair = walk(360).sign_in("coordinator")
    move_this_months_meeting(chair)
    work_off()
    answer_anew(member)
    clock.fix(HELD)
    hold_the_meeting(chair)
    clock.fix(LOOKED_BACK)
    read_what_was_written(member)
    leave(member)


def choose_how_to_be_told(member: Walk) -> None:
    """Reminders on the page alone; a calendar feed, and off again."""
    member.follow("Câu lạc bộ").follow("Nhắc tôi trước buổi hẹn")
    member.tick("Nhắc ngay trên trang này").press("Lưu").follow("Câu lạc bộ")
    member.follow("Lịch trên điện thoại").sees("Đang tắt").press("Bật lịch").sees(".ics")
    member.follow("Câu lạc bộ").follow("Lịch trên điện thoại").press("Tắt").sees("Đang tắt")


def say_sorry(member: Walk) -> None:
    """An apology in advance, which the board reads."""
    member.follow("Câu lạc bộ").press("Tôi bận")
    member.fill({"Nhắn ban chủ nhiệm": "Em làm ca chiều"}).press("Gửi lời nhắn")
    member.sees("Em làm ca chiều")


def answer_anew(member: Walk) -> None:
    """The meeting has moved: the answer of before is not taken for one to the new time."""
    member.follow("Hôm nay").sees("Đổi lịch", "27/11", "Mời trả lời lại").press("Tôi đến")
    expect(member.main.get_by_role("button", name="Tôi đến", pressed=True)).to_be_visible()


def read_what_was_written(member: Walk) -> None:
    """Their own history and sheet: seen, and answered."""
    member.sign_in("member").follow("Câu lạc bộ").sees("Những buổi đã qua", "27/11/2026")
    member.follow("Phiếu tháng của tôi").follow("Trả lời").tick("Tôi thấy khác")
    member.press("Gửi", status=422).fill({"Điều tôi thấy khác": "Em đã có việc rồi"})
    member.press("Gửi").sees("Em đã có việc rồi")


def leave(member: Walk) -> None:
    """Going is as easy as coming; from tomorrow the board sees nothing."""
    member.follow("Câu lạc bộ").follow("Thôi tham gia").press("Thôi tham gia", status=422)
    member.tick("Tôi muốn thôi tham gia").press("Thôi tham gia")
    clock.fix(OVER)
    member.sign_in("member").follow("Câu lạc bộ").sees("không ở câu lạc bộ nào")
    member.sees_not("Tôi đến", "Tôi bận")
