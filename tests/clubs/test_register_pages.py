"""The pages of counselling points and volunteer teams, each as its people see them."""

import pytest

from portal.access import Role
from portal.installation import Installation
from portal.people.models import Client
from tests.clubs import ground
from tests.databases import on_sqlite
from tests.pages import Page, Visitor

pytestmark = on_sqlite


@pytest.fixture
def an(installation: Installation) -> Client:
    """A member of a club who can sign in, and everyone who works for the commune."""
    with installation.transaction(writes=True):
        club = ground.club()
        an = ground.client("Nguyễn Văn An")
        ground.join(club, an).in_force(ground.LONG_AGO)
        ground.user("officer", Role.OFFICER, "75")
        ground.user("case_officer", Role.CASE_OFFICER, ground.COMMUNE)
        ground.user("other", Role.CASE_OFFICER, "26080")
        ground.user("member", Role.MEMBER, an.pid)
    return an


def _as(visitor: Visitor, login: str) -> Visitor:
    other = Visitor(visitor.app)
    other.sign_in(login)
    return other


def _team(visitor: Visitor) -> Page:
    form = visitor.get("/volunteer-teams/new")
    facts = {"commune_code": "Trảng Dài", "decision": "12/QĐ-UBND", "formed_on": "2026-01-05"}
    page = form.submit("Lưu", **facts).follow("Thêm tình nguyện viên")
    return page.submit("Lưu", name="Bà Sáu", area="Khu phố 4", from_on="2026-02-01")


def test_a_point_is_opened_shown_to_all_and_closed(visitor: Visitor, an: Client) -> None:
    visitor.sign_in("officer")
    form = visitor.get("/counselling-points/new")
    facts = {"name": "Nhà Xanh", "commune_code": "Trảng Dài", "opened_on": "2026-02-01"}
    wrong = form.submit("Lưu", status=422, **facts, hours="hỏi chị Ba")
    assert "Mỗi dòng ghi ngày rồi đến giờ" in wrong
    page = form.submit("Lưu", **facts, hours="Thứ Ba, 18:00–20:30\nChủ nhật, 8:00–11:00")
    page = page.follow("Sửa Nhà Xanh").submit("Lưu", hours="Thứ Ba, 18:00–20:00")
    assert "Thứ Ba, 18:00–20:00" in visitor.get("/clubs")
    form = page.follow("Đóng Nhà Xanh")
    form.submit("Đóng", status=422, closed_on="2026-12-01")
    form.submit("Đóng", closed_on="2026-11-20")
    assert "Nhà Xanh" not in visitor.get("/clubs")
    assert "Đóng sau ngày 20/11/2026" in visitor.get("/counselling-points")


def test_a_case_officer_assigns_and_ends(visitor: Visitor, an: Client) -> None:
    visitor.sign_in("case_officer")
    page = _team(visitor).follow("Bà Sáu")
    refused = page.submit("Giao", status=422, client_pid=an.pid)
    assert "Cần người đó đồng ý trước." in refused
    page = page.submit("Giao", client_pid=an.pid, agreed="y")
    assert "Đã giao." in page
    form = page.follow("Thôi giúp Nguyễn Văn An")
    form.submit("Lưu", status=422, to_on="2026-12-01")
    assert "Chưa giúp ai." in form.submit("Lưu", to_on="2026-11-21")


def test_the_member_sees_who_helps_and_takes_it_back(visitor: Visitor, an: Client) -> None:
    visitor.sign_in("case_officer")
    _team(visitor).follow("Bà Sáu").submit("Giao", client_pid=an.pid, agreed="y")
    visitor = _as(visitor, "member")
    page = visitor.get("/me/data")
    assert "Bà Sáu (Khu phố 4) hỏi thăm, giúp đỡ anh/chị từ 21/11/2026." in page
    assert "hỏi thăm, giúp đỡ gần nhà" in page
    form = next(href for href in page.links() if "/consents/" in href)
    assert "Bà Sáu" in visitor.get(form)
    assert "Bà Sáu" not in visitor.get(form).submit()


def test_officers_see_figures_and_no_member(visitor: Visitor, an: Client) -> None:
    visitor.sign_in("case_officer")
    team = _team(visitor)
    person = next(href for href in team.links() if href.startswith("/volunteers/"))
    team.follow("Bà Sáu").submit("Giao", client_pid=an.pid, agreed="y")
    visitor = _as(visitor, "officer")
    page = visitor.get("/volunteer-teams").follow("Phường Trảng Dài")
    assert "Bà Sáu" in page
    assert "Nguyễn Văn An" not in page
    visitor.get(person.removesuffix("/edit"), status=403)
    visitor = _as(visitor, "other")
    visitor.get(team.path, status=404)
    visitor.get(person, status=404)


def test_a_volunteer_is_put_right_and_leaves(visitor: Visitor, an: Client) -> None:
    visitor.sign_in("officer")
    form = _team(visitor).follow("Sửa Bà Sáu")
    form.submit("Lưu", status=422, to_on="2025-01-01")
    page = form.submit("Lưu", name="Bà Tám", to_on="2026-11-01")
    assert "Bà Tám" in page
    assert "01/11/2026" in page
    page = page.follow("Sửa quyết định").submit("Lưu", decision="99/QĐ-UBND")
    assert "99/QĐ-UBND" in page
