"""A member on a phone: the meeting, work, a class, and who may know what."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import ColumnElement, select

from portal import clock
from portal.db import session
from portal.installation import Installation
from portal.journeys.models import Step
from portal.people.models import Client
from portal.training.models import Course, Provider, TrainingClass
from tests.journeys.conftest import Walks
from tests.proofs.addresses import own
from tests.proofs.people import scope_of

pytestmark = pytest.mark.browser


def class_page(province: Installation, state: ColumnElement[bool]) -> str:
    """The address of a class in such a state that takes people and where the member is not yet."""
    joined = select(Step.opening_code).join(Client, Client.id == Step.client_id)
    query = select(TrainingClass.pid).join(Course, Course.id == TrainingClass.course_id)
    query = query.join(Provider, Provider.id == Course.provider_id)
    with province.transaction(writes=False):
        query = query.where(
            state,
            Provider.approval == "approved",
            TrainingClass.cancelled_at.is_(None),
            TrainingClass.enrol_by >= clock.today(),
            TrainingClass.code.not_in(joined.where(Client.pid == scope_of("member"))),
        )
        return f"/me/classes/{session().scalars(query.limit(1)).one()}"


def test_a_member_answers_an_invitation(walk: Walks, javascript: bool) -> None:
    member = walk(360).sign_in("member").sees("Gợi ý cho anh/chị")
    for words in ("Tôi bận", "Tôi đến"):
        member.press(words)
        expect(member.main.get_by_role("button", name=words, pressed=True)).to_be_visible()
        if javascript:
            expect(member.main.get_by_role("button", name=words)).to_be_focused()
    member.go("/")
    expect(member.main.get_by_role("button", name="Tôi đến", pressed=True)).to_be_visible()


def test_a_member_looks_for_work(walk: Walks, javascript: bool) -> None:
    member = walk(360).sign_in("member").follow("Việc và lớp").follow("Tìm trong mọi việc")
    member.fill({"Tìm việc": "tho han"}).press("Tìm").sees("hàn")
    expect(member.page.get_by_label("Tìm việc")).to_have_value("tho han")
    member.fill({"Thời gian": "morning"})
    if not javascript:
        member.press("Tìm")
    member.page.wait_for_url("**shift=morning**")
    member.look().back().sees("hàn")
    expect(member.page.get_by_label("Thời gian")).to_have_value("")
    member.main.locator("#found").get_by_role("link").first.click()
    member.look().sees("Có phù hợp không?", "điều kiện")
    member.press("Tôi đã nộp").sees("Đã ghi")


def test_a_member_applies_where_the_employer_knows(walk: Walks, province: Installation) -> None:
    with province.transaction(writes=False):
        job = own("/me/jobs/<pid>")
    member = walk(360).sign_in("member").go(job).follow("Gửi hồ sơ qua đây")
    member.sees("Nơi tuyển sẽ thấy đúng như sau").tick("Giờ làm được")
    member.press("Xem lại bản gửi").sees("buổi", "Sau 30 ngày").press("Gửi", status=422)
    member.tick("Tôi đã đọc và đồng ý").press("Gửi").sees("Đã gửi")

    member.follow("Của tôi").sees("Ai đã xem", "Ai được xem")
    before = member.main.get_by_role("link", name="Rút sự đồng ý").count()
    member.follow("Rút sự đồng ý").sees("không xem được nữa").press("Rút sự đồng ý")
    expect(member.main.get_by_role("link", name="Rút sự đồng ý")).to_have_count(before - 1)


def test_a_member_takes_a_seat_or_waits_for_one(walk: Walks, province: Installation) -> None:
    free = class_page(province, TrainingClass.taken < TrainingClass.seats)
    full = class_page(province, TrainingClass.taken >= TrainingClass.seats)
    member = walk(360).sign_in("member").go("/me/offers?kind=class").follow("Tìm trong mọi khóa")
    member.go(free).follow("Ghi danh").tick("Tôi đã đọc và đồng ý").press("Ghi danh")
    member.sees("đã ghi danh").go(full).sees("hết chỗ").follow("Vào danh sách chờ")
    member.tick("Tôi đã đọc và đồng ý").press("Vào danh sách chờ").sees("đang chờ")
    member.follow("Rời lớp").press("Rời lớp").sees("Đã rút")
