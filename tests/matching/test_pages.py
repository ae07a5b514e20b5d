"""A member's own pages: what fits and why, and what they do about it."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select, update

from portal.access import Role
from portal.audit import AuditRow
from portal.installation import Installation
from portal.jobs.models import Vacancy
from portal.people.models import Client, ClientSkill, WantedOccupation
from portal.trades import service as trades
from portal.training.models import CourseSkill, TrainingClass
from tests.clubs import ground
from tests.databases import on_sqlite
from tests.jobs import world as work_world
from tests.pages import Page, Visitor
from tests.training import world as training_world

pytestmark = on_sqlite

HINTS = ("cai nghiện", "ma túy", "sau cai", "nghiện", "rehab", "drug", "hoàn thành chương trình")


@dataclass
class Town:
    """One person who welds and drives; work that fits, work that lacks one skill, a class."""

    an: Client
    welding: Vacancy
    driving: Vacancy
    lesson: TrainingClass


@pytest.fixture
def town(installation: Installation) -> Town:
    with installation.transaction(writes=True) as session:
        trades.load_skills()
        an = ground.client("Nguyễn Văn An", phone="+84912345678")
        an.commune_code, an.shifts, an.min_wage = work_world.TRAN_BIEN, 0b11111, 8_000_000
        ground.add(
            WantedOccupation(client_id=an.id, position=0, occupation="7212"),
            ClientSkill(client_id=an.id, skill="han-mig", proven=False),
        )
        ground.user("an", Role.MEMBER, an.pid)
        employer = work_world.employer("Cơ khí Tân Phong", pledged=True)
        fits = work_world.vacancy(employer, must_skills=["han-mig"])
        lacks = work_world.vacancy(
            work_world.employer("Vận tải Long Bình"),
            title="Lái xe nâng",
            must_skills=["lai-xe-nang"],
        )
        course = training_world.course(training_world.provider(), title="Lái xe nâng cơ bản")
        ground.add(CourseSkill(course_id=course.id, skill="lai-xe-nang"))
        lesson = training_world.held(course, seats=1, commune_code=work_world.TRAN_BIEN)
        session.flush()
    return Town(an, fits, lacks, lesson)


@pytest.fixture
def member(town: Town, visitor: Visitor) -> Visitor:
    visitor.sign_in("an")
    return visitor


def neutral(page: Page) -> Page:
    assert not [hint for hint in HINTS if hint in page.text.lower()]
    return page


def test_the_start_page_suggests_and_leads_on(member: Visitor) -> None:
    page = neutral(member.get("/"))
    assert "Gợi ý cho anh/chị" in page
    assert "phù hợp 9/10" in page.follow("Thợ hàn").visitor.get("/")


def test_what_fits_what_nearly_fits_and_the_class_that_mends_it(member: Visitor) -> None:
    page = neutral(member.get("/me/offers"))
    assert "Đúng nghề anh/chị muốn: Thợ hàn" in page
    assert "chưa có giấy xác nhận" in page
    assert "thiếu tay nghề" in page
    assert "Lớp dạy nghề này: Lái xe nâng cơ bản, khai giảng 05/12/2026, còn 1 chỗ" in page
    page = neutral(page.follow("Lớp học"))
    assert "Học lớp này, thêm 2 việc phù hợp." in page


def test_a_job_is_explained_criterion_by_criterion(member: Visitor, town: Town) -> None:
    page = neutral(member.get(f"/me/jobs/{town.welding.pid}"))
    assert "Phù hợp 9/10 điều kiện" in page
    for words in (
        "Còn nhận đến hết 31/12/2026 (đạt)",
        "Ngay trong xã, phường anh/chị ở (đạt)",
        "Lương đến 10.000.000 đồng; anh/chị muốn từ 8.000.000 đồng (đạt)",
        "(chưa rõ)",
        "350/350 · Đúng nghề anh/chị muốn",
    ):
        assert words in page
    page = member.get(f"/me/jobs/{town.driving.pid}")
    assert "Còn thiếu: " in page
    assert "(còn thiếu)" in page


def test_a_person_without_wishes_is_asked_for_them(member: Visitor, town: Town) -> None:
    with member.app.extensions["installation"].transaction(writes=True) as session:
        session.execute(update(Client).values(shifts=0))
    assert "Chưa có việc nào hợp mọi điều kiện." in member.get("/me/offers")
    assert "Mời cho biết anh/chị muốn làm gì" in member.get("/")


def test_a_member_applies_like_anyone(member: Visitor, town: Town) -> None:
    page = member.get(f"/me/jobs/{town.driving.pid}")
    assert "0251 3822 501" in page
    assert "Gửi hồ sơ qua đây" not in page
    page = neutral(page.submit("Tôi đã nộp"))
    assert "đã nộp trực tiếp" in page
    assert "Từ thứ Bảy, 21/11: đã nộp trực tiếp." in page.follow("Lái xe nâng")


def test_a_member_sees_what_an_employer_will_know_agrees_and_takes_it_back(
    member: Visitor, town: Town
) -> None:
    page = neutral(member.get(f"/me/jobs/{town.welding.pid}").follow("Gửi hồ sơ qua đây"))
    assert "Họ cũng biết anh/chị tham gia chương trình này." in page
    assert "Biết làm" not in page
    page = page.submit("Xem lại bản gửi", tell=["skills"])
    assert "Biết làm: " in page
    refused = page.submit("Gửi", 422)
    assert "Mời đánh dấu đồng ý" in refused
    assert "Biết làm: " in refused
    page = neutral(refused.submit("Gửi", agree="y"))
    assert "đã gửi, chờ trả lời" in page
    assert "ứng tuyển" in member.get("/me/data")
    page = member.get("/me/applications").follow("Rút lại").submit("Rút lại")
    assert "Nơi đó không xem được thông tin nữa" in page
    assert "đã rút" in page


def test_nobody_applies_from_here_to_an_employer_without_pledge(
    member: Visitor, town: Town
) -> None:
    member.get(f"/me/jobs/{town.driving.pid}/apply", 404)


def test_a_member_joins_a_class_and_the_next_waits(
    member: Visitor, town: Town, installation: Installation
) -> None:
    page = neutral(member.get(f"/me/classes/{town.lesson.pid}"))
    assert "còn 1 chỗ" in page
    page = neutral(page.follow("Ghi danh"))
    assert "+84912345678" not in page
    assert "0912 345 678" in page
    assert "Mời đánh dấu đồng ý" in page.submit("Ghi danh", 422)
    page = neutral(page.submit("Ghi danh", agree="y"))
    assert "đã có chỗ" in page
    assert "Ghi danh" not in [button for button in _buttons(page.follow("Lái xe nâng"))]
    with installation.transaction(writes=True):
        ground.user("binh", Role.MEMBER, ground.client("Trần Thị Bình").pid)
    other = Visitor(member.app)
    other.sign_in("binh")
    page = other.get(f"/me/classes/{town.lesson.pid}").follow("Vào danh sách chờ")
    assert "đang chờ chỗ" in page.submit("Vào danh sách chờ", agree="y")
    member.get("/me/applications").follow("Rời lớp").submit("Rời lớp")
    assert "có chỗ, chờ anh/chị trả lời" in other.get("/me/applications")


def test_a_no_asks_why_and_can_be_taken_back(member: Visitor, town: Town) -> None:
    page = member.get(f"/me/jobs/{town.welding.pid}").follow("Không phù hợp với tôi")
    assert "Vì sao?" in page.submit("Không gợi ý nữa", 422)
    page = neutral(page.submit("Không gợi ý nữa", reason="hours"))
    assert "Việc này không gợi ý nữa" in page
    assert "phù hợp 9/10 Đúng nghề" not in page
    page = member.get("/me/applications")
    assert "Không hợp giờ" in page
    assert "Đã gợi ý lại." in page.submit("Gợi ý lại")


def test_everything_open_can_be_looked_through(member: Visitor) -> None:
    page = neutral(member.get("/me/offers").follow("Tìm trong mọi việc"))
    assert "Có 2 việc." in page
    assert "Cách nộp" in page.follow("Lái xe nâng")
    page = neutral(member.get("/me/offers?kind=class").follow("Tìm trong mọi khóa học"))
    page = page.follow("Lái xe nâng cơ bản").follow("Lớp ")
    assert "Có phù hợp không?" in page


def test_each_page_has_its_english(member: Visitor, town: Town) -> None:
    member.get("/").submit("English")
    for address, words in {
        "/": "Suggested for you",
        "/me/offers": "Fits you",
        "/me/offers?kind=class": "Classes that lead to more work",
        f"/me/jobs/{town.welding.pid}": "How to apply",
        f"/me/classes/{town.lesson.pid}": "Does it fit?",
        "/me/applications": "Applied and joined",
    }.items():
        assert words in member.get(address)


def test_who_helps_a_member_sees_what_the_member_sees_and_it_is_on_record(
    town: Town, visitor: Visitor, installation: Installation
) -> None:
    with installation.transaction(writes=True):
        ground.user("officer_here", Role.CASE_OFFICER, town.an.commune_code)
        ground.user("officer_there", Role.CASE_OFFICER, ground.COMMUNE)
        club = ground.club()
        ground.join(club, town.an)
        ground.user("chair", Role.COORDINATOR, club.pid)
    address = f"/clients/{town.an.pid}/offers"
    visitor.sign_in("officer_here")
    page = visitor.get(address)
    assert "Thợ hàn khung sắt" in page
    assert not [href for href in page.links() if href.startswith("/me/")]
    for login in ("officer_there", "chair"):  # the chair's join form does not name matches
        other = Visitor(visitor.app)
        other.sign_in(login)
        other.get(address, 404)
    with installation.transaction(writes=False) as session:
        opened = session.scalars(select(AuditRow).where(AuditRow.action == "read"))
        assert "case_officer" in [row.roles for row in opened if row.client_pid == town.an.pid]


def test_what_is_not_there_or_not_open_is_not_found(member: Visitor, town: Town) -> None:
    for address in ("/me/jobs/x", "/me/classes/x", "/me/applications/x/end", "/me/courses/x"):
        member.get(address, 404)


def _buttons(page: Page) -> list[str]:
    links = [element for element in page.all("a") if "button" in (element.get("class") or "")]
    return ["".join(element.itertext()).strip() for element in links]
