"""Pages of a transfer, and who may open what of the person before and after it, by HTTP."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from portal import clock
from portal.access import Role
from portal.clubs.models import Club
from portal.installation import Installation
from portal.people.models import Client
from portal.people.service.consents import TO_A_CLUB
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.pages import Page, Visitor

pytestmark = on_sqlite

HERE, THERE = ground.COMMUNE, "26080"
MEMBERS, CLIENTS = "/members/<pid>", "/clients/<pid>"


@dataclass
class Ground:
    """A member of the club here who wants to go to the club there, and all who work in both."""

    visitor: Visitor
    here: Club
    there: Club
    an: Client

    def enter(self, login: str) -> Visitor:
        """Somebody with a browser of their own."""
        other = Visitor(self.visitor.app)
        other.sign_in(login)
        return other

    def shut(self, login: str, beginning: str) -> bool:
        """Whether none of these addresses is there for them, to read or to write."""
        answers = self._answers(login, beginning, ("GET", "POST"))
        return answers - {403} == {404}  # 403: not for their role, whoever the person is

    def open(self, login: str, beginning: str) -> bool:
        """Whether pages there are theirs to read; a paper that nobody wrote is not there either."""
        return 200 in self._answers(login, beginning, ("GET",))

    def _answers(self, login: str, beginning: str, methods: tuple[str, ...]) -> set[int]:
        visitor = self.enter(login)
        token = _token(visitor.get("/account"))
        found = set()
        for method, address in self._addresses(beginning, methods):
            data = {"csrf_token": token} if method == "POST" else None
            found.add(visitor.client.open(address, method=method, data=data).status_code)
        return found

    def _addresses(self, beginning: str, methods: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        for rule in self.visitor.app.url_map.iter_rules():
            if rule.rule.startswith(beginning) and not rule.arguments - {"pid", "month"}:
                address = rule.rule.replace("<pid>", self.an.pid).replace("<month>", "2026-11")
                yield from ((method, address) for method in methods if method in rule.methods)


def _token(page: Page) -> str:
    held = (field for field in page.all("input") if field.get("name") == "csrf_token")
    return next(held).get("value", "")


@pytest.fixture
def two(visitor: Visitor, installation: Installation) -> Ground:
    with installation.transaction(writes=True):
        here, there = ground.club(), ground.club("Câu lạc bộ Xuân Lộc", commune=THERE)
        an = ground.client("Nguyễn Văn An")
        ground.join(here, an, fields=" ".join(TO_A_CLUB))
        ground.marked(ground.meeting(here, -7), an, "present")
        ground.user("an", Role.MEMBER, an.pid)
        ground.coordinator(here, "here")
        ground.coordinator(there, "there")
        ground.user("officer-here", Role.CASE_OFFICER, HERE)
        ground.user("officer-there", Role.CASE_OFFICER, THERE)
    return Ground(visitor, here, there, an)


def _ask(two: Ground) -> None:
    page = two.enter("here").get("/members").follow("Nguyễn Văn An").follow("Chuyển câu lạc bộ")
    page.submit("Gửi đề nghị", status=422, to_pid="")
    page.submit("Gửi đề nghị", status=422, to_pid=two.there.pid, signed_on="2027-01-01")
    assert "chờ thành viên đồng ý" in page.submit("Gửi đề nghị", to_pid=two.there.pid)


def _agree(two: Ground) -> None:
    me = two.enter("an")
    assert "hỏi anh/chị có muốn chuyển sang Câu lạc bộ Xuân Lộc Xanh không." in me.get("/")
    page = me.get("/me/club").follow("Chuyển câu lạc bộ")
    page.submit("Lưu", status=422)
    page = page.submit("Lưu", agrees="yes")
    assert "chờ câu lạc bộ mới trả lời" in page
    assert "họ tên, trong lúc chờ trả lời" in me.get("/me/data")


def _take(two: Ground) -> None:
    there = two.enter("there")
    assert "1 người xin chuyển đến" in there.get("/")
    page = there.get("/members").follow("Xin chuyển đến").follow("Trả lời Nguyễn Văn An")
    page.submit("Trả lời", status=422)
    page.submit("Trả lời", status=422, takes="no", answer="")
    assert "Ngày mai người này là thành viên" in page.submit("Trả lời", takes="yes")


def test_every_address_of_the_person_before_and_after(two: Ground) -> None:
    assert two.open("here", MEMBERS)
    assert two.shut("there", MEMBERS)
    assert two.open("officer-here", CLIENTS)
    assert two.shut("officer-there", CLIENTS)
    _ask(two)
    _agree(two)
    assert two.shut("there", MEMBERS)  # the name alone, where they answer
    _take(two)
    assert two.shut("here", MEMBERS)
    assert two.shut("there", MEMBERS)
    assert "Nguyễn Văn An" not in two.enter("here").get("/members")
    clock.fix(TODAY + timedelta(1))
    assert two.shut("here", MEMBERS)
    assert two.open("there", MEMBERS)
    assert two.open("officer-here", CLIENTS)  # they live where they lived
    assert two.shut("officer-there", CLIENTS)


def test_the_case_officer_puts_the_residence_right(two: Ground) -> None:
    _ask(two)
    _agree(two)
    _take(two)
    page = two.enter("officer-here").get("/")
    assert "Xem lại nơi ở" in page
    page.follow("Sửa nơi ở").submit("Chuyển hồ sơ", commune_code=THERE, reason="Về ở với mẹ.")
    assert two.shut("officer-here", CLIENTS)
    assert two.open("officer-there", CLIENTS)
    assert "Xem lại nơi ở" not in two.enter("officer-there").get("/")


def test_or_says_that_they_still_live_here(two: Ground) -> None:
    _ask(two)
    _agree(two)
    _take(two)
    page = two.enter("officer-here").get("/").submit("Vẫn ở đây")
    assert "Xem lại nơi ở" not in page


def test_the_member_sees_both_clubs_by_their_neutral_names(two: Ground) -> None:
    _ask(two)
    _agree(two)
    _take(two)
    clock.fix(TODAY + timedelta(1))
    page = two.enter("an").get("/me/club")
    assert "Câu lạc bộ Trảng Dài Xanh: từ 05/01/2026 đến 21/11/2026" in page
    assert "Câu lạc bộ Xuân Lộc Xanh: từ 22/11/2026" in page
    assert "Có mặt" in page


def test_a_member_asks_by_themselves_and_changes_their_mind(two: Ground) -> None:
    me = two.enter("an")
    page = me.get("/me/club/transfer")
    page.submit("Xin chuyển", status=422, to_pid=two.there.pid)
    page.submit("Xin chuyển", status=422, to_pid="", agrees="y")
    page = page.submit("Xin chuyển", to_pid=two.there.pid, agrees="y")
    address = two.enter("there").get("/transfers").links()
    (received,) = [href for href in address if href.startswith("/transfers/")]
    chosen = [one for one in page.all("input") if one.get("checked") is not None]
    assert [one.get("value") for one in chosen] == ["yes"]
    page = page.submit("Lưu", agrees="no")
    assert "đã rút lại" in page
    two.enter("there").get(received, status=404)
    assert "đã được rút lại" in two.enter("here").get("/")


def test_the_coordinator_notes_a_paper_or_takes_it_back(two: Ground) -> None:
    _ask(two)
    here = two.enter("here")
    page = here.get(f"/members/{two.an.pid}/transfer")
    page.submit("Lưu", status=422, step="signed", signed_on="")
    page = page.submit("Lưu", step="signed", signed_on="2026-11-20")
    assert "chờ câu lạc bộ mới trả lời" in page
    page.submit("Lưu", status=422, step="signed", signed_on="2026-11-20")  # agreed already
    assert "đã rút lại" in page.submit("Lưu", step="withdrawn")


def test_from_the_roll_a_need_is_raised(two: Ground) -> None:
    here = two.enter("here")
    with here.app.extensions["installation"].transaction(writes=True):
        tonight = ground.meeting(two.here, 0, hour=0)
    form = here.get(f"/meetings/{tonight.pid}/roll").follow("Nguyễn Văn An")
    assert "Nguyễn Văn An" in form
    page = form.submit("Gửi", kind="work")
    assert "Đã gửi đề nghị." in page


def test_where_there_is_no_other_club_it_is_said(
    visitor: Visitor, installation: Installation
) -> None:
    with installation.transaction(writes=True):
        club = ground.club()
        an = ground.member(club, "Nguyễn Văn An")
        ground.user("member", Role.MEMBER, an.pid)
        ground.coordinator(club)
    visitor.sign_in("member")
    assert "Chưa có câu lạc bộ nào khác" in visitor.get("/me/club/transfer")
    other = Visitor(visitor.app)
    other.sign_in("coordinator")
    assert "Chưa có câu lạc bộ nào khác" in other.get(f"/members/{an.pid}/transfer")
