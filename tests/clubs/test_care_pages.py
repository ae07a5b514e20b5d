"""The pages of care, each as its people see them: no JavaScript, small screens, bad input."""

from datetime import timedelta

import pytest

from portal.access import Role
from portal.clubs.models import Volunteer, VolunteerTeam
from portal.db import session
from portal.installation import Installation
from portal.people.models import Client, Consent
from portal.people.service.consents import TO_A_CLUB
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.pages import Page, Visitor

pytestmark = on_sqlite
LONG_NAME = "Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Thảo Linh"


@pytest.fixture
def an(installation: Installation) -> Client:
    """A member who missed the last two meetings, and everyone around them."""
    with installation.transaction(writes=True):
        club = ground.club()
        an = ground.client(LONG_NAME)
        ground.join(club, an)
        for days in (-14, -7):
            ground.marked(ground.meeting(club, days), an, "absent")
        _let_know_of_needs()
        team = VolunteerTeam(commune_code=ground.COMMUNE, formed_on=ground.LONG_AGO, decision="12")
        ground.add(team)
        ground.add(Volunteer(team_id=team.id, name="Bà Sáu", from_on=ground.LONG_AGO))
        ground.coordinator(club)
        ground.user("member", Role.MEMBER, an.pid)
        ground.user("case_officer", Role.CASE_OFFICER, ground.COMMUNE)
        ground.user("officer", Role.OFFICER, "75")
    return an


def _let_know_of_needs() -> None:
    session().query(Consent).one().fields = " ".join(TO_A_CLUB)


def _as(visitor: Visitor, login: str) -> Visitor:
    other = Visitor(visitor.app)
    other.sign_in(login)
    return other


def _sheet(visitor: Visitor, **typed: str) -> Page:
    page = visitor.get("/progress").follow("Ghi phiếu")
    told = {"housing": "fine", "work": "hard", "work_remark": "Đang chờ gọi.", **typed}
    return page.submit("Lưu phiếu", lets="y", **told)


def test_a_month_is_written_read_and_answered(visitor: Visitor, an: Client) -> None:
    visitor.sign_in("coordinator")
    form = visitor.get("/progress").follow("Ghi phiếu")
    refused = form.submit("Lưu phiếu", status=422, work="hard", work_remark="Đang chờ.")
    assert "Cần người đó đồng ý trước." in refused
    form.submit("Lưu phiếu", status=422, lets="y", work="9/10")
    form.submit("Lưu phiếu", status=422, lets="y", agreed_on="2026-12-01")
    page = _sheet(visitor)
    assert "còn khó. Đang chờ gọi." in page
    member = _as(visitor, "member")
    answer = member.get("/me/club").follow("Phiếu tháng của tôi").follow("Trả lời")
    answer.submit("Gửi", status=422)
    answer.submit("Gửi", status=422, agrees="no")
    page = answer.submit("Gửi", agrees="no", different="Tôi có việc rồi.")
    assert "Tôi có việc rồi." in page
    assert "thành viên thấy khác" in visitor.get("/progress")
    assert "Tôi có việc rồi." in visitor.get("/progress").follow(LONG_NAME)
    page.follow("Trả lời").submit("Gửi", agrees="yes")
    assert "đã thống nhất" in visitor.get("/progress")
    assert "Đang chờ gọi." in _as(visitor, "case_officer").get(f"/clients/{an.pid}/progress")


def test_two_coordinators_see_both_versions(visitor: Visitor, an: Client) -> None:
    visitor.sign_in("coordinator")
    form = visitor.get("/progress").follow("Ghi phiếu")
    _sheet(visitor)
    both = form.submit("Lưu phiếu", status=422, lets="y", work="fine", work_remark="Có việc.")
    assert "Đang chờ gọi." in both
    assert "Có việc." in both
    assert "ổn. Có việc." in both.submit("Lưu phiếu")


@pytest.mark.parametrize("month", ["2026-12", "2025-01", "2026-13", "xx", "2026-11-05"])
def test_no_such_month(visitor: Visitor, an: Client, month: str) -> None:
    visitor.sign_in("coordinator")
    visitor.get(f"/members/{an.pid}/progress/{month}", status=404)


def test_who_drifts_gets_a_next_step_and_an_outcome(visitor: Visitor, an: Client) -> None:
    page = visitor.sign_in("coordinator")
    assert "Vắng không phép cả hai buổi gần nhất." in page
    form = page.follow("Ghi bước tiếp theo")
    form.submit("Lưu", status=422)
    form.submit("Lưu", status=422, step="call", who="Chị Hạnh", due_on="2026-11-01")
    due_on = (TODAY + timedelta(3)).isoformat()
    page = form.submit("Lưu", step="call", who="Chị Hạnh", due_on=due_on)
    assert "Chị Hạnh: gọi điện, trước 24/11/2026." in page
    form = page.follow("Ghi kết quả")
    form.submit("Lưu", status=422, outcome="forgotten")
    page = form.submit("Lưu", outcome="other_shift")
    assert "Không ai đang vắng dần." in page
    assert "làm ca khác giờ họp" in visitor.get(f"/members/{an.pid}")


def test_a_need_is_raised_and_taken_up(visitor: Visitor, an: Client) -> None:
    visitor.sign_in("coordinator")
    form = visitor.get(f"/members/{an.pid}/needs").follow("Đề nghị hỗ trợ")
    page = form.submit("Gửi", kind="training", remark="Muốn học hàn.")
    assert "Đang chờ trả lời" in page
    assert "Câu lạc bộ đề nghị ngày 21/11/2026" in _as(visitor, "member").get("/me/data")
    officer = _as(visitor, "case_officer")
    answer = officer.get("/").follow(LONG_NAME)
    answer.submit("Trả lời", status=422)
    answer.submit("Trả lời", status=422, takes="no")
    page = answer.submit("Trả lời", takes="yes", answer="Mai tôi gọi.")
    assert "Câu lạc bộ đề nghị ngày 21/11/2026, biết qua khi trò chuyện." in page
    assert "Không còn đề nghị nào chờ." in officer.get("/raised-needs")
    page = visitor.get("/")
    assert "Cán bộ phụ trách đã trả lời một đề nghị hỗ trợ." in page
    assert "Mai tôi gọi." in visitor.get(f"/members/{an.pid}/needs")


def test_a_visit_is_written_down_and_the_club_sees_the_day(visitor: Visitor, an: Client) -> None:
    visitor.sign_in("case_officer")
    form = visitor.get(f"/clients/{an.pid}").follow("Ghi lần thăm của tình nguyện viên")
    form.submit("Ghi", status=422)
    (sau,) = (o.get("value", "") for o in form.all("option") if "".join(o.itertext()) == "Bà Sáu")
    told = {"volunteer_pid": sau, "agreed": "Tuần tới đi xem lớp."}
    form.submit("Ghi", status=422, next_on="2026-11-01", **told)
    page = form.submit("Ghi", next_on="2026-12-01", **told)
    assert "Tuần tới đi xem lớp." in page
    club = _as(visitor, "coordinator").get(f"/members/{an.pid}")
    assert "Bà Sáu; hẹn lại 01/12/2026" in club
    assert "Tuần tới đi xem lớp." not in club


def test_a_member_leaves(visitor: Visitor, an: Client) -> None:
    visitor.sign_in("member")
    form = visitor.get("/me/club").follow("Thôi tham gia câu lạc bộ")
    form.submit("Thôi tham gia", status=422)
    page = form.submit("Thôi tham gia", sure="y", left_for="busy")
    assert "Hôm nay là ngày cuối của anh/chị." in page
    assert "không ở câu lạc bộ nào" in visitor.get("/me/club/leave")
    start = _as(visitor, "coordinator").get("/")
    assert "Một người đã thôi tham gia Câu lạc bộ Trảng Dài Xanh. Lý do: bận việc." in start


def test_an_officer_sees_counts_alone(visitor: Visitor, an: Client) -> None:
    visitor.sign_in("coordinator")
    _sheet(visitor)
    page = _as(visitor, "officer").get("/targets/registers").follow("Phiếu tháng của thành viên")
    assert "Phường Trảng Dài" in page
    assert "<5" in page
    assert LONG_NAME not in page
