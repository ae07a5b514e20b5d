"""The pages of clubs, as each of their people walks through them."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from portal.access import Role
from portal.audit import AuditRow
from portal.clubs.models import Club, Meeting, Membership
from portal.installation import Installation
from portal.people.models import Client, PhoneClash
from tests.clubs import ground
from tests.databases import on_sqlite
from tests.pages import Page, Visitor

pytestmark = on_sqlite


@dataclass
class Town:
    """A club with two members, of whom one can sign in and was absent twice; a coming meeting and
    one with a roll."""

    club: Club
    other: Club
    an: Client
    binh: Client
    coming: Meeting
    past: Meeting


@pytest.fixture
def town(installation: Installation) -> Town:
    with installation.transaction(writes=True):
        club, other = ground.club(), ground.club("Câu lạc bộ Tân Phong")
        an = ground.client("Nguyễn Văn An", phone="0912 345 678")
        ground.join(club, an)
        binh = ground.member(club, "Trần Thị Bình")
        past = ground.meeting(club, -7)
        ground.marked(past, an, "absent")
        before = ground.meeting(club, -14)
        ground.marked(before, an, "absent")
        ground.marked(before, binh, "present")
        made = Town(club, other, an, binh, ground.meeting(club, 1), past)
        ground.coordinator(club)
        ground.coordinator(other, "other")
        ground.user("member", Role.MEMBER, an.pid)
        ground.user("officer", Role.OFFICER, "75")
        ground.user("case_officer", Role.CASE_OFFICER, ground.COMMUNE)
    return made


def as_(visitor: Visitor, login: str) -> Page:
    return visitor.sign_in(login)


def test_the_coordinators_day(visitor: Visitor, town: Town) -> None:
    page = as_(visitor, "coordinator")
    assert "Nhà văn hóa khu phố 4" in page
    assert "Nguyễn Văn An" in page  # drifts away
    assert "Trần Thị Bình" not in page


def test_names_on_the_start_page_are_in_the_audit(
    visitor: Visitor, town: Town, installation: Installation
) -> None:
    as_(visitor, "coordinator")
    with installation.transaction(writes=False) as session:
        read = session.scalars(select(AuditRow.subject).where(AuditRow.action == "read_list"))
        assert f"club/{town.club.pid}" in read.all()


def test_a_meeting_is_scheduled(visitor: Visitor, town: Town) -> None:
    as_(visitor, "coordinator")
    page = visitor.get("/meetings").follow("Lên lịch một buổi")
    page = page.submit(
        "Lên lịch", day="05/12/2026", starts="19h30", ends="21:00", place="Trụ sở UBND", agenda="a"
    )
    assert "Đã lên lịch." in page
    assert "05/12/2026" in page
    assert "19:30–21:00" in page


def test_what_was_typed_stays_when_a_rule_is_broken(visitor: Visitor, town: Town) -> None:
    as_(visitor, "coordinator")
    page = visitor.get("/meetings/new").submit(
        "Lên lịch",
        status=422,
        day="2026-12-05",
        starts="19:30",
        ends="19:00",
        place="Trụ sở UBND",
        agenda="Việc thứ nhất",
    )
    assert "Giờ kết thúc phải sau giờ bắt đầu." in page
    assert "Việc thứ nhất" in page
    assert 'value="Trụ sở UBND"' in page.text


def test_one_form_calls_the_whole_roll(visitor: Visitor, town: Town) -> None:
    as_(visitor, "coordinator")
    page = visitor.get(f"/meetings/{town.past.pid}").follow("Điểm danh")
    marks = {f"mark-{town.an.pid}": "absent_excused"}
    page = page.submit("Lưu điểm danh", status=422, **marks)
    assert "Mời ghi lý do sửa." in page
    page = page.submit("Lưu điểm danh", reason="Có gọi báo trước")
    assert "Có mặt 1, muộn 0, có phép 1, vắng 0, chưa ghi 0." in page


def test_one_tap_marks_one_member(visitor: Visitor, town: Town) -> None:
    as_(visitor, "coordinator")
    address = f"/meetings/{town.past.pid}/roll"
    page = visitor.get(address)
    (token,) = {
        element.get("value") for element in page.all("input") if element.get("name") == "csrf_token"
    }
    tapped = {f"mark-{town.binh.pid}": "late", "csrf_token": token}
    counts = visitor.post(address, tapped, headers={"HX-Request": "true"})
    assert "Có mặt 0, muộn 1, có phép 0, vắng 1, chưa ghi 0." in counts
    assert "<h1" not in counts.text
    stranger = {"mark-nobody": "late", "csrf_token": token}
    refused = visitor.post(address, stranger, headers={"HX-Request": "true"}, status=422)
    assert "không phải thành viên" in refused


def test_minutes_begin_from_the_agenda_and_a_stale_save_shows_both(
    visitor: Visitor, town: Town
) -> None:
    as_(visitor, "coordinator")
    address = f"/meetings/{town.past.pid}/minutes"
    one, two = visitor.get(address), visitor.get(address)
    assert "Việc làm tháng này" in one
    assert "Đã lưu biên bản." in one.submit("Lưu biên bản", minutes="Bản thứ nhất")
    page = two.submit("Lưu biên bản", status=422, minutes="Bản thứ hai")
    assert "Bản thứ nhất" in page
    assert "Bản thứ hai" in page
    assert "Đã lưu biên bản." in page.submit("Lưu biên bản")


def test_a_very_long_text_is_refused_and_kept(visitor: Visitor, town: Town) -> None:
    as_(visitor, "coordinator")
    page = visitor.get(f"/meetings/{town.past.pid}/minutes")
    answer = visitor.client.post(
        page.path,
        data={**_hidden(page), "minutes": "chữ " * 250_000},
    )
    assert answer.status_code == 422
    assert "chữ chữ" in answer.text


def test_paper(visitor: Visitor, town: Town) -> None:
    as_(visitor, "coordinator")
    assert "Nguyễn Văn An" in visitor.get(f"/meetings/{town.past.pid}/roll/print")
    assert "BIÊN BẢN" in visitor.get(f"/meetings/{town.past.pid}/minutes/print")


def test_a_meeting_is_called_off(visitor: Visitor, town: Town) -> None:
    as_(visitor, "coordinator")
    page = visitor.get(f"/meetings/{town.coming.pid}").follow("Hủy buổi này")
    assert "Đã hủy buổi này." in page.submit("Hủy buổi này", reason="Mưa bão")
    assert "Mưa bão" in visitor.get(f"/meetings/{town.coming.pid}")


def test_a_new_member_and_a_phone_that_is_known(
    visitor: Visitor, town: Town, installation: Installation
) -> None:
    as_(visitor, "coordinator")
    typed = {"name": "Lê Hoàng Phương", "birth_year": "1992", "education": "2", "signed": "y"}
    answers = []
    for phone in ("0987 654 321", "0912345678"):
        page = visitor.get("/members").follow("Thêm người mới")
        answers.append(page.submit("Thêm thành viên", phone=phone, **typed))
    known, unknown = (
        page.text.replace(page.path.split("/")[2], "").replace(phone, "")
        for page, phone in zip(answers, ("0987 654 321", "0912 345 678"), strict=True)
    )
    assert _without_tokens(known) == _without_tokens(unknown)
    with installation.transaction(writes=False) as session:
        assert len(session.scalars(select(PhoneClash)).all()) == 1
        assert len(session.scalars(select(Membership)).all()) == 4


def test_a_card_is_shown_once_and_opens_the_members_pages(visitor: Visitor, town: Town) -> None:
    as_(visitor, "coordinator")
    page = visitor.get(f"/members/{town.binh.pid}").follow("Cấp thẻ").submit("Làm thẻ")
    login, code = ("".join(e.itertext()) for e in page.all("strong"))
    member = Visitor(visitor.app).get("/card")
    assert "Hôm nay" in member.submit(login=login, code=code, password="204957", again="204957")


def test_nobody_joins_without_a_signed_form(visitor: Visitor, town: Town) -> None:
    as_(visitor, "coordinator")
    page = visitor.get("/members/new").submit(
        "Thêm thành viên", status=422, name="Lê Hoàng Phương", birth_year="1992", education="2"
    )
    assert "Cần đơn tham gia có chữ ký" in page


def test_a_member_of_another_club_joins_by_card(visitor: Visitor, town: Town) -> None:
    as_(visitor, "other")
    page = visitor.get("/members/by-card")
    assert "Không có thẻ nào" in page.submit(
        "Thêm thành viên", status=422, card="nobody", signed="y"
    )
    page = page.submit("Thêm thành viên", card="Member", signed="y")
    assert "Nguyễn Văn An" in page
    page = visitor.get("/members/by-card")
    assert "đã là thành viên" in page.submit(
        "Thêm thành viên", status=422, card="member", signed="y"
    )


def test_opening_a_member_is_recorded_about_them(
    visitor: Visitor, town: Town, installation: Installation
) -> None:
    as_(visitor, "coordinator")
    assert "0912 345 678" in visitor.get("/members").follow("Nguyễn Văn An")
    with installation.transaction(writes=False) as session:
        rows = session.scalars(select(AuditRow).where(AuditRow.action == "read")).all()
        assert [row.client_pid for row in rows] == [town.an.pid]


def test_whoever_leaves_is_no_longer_shown(visitor: Visitor, town: Town) -> None:
    as_(visitor, "coordinator")
    page = visitor.get(f"/members/{town.an.pid}").follow("Ghi ngày rời")
    page.submit("Ghi ngày rời", left_on="2026-12-24", status=422)
    page.submit("Ghi ngày rời", left_on="2026-11-20")
    assert "Nguyễn Văn An" not in visitor.get("/members")
    visitor.get(f"/members/{town.an.pid}", 404)


@pytest.mark.parametrize(
    "address",
    [
        "/meetings/{0.coming.pid}",
        "/meetings/{0.past.pid}/roll",
        "/meetings/{0.past.pid}/minutes",
        "/meetings/{0.past.pid}/minutes/print",
        "/meetings/{0.coming.pid}/edit",
        "/meetings/{0.coming.pid}/cancel",
        "/members/{0.an.pid}",
        "/members/{0.an.pid}/leave",
        "/clubs/{0.club.pid}/overview",
        "/clubs/{0.club.pid}/edit",
    ],
)
def test_what_is_of_another_club_does_not_exist(visitor: Visitor, town: Town, address: str) -> None:
    as_(visitor, "other")
    visitor.get(address.format(town), 404)


def test_a_member_says_i_cannot_come_with_a_word(visitor: Visitor, town: Town) -> None:
    page = as_(visitor, "member").submit("Tôi bận", comes="no")
    page = page.submit("Gửi lời nhắn", apology="Làm ca tối")
    assert "Làm ca tối" in page
    visitor.get("/").submit("Đăng xuất")
    as_(visitor, "coordinator")
    assert "Làm ca tối" in visitor.get(f"/meetings/{town.coming.pid}")


def test_a_members_pages_say_nothing_to_a_bystander(visitor: Visitor, town: Town) -> None:
    as_(visitor, "member")
    for address in ("/", "/me/club", f"/me/meetings/{town.coming.pid}"):
        page = visitor.get(address)
        assert "Câu lạc bộ Trảng Dài Xanh" in page
        assert not any(word in page.text.lower() for word in ("cai nghiện", "ma túy", "sau cai"))


def test_an_officer_sees_figures_and_never_a_name(visitor: Visitor, town: Town) -> None:
    as_(visitor, "officer")
    page = visitor.get("/clubs/all").follow("Câu lạc bộ Trảng Dài")
    assert "Thành viên hôm nay" in page
    assert "Nguyễn Văn An" not in page
    visitor.get("/members", 403)


def test_an_officer_moves_a_club_to_a_state_that_it_allows(visitor: Visitor, town: Town) -> None:
    as_(visitor, "officer")
    page = visitor.get(f"/clubs/{town.club.pid}/overview").follow("Đổi trạng thái")
    assert "trước trạng thái" in page.submit("Lưu", 422, status_on="2025-07-31")
    assert "tạm dừng (21/11/2026)" in page.submit("Lưu", status_on="2026-11-21")
    visitor.get(f"/clubs/{town.club.pid}", 404)  # no longer open


def test_an_officer_founds_a_club(visitor: Visitor, town: Town) -> None:
    as_(visitor, "officer")
    page = visitor.get("/clubs/new?commune=26068")
    typed = {"name": "Câu lạc bộ B", "decision": "12/QĐ-UBND", "founded_on": "2026-11-20"}
    told = page.submit("Thành lập", status=422, display_name="Sau cai Biên Hòa", **typed)
    assert "tên trung tính" in told
    assert "Câu lạc bộ Phường Biên Hòa" in page.submit("Thành lập", **typed)


def test_an_officer_founds_only_in_their_own_area(visitor: Visitor, town: Town) -> None:
    as_(visitor, "officer")
    typed = {"name": "x", "decision": "1", "founded_on": "2026-11-20"}
    page = visitor.get("/clubs/new")
    page = page.submit("Thành lập", 422, commune_code="Phường Ba Đình, Hà Nội", **typed)
    assert "ngoài địa bàn" in page


def test_anyone_finds_a_club_by_its_commune_without_marks(visitor: Visitor, town: Town) -> None:
    page = visitor.get("/clubs").submit("Tìm", q="trang dai")
    assert "Câu lạc bộ Trảng Dài Xanh" in page.follow("Câu lạc bộ Trảng Dài Xanh")
    assert "Không có nơi nào" in visitor.get("/clubs?q=nowhere")
    visitor.get("/clubs/nothing", 404)


def test_where_nothing_leaves_the_portal_no_address_for_reminders_is_asked(
    visitor: Visitor, town: Town
) -> None:
    as_(visitor, "member")
    form = visitor.get("/me/reminders")
    assert "Số điện thoại hoặc địa chỉ thư" not in form
    assert "Đã lưu." in form.submit(channel="notice")


def test_a_case_officer_finds_the_clubs_from_any_page(visitor: Visitor, town: Town) -> None:
    page = as_(visitor, "case_officer").follow("Các câu lạc bộ").follow(town.club.name)
    assert "Sổ câu lạc bộ" in page


def test_a_case_officer_sees_a_club_and_does_not_move_it(visitor: Visitor, town: Town) -> None:
    as_(visitor, "case_officer")
    visitor.get(f"/clubs/{town.club.pid}/overview")
    visitor.get(f"/clubs/{town.club.pid}/move", 403)


def _hidden(page: Page) -> dict[str, str]:
    (main,) = page.all("main")
    fields = (e for e in main.iter("input") if e.get("type") == "hidden")
    return {e.get("name", ""): e.get("value", "") for e in fields}


def _without_tokens(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if 'type="hidden"' not in line)


def test_the_navigation_marks_the_list_that_a_page_belongs_to(visitor: Visitor, town: Town) -> None:
    visitor.sign_in("coordinator")

    def marked(address: str) -> list[str]:
        links = visitor.get(address).all("a")
        return [link.get("href", "") for link in links if link.get("aria-current")]

    assert marked(f"/meetings/{town.coming.pid}") == ["/meetings"]
    assert marked("/meetings") == ["/meetings"]
    assert marked(f"/clubs/{town.club.pid}") == ["/clubs"]
    assert marked(f"/clubs/{town.club.pid}/overview") == ["/clubs/all"]
    assert marked("/") == ["/"]
