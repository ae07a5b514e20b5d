"""What is typed of a class: hours of the week, days and seats; what is wrong comes back said."""

from datetime import time, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Role
from portal.errors import RuleBroken
from portal.installation import Installation
from portal.training import service
from portal.training.models import TrainingClass
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.pages import Page, Visitor
from tests.training import world

pytestmark = on_sqlite

EVENING = (time(18), time(20, 30))
CLASS: dict[str, Any] = {
    "starts_on": "2026-12-05",
    "ends_on": "2027-03-05",
    "enrol_by": "2026-12-01",
    "days_1": ["0", "2"],
    "starts_1": "18:00",
    "ends_1": "20h30",
    "address": "15 đường Đồng Khởi",
    "seats": "12",
}


@pytest.fixture
def held(installation: Installation) -> TrainingClass:
    with installation.transaction(writes=True):
        school = world.provider()
        world.user("school", Role.PROVIDER, school.pid)
        return world.held(world.course(school))


@pytest.fixture
def form(held: TrainingClass, visitor: Visitor) -> Page:
    """The page on which a class is opened."""
    visitor.sign_in("school")
    return visitor.get("/own/courses").follow("Hàn MIG/MAG cơ bản").follow("Mở lớp")


def test_the_week_is_said_in_words_and_to_everyone(form: Page) -> None:
    page = form.submit("Mở lớp", **CLASS, enrol_from="2026-11-25", min_seats="6", offer_days="7")
    for words in ("Thứ Hai, thứ Tư 18:00–20:30", "15 đường Đồng Khởi", "7 ngày", "6 người"):
        assert words in page
    shown = form.visitor.get("/courses").follow("Hàn MIG/MAG cơ bản")
    assert "Ghi danh từ 25/11/2026 đến hết 01/12/2026" in shown
    assert "mở ghi danh từ 25/11/2026" in shown
    assert "Thứ Hai, thứ Tư 18:00–20:30" in shown


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"ends_on": "2026-12-04"}, "Ngày kết thúc phải từ ngày khai giảng trở đi"),
        ({"ends_on": "2126-12-04"}, "trong vòng 5 năm"),
        ({"starts_on": "9999-12-31", "ends_on": "9999-12-31"}, "trong vòng 5 năm tới"),
        ({"enrol_by": "2027-04-01"}, "Hạn ghi danh phải trước"),
        ({"enrol_by": "2026-11-20"}, "từ hôm nay trở đi"),
        ({"enrol_from": "2026-12-02"}, "Ngày mở ghi danh phải trước"),
        ({"seats": "-3"}, "1"),
        ({"seats": "1000000000000"}, "1000"),
        ({"seats": "mười"}, "Lỗi"),
        ({"min_seats": "13"}, "không được nhiều hơn số chỗ"),
        ({"offer_days": "15"}, "14"),
        ({"offer_days": "0"}, "14"),
        ({"ends_1": "17:00"}, "Giờ kết thúc phải sau giờ bắt đầu"),
        ({"ends_1": ""}, "Mời ghi đủ thứ"),
        ({"ends_1": "25:99"}, "Lỗi"),
        ({"days_1": []}, "Mời ghi đủ thứ"),
        ({"days_1": [], "starts_1": "", "ends_1": ""}, "Mời ghi lịch học trong tuần"),
        ({"days_2": ["2"], "starts_2": "19:00", "ends_2": "21:00"}, "Thứ Tư có hai buổi"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    form: Page, wrong: dict[str, Any], said: str
) -> None:
    page = form.submit("Mở lớp", 422, **{**CLASS, **wrong})
    assert said in page
    assert 'value="15 đường Đồng Khởi"' in page.text
    assert "Mời anh/chị xem lại" in page


def test_an_edit_shows_the_week_as_it_was_typed(form: Page) -> None:
    page = form.submit("Mở lớp", **CLASS).follow("Sửa lớp")
    assert "20:30" in page.text
    assert "18:00" in page.submit("Lưu", seats="20")


def test_every_day_of_the_week_can_have_hours_of_its_own(form: Page) -> None:
    """And an edit of something else keeps them."""
    week = {
        f"{name}_{line}": value
        for line in range(1, 8)
        for name, value in (
            ("days", [str(line - 1)]),
            ("starts", f"{line + 6:02}:00"),
            ("ends", f"{line + 7:02}:30"),
        )
    }
    page = form.submit("Mở lớp", **{**CLASS, **week}).follow("Sửa lớp").submit("Lưu", seats="20")
    assert "Thứ Hai 07:00–08:30" in page
    assert "Chủ nhật 13:00–14:30" in page


def test_the_shifts_follow_from_the_hours(held: TrainingClass, work: Session) -> None:
    actor = world.acting_for(world.provider_of(held))
    names = ("commune_code", "starts_on", "ends_on", "enrol_by", "shifts", "seats", "accommodation")
    values = {name: getattr(held, name) for name in names}
    hours = [(0, *EVENING), (5, time(8), time(11)), (3, time(11), time(13))]
    edited = service.edit_class(actor, held.pid, version=1, timetable=hours, **values)
    assert edited.shifts == 0b10111
    said = service.timetable_said(service.timetable_of(held.id))
    assert said == "Thứ Hai 18:00–20:30; thứ Năm 11:00–13:00; thứ Bảy 08:00–11:00"
    days = service.days_of(held)
    assert days == sum(
        (held.starts_on + timedelta(days=n)).weekday() in (0, 3, 5) for n in range(91)
    )


def test_fewer_seats_than_held_are_refused_also_those_on_offer(
    held: TrainingClass, work: Session
) -> None:
    held = work.merge(held)
    learners = [service.enrol(held.pid, name=name, phone="") for name in ("An", "Bình", "Cúc")]
    service.withdraw(learners[0].pid)
    names = ("commune_code", "starts_on", "ends_on", "enrol_by", "shifts", "accommodation")
    values = {name: getattr(held, name) for name in names}
    with pytest.raises(RuleBroken, match="2 người giữ chỗ"):
        service.edit_class(
            world.acting_for(world.provider_of(held)), held.pid, version=1, seats=1, **values
        )
    assert clock.today() == TODAY


def test_a_provider_writes_down_an_answer(
    held: TrainingClass, installation: Installation, visitor: Visitor
) -> None:
    with installation.transaction(writes=True):
        first, *_rest = [
            service.enrol(held.pid, name=name, phone="") for name in ("An", "Bình", "Cúc", "Dũng")
        ]
        service.withdraw(first.pid)
    visitor.sign_in("school")
    roster = visitor.get(f"/own/classes/{held.pid}")
    assert "Được mời nhận chỗ" in roster
    answer = roster.follow("Ghi câu trả lời Cúc")
    assert "Mời chọn một lý do" in answer.submit("Ghi câu trả lời", 422, takes="no")
    page = answer.submit("Ghi câu trả lời", takes="no", reason="far")
    assert "không nhận chỗ" in page
    page = page.follow("Ghi câu trả lời Dũng").submit("Ghi câu trả lời", takes="yes")
    assert "Được mời nhận chỗ" not in page
