"""The book of a club: board, rules, plan, founding; and merging it into another."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.clubs import service as clubs
from portal.clubs.models import Club, Meeting, Membership
from portal.clubs.service import boards, book, standing
from portal.clubs.service.meetings import get_meeting
from portal.clubs.service.memberships import add_member_by_card
from portal.errors import Conflict, NotFound, RuleBroken
from portal.installation import Installation
from portal.messages.models import Notice
from portal.places import service as places
from portal.targets.records import Records
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.pages import Visitor

PROVINCE = Actor("o", (Held(Role.OFFICER, "75"),))
ELSEWHERE = Actor("e", (Held(Role.OFFICER, "26080"),))
CASE_OFFICER = Actor("c", (Held(Role.CASE_OFFICER, ground.COMMUNE),))


def _seat(club: Club, post: str = "chair", name: str = "Ông Tư", actor: Actor = PROVINCE) -> Any:
    facts = {"name": name, "agency": "UBND phường", "from_on": ground.LONG_AGO}
    return boards.add_board_member(actor, club.pid, post=post, **facts)  # type: ignore[arg-type]


def _merge(club: Club, heir: Club, day: date = TODAY, actor: Actor = PROVINCE) -> Club:
    return standing.merge_club(
        actor, club.pid, heir_pid=heir.pid, status_on=day, version=club.version
    )


def test_a_club_has_one_chair_who_is_replaced_the_next_day(work: Session) -> None:
    club = ground.club()
    chair = _seat(club)
    with pytest.raises(RuleBroken) as refused:
        _seat(club, name="Bà Năm")
    assert refused.value.field == "post"
    day = TODAY - timedelta(1)
    boards.end_board_member(PROVINCE, chair.pid, to_on=day, name="Bà Năm", agency="")
    assert [(one.name, one.from_on) for one in clubs.board_of(club)] == [("Bà Năm", TODAY)]
    assert [one.name for one in boards.board_ever(club)] == ["Bà Năm", "Ông Tư"]
    with pytest.raises(NotFound):  # ended already
        boards.end_board_member(PROVINCE, chair.pid, to_on=day, name="", agency="")


def test_nobody_leaves_the_board_before_they_came_or_in_days_to_come(work: Session) -> None:
    member = _seat(ground.club(), "member")
    for day in (ground.LONG_AGO - timedelta(1), TODAY + timedelta(1)):
        with pytest.raises(RuleBroken):
            boards.end_board_member(PROVINCE, member.pid, to_on=day, name="", agency="")


def test_the_book_is_kept_by_its_coordinators_and_its_officers(work: Session) -> None:
    club = ground.club()
    _seat(club, "secretary", actor=ground.coordinator(club))
    stranger = ground.coordinator(ground.club("Khác"), "other")
    for other in (stranger, ELSEWHERE, CASE_OFFICER):
        with pytest.raises(NotFound):
            _seat(club, "deputy", actor=other)
    with pytest.raises(NotFound):
        book.get_governed_club(ground.coordinator(club, "second"), club.pid)


def test_rules_grow_by_versions_and_none_is_lost(work: Session) -> None:
    club = ground.club()
    book.write_rules(PROVINCE, club.pid, from_on=ground.LONG_AGO, text="Điều 1", number=1)
    with pytest.raises(RuleBroken):  # typed over the same version as the first
        book.write_rules(PROVINCE, club.pid, from_on=TODAY, text="Khác", number=1)
    day = ground.LONG_AGO - timedelta(1)
    with pytest.raises(RuleBroken):
        book.write_rules(PROVINCE, club.pid, from_on=day, text="Khác", number=2)
    book.write_rules(PROVINCE, club.pid, from_on=TODAY, text="Điều 1, sửa", number=2)
    assert [one.text for one in book.rules_of(club)] == ["Điều 1, sửa", "Điều 1"]


def test_a_stale_plan_is_refused(work: Session) -> None:
    club = ground.club()
    months = [f"Việc tháng {n}" for n in range(1, 13)]
    book.write_plan(PROVINCE, club.pid, 2026, version=None, topics=months)
    book.write_plan(PROVINCE, club.pid, 2026, version=1, topics=["", *months[1:]])
    with pytest.raises(Conflict):
        book.write_plan(PROVINCE, club.pid, 2026, version=1, topics=months)
    plan = book.plan_of_year(club, 2026)
    assert plan
    assert plan.months == ["", *months[1:]]
    assert book.plan_of_year(club, 2027) is None


def test_a_planned_club_counts_once_it_is_founded_by_decision(work: Session) -> None:
    club = book.propose_club(
        PROVINCE,
        commune_code=ground.COMMUNE,
        name="Câu lạc bộ mới",
        display_name="",
        proposing_agency="Hội Phụ nữ phường",
        proposal="Có mười người muốn tham gia.",
        old_district_code=places.old_districts_of(ground.COMMUNE, TODAY)[0].code,
    )
    assert Records().clubs == []
    move: dict[str, Any] = {"status": "operating", "status_on": TODAY}
    with pytest.raises(RuleBroken):
        clubs.move_club(PROVINCE, club.pid, **move, version=1)
    facts: dict[str, Any] = {"decided_on": TODAY, "file_number": "HS-7", "proposal": ""}
    book.write_decision(
        PROVINCE, club.pid, version=1, decision="9/QĐ-UBND", proposing_agency="", **facts
    )
    clubs.move_club(PROVINCE, club.pid, **move, version=2)
    assert club.founded_on == TODAY
    assert [row.counts_on(TODAY) for row in Records().clubs] == [True]
    with pytest.raises(RuleBroken):  # a decision is not taken off the books
        book.write_decision(
            PROVINCE, club.pid, version=3, decision="", proposing_agency="", **facts
        )


def test_a_venue_tells_nobody_what_for(work: Session) -> None:
    club = ground.club()
    facts = {"venue_address": "", "venue_capacity": 40}
    with pytest.raises(RuleBroken):
        book.set_venue(PROVINCE, club.pid, version=1, venue="Phòng cai nghiện", **facts)  # type: ignore[arg-type]


def test_with_a_merger_go_members_but_not_what_the_club_knew(work: Session) -> None:
    club, heir = ground.club(), ground.club("Câu lạc bộ Tân Phong")
    new, old = ground.coordinator(heir), ground.coordinator(club, "old")
    an, both = ground.member(club, "Nguyễn Văn An"), ground.member(club, "Trần Thị Bình")
    ground.join(heir, both)
    ground.join(club, ground.client("Chi"), ground.LONG_AGO, TODAY - timedelta(9))
    ground.user("tv-an", Role.MEMBER, an.pid)
    coming = ground.meeting(club, 5)
    _merge(club, heir)
    clock.fix(TODAY + timedelta(1))
    assert (club.status, book.heir_of(club)) == ("dissolved", heir)
    assert work.get_one(Meeting, coming.id).cancelled_at
    assert work.scalar(select(Notice.id).where(Notice.template == "meeting_cancelled"))
    names = [one.name for one in clubs.list_members(new)]
    assert sorted(names) == ["(không còn chia sẻ tên)", "Trần Thị Bình"]
    with pytest.raises(NotFound):
        clubs.get_member(new, an.pid)
    with pytest.raises(NotFound):
        clubs.get_member(old, an.pid)
    stays = select(Membership.joined_on, Membership.left_on)
    assert work.execute(stays.where(Membership.client_id == an.id)).all() == [
        (ground.LONG_AGO, TODAY),
        (TODAY + timedelta(1), None),
    ]
    add_member_by_card(new, heir.pid, card="tv-an", signed=True)  # by the form signed there
    assert clubs.get_member(new, an.pid).client.name == "Nguyễn Văn An"


def test_who_may_merge_what_into_which(work: Session) -> None:
    club, heir = ground.club(), ground.club("Câu lạc bộ Tân Phong")
    for other in (ground.coordinator(club), CASE_OFFICER):
        with pytest.raises(RuleBroken):
            _merge(club, heir, actor=other)
    with pytest.raises(NotFound):
        _merge(club, heir, actor=ELSEWHERE)
    for day, into in ((TODAY + timedelta(1), heir), (TODAY, club)):
        with pytest.raises(RuleBroken):
            _merge(club, into, day)
    _merge(club, heir)
    with pytest.raises(RuleBroken):  # neither again, nor back
        _merge(club, heir)
    with pytest.raises(RuleBroken):
        _merge(heir, club)


def test_a_dissolved_club_meets_no_more(work: Session) -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    coming = ground.meeting(club, 5)
    clubs.move_club(PROVINCE, club.pid, status="dissolved", status_on=TODAY, version=1)
    assert get_meeting(coordinator, coming.pid).cancelled_at


@on_sqlite
def test_officer_and_coordinator_fill_the_book(
    visitor: Visitor, installation: Installation
) -> None:
    with installation.transaction(writes=True):
        club, heir = ground.club(), ground.club("Câu lạc bộ Tân Phong")
        ground.coordinator(club)
        ground.user("officer", Role.OFFICER, "75")
        ground.user("case_officer", Role.CASE_OFFICER, ground.COMMUNE)
    visitor.sign_in("coordinator")
    book_page = visitor.get(f"/clubs/{club.pid}/overview").follow("Sổ câu lạc bộ")
    form = book_page.follow("Sửa nơi sinh hoạt")
    form.submit("Lưu", status=422, venue="Nhà văn hóa", venue_capacity="nhiều")
    assert "Nhà văn hóa" in form.submit("Lưu", venue="Nhà văn hóa", venue_capacity="40")
    form = book_page.follow("Ghi bản quy chế mới")
    form.submit("Lưu", status=422, text="")
    assert "Bản 1, từ ngày 21/11/2026" in form.submit("Lưu", text="Điều 1. Tự nguyện.")
    form = book_page.follow("Sửa kế hoạch")
    form.submit("Lưu", status=422, month_3="x" * 501)
    assert "Tìm việc dịp Tết" in form.submit("Lưu", month_1="Tìm việc dịp Tết")
    form = book_page.follow("Thêm người vào ban chủ nhiệm")
    form.submit("Lưu", status=422, name="", post="chair")
    page = form.submit("Lưu", name="Ông Tư", post="chair")
    page = page.follow("Thôi hoặc thay Ông Tư").submit("Lưu", name="Bà Năm")
    assert "Bà Năm" in page
    assert "Sửa quyết định" not in page
    visitor.get(f"/clubs/{club.pid}/decision", status=403)
    visitor = Visitor(visitor.app)
    visitor.sign_in("officer")
    form = visitor.get(f"/clubs/{club.pid}/book").follow("Sửa quyết định")
    assert "Chưa đến" not in form
    form.submit("Lưu", status=422, decision="9/QĐ", decided_on="2027-01-01")
    page = form.submit("Lưu", decision="9/QĐ", decided_on="2025-08-01")
    form = page.follow("Sáp nhập câu lạc bộ")
    form.submit("Xem trước", status=422, heir_pid=heir.pid, status_on="2027-01-01")
    form.submit("Xem trước", status=422, heir_pid="", status_on="")
    form = form.submit("Xem trước", heir_pid=heir.pid, status_on="2026-11-21")
    assert "Tài khoản ban chủ nhiệm thôi 1" in form
    form.submit("Sáp nhập", status=422, version="1")
    page = form.submit("Sáp nhập")
    assert "Đã sáp nhập vào Câu lạc bộ Tân Phong từ ngày 21/11/2026." in page
    form = visitor.get("/clubs/all").follow("Đề nghị thành lập")
    form.submit("Lưu", status=422, name="")
    facts = {"commune_code": "Trảng Dài", "name": "Mới", "proposing_agency": "Hội Phụ nữ"}
    facts |= {"proposal": "Cần một nhóm."}
    asked = form.submit("Lưu", status=422, **facts)  # of which old district?
    with installation.transaction(writes=False):
        district = places.old_districts_of(ground.COMMUNE, TODAY)[0].code
    assert "Hội Phụ nữ" in asked.submit("Lưu", **facts, old_district_code=district)
    visitor = Visitor(visitor.app)
    visitor.sign_in("case_officer")
    assert "Thêm người" not in visitor.get(f"/clubs/{club.pid}/book")
    visitor.get(f"/clubs/{club.pid}/venue", status=404)
