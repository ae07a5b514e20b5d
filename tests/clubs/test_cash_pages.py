"""The pages of cash, resources and outreach, walked without a script, with good and bad input."""

import unicodedata
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from portal.access import Role
from portal.clubs.models import Club
from portal.db import session
from portal.installation import Installation
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.pages import Visitor

pytestmark = on_sqlite
SPENT = {"purpose": "meeting", "words": "Nước uống", "amount": "150.000"}


@pytest.fixture
def club(installation: Installation) -> Club:
    with installation.transaction(writes=True):
        made = ground.club()
        ground.coordinator(made)
        ground.user("officer", Role.OFFICER, "75")
    return made


def _came_in(visitor: Visitor, club: Club, day: str, amount: str = "1.500.000 đ") -> None:
    form = visitor.get(f"/clubs/{club.pid}/cash/new")
    form.submit("Ghi vào sổ", day=day, purpose="budget", words="Phường hỗ trợ", amount=amount)


def test_a_coordinator_keeps_closes_prints_and_takes_along(visitor: Visitor, club: Club) -> None:
    visitor.sign_in("coordinator")
    book = visitor.get("/").follow("Sổ thu chi")
    assert "Tháng này chưa có khoản thu, chi nào." in book
    _came_in(visitor, club, "05/10/2026")
    page = visitor.get(f"/clubs/{club.pid}/cash/new").submit("Ghi vào sổ", **SPENT)
    assert "1.350.000" in page
    page = page.follow("Hủy").submit("Hủy dòng này", reason="Ghi trùng")
    assert "Dòng hủy" in page
    assert "-150.000" in page
    october = visitor.get(f"/clubs/{club.pid}/cash?month=2026-10")
    form = october.follow("Khóa sổ tháng này")
    assert "1.500.000" in form.submit("Khóa sổ tháng này", status=422, counted="1.499.000")
    closed = form.submit("Khóa sổ tháng này", counted="1.499.000", remark="Thiếu tiền lẻ")
    assert "đếm được 1.499.000" in closed
    assert "Khóa sổ tháng này" not in closed
    sheet = closed.follow("In tháng này")
    assert "SỔ THU CHI THÁNG 10 NĂM 2026" in sheet
    assert "Thiếu tiền lẻ" in sheet
    file = visitor.client.get(f"/clubs/{club.pid}/cash/file.xlsx")
    assert file.headers["Content-Disposition"] == 'attachment; filename="so-thu-chi-2026.xlsx"'
    assert file.data[:2] == b"PK"


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("amount", "1000000000000", "Số tiền này lớn quá"),
        ("amount", "-5", "Mời ghi số tiền bằng chữ số"),
        ("amount", "1.5", "Mời ghi số tiền bằng chữ số"),
        ("amount", "0", "lớn hơn 0"),
        ("amount", "", ""),
        ("amount", "900.000", "Quỹ không đủ: ngày 21/11/2026 chỉ còn 0 đồng"),
        ("day", (TODAY + timedelta(1)).isoformat(), "Ngày này chưa đến."),
        ("day", "2020-01-01", "chưa thành lập"),
        ("day", "hôm qua", ""),
        ("words", " ", ""),
        ("words", "x" * 201, ""),
        ("purpose", "donation", ""),
    ],
)
def test_what_cannot_be_is_told_on_its_field(
    visitor: Visitor, club: Club, field: str, value: str, told: str
) -> None:
    visitor.sign_in("coordinator")
    form = visitor.get(f"/clubs/{club.pid}/cash/new")
    data: dict[str, Any] = {"day": TODAY.isoformat(), **SPENT, "voucher": "PC 9", field: value}
    page = form.submit("Ghi vào sổ", status=422, **data)
    assert "Mời anh/chị xem lại những chỗ sau" in page
    assert told in page
    assert "PC 9" in page.text  # what was typed is kept


@pytest.mark.parametrize(
    "typed", ["1.500.000", "1500000", "1 500 000", "1,500,000 VND", "1.500.000đ"]
)
def test_an_amount_is_read_as_people_write_it(visitor: Visitor, club: Club, typed: str) -> None:
    visitor.sign_in("coordinator")
    _came_in(visitor, club, TODAY.isoformat(), typed)
    assert "còn 1.500.000 đồng" in visitor.get(f"/clubs/{club.pid}/cash")


def test_gifts_are_typed_as_resources_and_an_officer_sees_sums(
    visitor: Visitor, club: Club
) -> None:
    visitor.sign_in("coordinator")
    form = visitor.get(f"/clubs/{club.pid}/cash").follow("Nguồn lực huy động")
    form = form.follow("Ghi một khoản ủng hộ")
    name = unicodedata.normalize("NFD", "Bà Lê Thị Nhàn")
    page = form.submit(kind="money", words="Mừng Tết", value="2.000.000", giver=name)
    assert "Bà Lê Thị Nhàn" in page
    form = visitor.get(f"/clubs/{club.pid}/resources/new")
    form.submit(kind="work", words="Sơn hội trường", value="600000", giver="Quán Gió")
    assert "2.000.000" in visitor.get(f"/clubs/{club.pid}/cash")
    report = visitor.get(f"/clubs/{club.pid}/report?month=2026-11")
    assert "2.600.000" in report
    officer = Visitor(visitor.app)
    officer.sign_in("officer")
    page = officer.get(f"/clubs/{club.pid}/overview").follow("Sổ thu chi")
    assert "2.000.000" in page
    assert "Mừng Tết" not in page
    sums = page.follow("Nguồn lực huy động")
    assert "600.000" in sums
    for word in ("Nhàn", "Gió", "hội trường"):
        assert word not in page
        assert word not in sums
    gone = visitor.get(f"/clubs/{club.pid}/resources").follow("Hủy")
    assert "Đã hủy ngày 21/11/2026" in gone.submit("Hủy dòng này", reason="Nhầm")


def test_from_the_first_talk_to_the_join_form(visitor: Visitor, club: Club) -> None:
    visitor.sign_in("coordinator")
    form = visitor.get("/").follow("Danh sách vận động").follow("Ghi một người vừa tiếp cận")
    name = unicodedata.normalize("NFD", "Lê Văn Tám")
    facts = {"name": name, "approached_by": "Ông Tư", "remark": "Gọi tối"}
    assert "0912 345" in form.submit(status=422, phone="0912 345 67 89 10 11 12 13", **facts)
    page = form.submit(phone="0912345678", **facts)
    assert "0912 345 678" in page
    answer = page.follow("Lê Văn Tám")
    join = answer.submit("Lưu kết quả", state="agreed")
    assert "Lê Văn Tám" in join.text
    assert "Lê" not in join.answer.request.full_path
    join.submit("Thêm thành viên", birth_year="1990", signed="y")
    left = visitor.get(f"/clubs/{club.pid}/outreach")
    assert "Lê Văn Tám" not in left
    assert "Lê Văn Tám" in visitor.get("/members")


def test_a_no_is_gone_from_every_page(visitor: Visitor, club: Club) -> None:
    visitor.sign_in("coordinator")
    form = visitor.get(f"/clubs/{club.pid}/outreach/new")
    page = form.submit(name="Trần Thị Út", approached_by="Ông Tư")
    answer = page.follow("Trần Thị Út")
    address = answer.answer.request.path
    assert "Mời chọn lý do" in answer.submit("Lưu kết quả", status=422, state="declined")
    page = answer.submit("Lưu kết quả", state="declined", reason="busy")
    assert "Trần Thị Út" not in page
    visitor.get(address, 404)
    with visitor.app.extensions["installation"].transaction(writes=False):
        file = Path(str(session().get_bind().url.database))  # type: ignore[union-attr]
    assert "Trần Thị Út".encode() not in file.read_bytes()
