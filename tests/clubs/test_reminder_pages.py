"""The pages of reminders and slips, walked without a script."""

from dataclasses import replace

import pytest

from portal.access import Role
from portal.clubs.models import Club, Meeting
from portal.config import Settings, SmsGateway
from portal.installation import Installation
from tests.clubs import ground
from tests.databases import on_sqlite
from tests.pages import Visitor

pytestmark = on_sqlite


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, sms=SmsGateway("https://gateway.example/"))


@pytest.fixture
def meeting(installation: Installation) -> Meeting:
    with installation.transaction(writes=True):
        club = ground.club()
        ground.coordinator(club)
        ground.user("member", Role.MEMBER, ground.member(club, "Nguyễn Văn An").pid)
        ground.user("admin", Role.ADMIN, "")
        made = ground.meeting(club, 2)
        ground.coordinator(ground.club("Câu lạc bộ Tân Phong"), "other")
    return made


@pytest.fixture
def club(meeting: Meeting) -> Club:
    return meeting.club


def test_a_member_chooses_changes_and_withdraws(visitor: Visitor, meeting: Meeting) -> None:
    visitor.sign_in("member")
    form = visitor.get("/me/club").follow("Nhắc tôi trước buổi hẹn")
    assert "Thư điện tử" not in form  # it is not set up here
    assert "Đã lưu." in form.submit(channel="sms", contact="0912345678")
    data = visitor.get("/me/data")
    assert "Tin nhắn điện thoại" in data
    assert "Để: nhắc lịch hẹn." in data
    assert "lịch hẹn, số điện thoại" in data
    assert "Để: nhắc lịch hẹn." not in data.follow("Rút sự đồng ý").submit()
    assert "Không cần nhắc" in visitor.get("/me/data")


def test_switched_off_nothing_is_left_in_the_ledger(visitor: Visitor, meeting: Meeting) -> None:
    visitor.sign_in("member")
    visitor.get("/me/reminders").submit(channel="notice")
    assert "Để: nhắc lịch hẹn." in visitor.get("/me/data")
    visitor.get("/me/reminders").submit(channel="none")
    assert "Để: nhắc lịch hẹn." not in visitor.get("/me/data")


@pytest.mark.parametrize(
    ("channel", "contact", "says"),
    [
        ("sms", "mười hai", "Số điện thoại chưa đúng"),
        ("sms", "", "Số điện thoại chưa đúng"),
        ("email", "an@thu.example", "Mời"),
        ("sms", "9" * 300, "200"),
    ],
)
def test_bad_input_comes_back_on_the_field(
    visitor: Visitor, meeting: Meeting, channel: str, contact: str, says: str
) -> None:
    visitor.sign_in("member")
    form = visitor.get("/me/reminders")
    page = form.submit(status=422, channel=channel, contact=contact)
    assert contact[:20] in page.text
    assert says in page


def test_a_coordinator_notes_it_and_is_not_shown_the_address(
    visitor: Visitor, meeting: Meeting
) -> None:
    visitor.sign_in("coordinator")
    form = visitor.get("/members").follow("Nguyễn Văn An").follow("Nhắc lịch hẹn")
    refused = form.submit(status=422, channel="sms", contact="0912345678")
    assert "Cần chính người đó đồng ý." in refused
    assert "Đã lưu." in refused.submit(channel="sms", contact="0912345678", agreed="y")
    again = visitor.get(form.path)
    assert "Tin nhắn điện thoại" in again
    assert "912" not in again.text


def test_a_coordinator_says_how_long_before(visitor: Visitor, club: Club) -> None:
    visitor.sign_in("coordinator")
    form = visitor.get("/meetings").follow("Nhắc thành viên")
    assert "Đã lưu." in form.submit(days="3")
    boxes = [box for box in visitor.get(form.path).all("input") if "checked" in box.attrib]
    assert [box.get("value") for box in boxes] == ["3"]
    visitor.get(form.path).submit(status=422, days="99")


def test_slips_are_neutral_and_only_for_the_own_club(visitor: Visitor, meeting: Meeting) -> None:
    visitor.sign_in("coordinator")
    page = visitor.get(f"/meetings/{meeting.pid}").follow("In phiếu mời")
    assert "Kính mời anh/chị Nguyễn Văn An" in page
    assert "Câu lạc bộ Trảng Dài Xanh" in page
    assert "19:30, ngày 23/11/2026" in page
    other = Visitor(visitor.app)
    other.sign_in("other")
    other.get(page.path, 404)


def test_slips_are_none_where_everyone_is_told(
    visitor: Visitor, meeting: Meeting, installation: Installation
) -> None:
    visitor.sign_in("member")
    visitor.get("/me/reminders").submit(channel="notice")
    desk = Visitor(visitor.app)
    desk.sign_in("coordinator")
    page = desk.get(f"/meetings/{meeting.pid}/slips")
    assert "Không ai cần phiếu" in page
    assert "Kính mời anh/chị Nguyễn Văn An" in page.follow("Mọi thành viên")


def test_the_administrator_reads_what_is_not_set_up(visitor: Visitor, meeting: Meeting) -> None:
    page = visitor.sign_in("admin")
    assert "PORTAL_SMTP_URL" in page
    assert "PORTAL_SMS_URL" not in page
