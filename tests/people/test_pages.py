"""A case officer's pages and a member's own data, as a browser gets them."""

import json
import re

import pytest
from sqlalchemy import Engine, select

from portal.audit import AuditRow
from portal.config import Settings
from portal.db import transaction
from portal.people.models import ClientSkill
from portal.trades.models import Skill
from portal.vault import Vault
from tests.databases import on_sqlite
from tests.pages import Page, Visitor
from tests.people.commune import Commune

pytestmark = on_sqlite
TELLS = re.compile(r"cai nghiện|ma túy|sau cai|đối tượng|con nghiện|rehab|drug|addict", re.I)


@pytest.fixture
def officer(living: Commune, visitor: Visitor) -> Visitor:
    """The case officer of Hố Nai, signed in."""
    visitor.sign_in("case_officer")
    return visitor


@pytest.fixture
def member(living: Commune, visitor: Visitor) -> Visitor:
    """An, signed in."""
    visitor.sign_in("member")
    return visitor


def test_the_officer_records_a_need_and_it_is_met(officer: Visitor) -> None:
    file = officer.get("/clients").follow("Nguyễn Văn An")
    assert "0912 345 678" in file
    file = file.follow("Ghi nhu cầu").submit("Ghi", kind="work", remark="Muốn học hàn.")
    assert "Muốn học hàn." in file
    assert "Nguyễn Văn An" in officer.get("/")
    met = officer.get("/needs").follow("Ghi đã đáp ứng").submit("Ghi", how="Đã vào xưởng gỗ.")
    assert "Đã vào xưởng gỗ." in met
    assert "Không còn nhu cầu nào chờ." in officer.get("/needs")


def test_what_was_typed_wrong_comes_back_on_its_field(officer: Visitor, living: Commune) -> None:
    form = officer.get(f"/clients/{living.an}/needs/new")
    again = form.submit("Ghi", status=422, recorded_on="2027-01-01", remark="Giữ nguyên.")
    assert "Ngày không được sau hôm nay." in again
    assert "Giữ nguyên." in again
    note = officer.get(f"/clients/{living.an}/notes/new").submit("Ghi", status=422, body="")
    assert "Mời anh/chị xem lại những chỗ sau" in note


def test_the_officer_writes_a_note_and_opens_a_file(officer: Visitor, living: Commune) -> None:
    page = officer.get(f"/clients/{living.an}").follow("Ghi lần gặp")
    page = page.submit("Ghi", kind="visit", body="Ở nhà, khỏe.")
    assert "Ở nhà, khỏe." in page
    page = page.follow("Mở hồ sơ theo dõi").submit(
        "Mở hồ sơ", kind="compulsory", completed_on="30/06/2026"
    )
    assert "Theo dõi từ 01/07/2026 đến hết 29/06/2028" in page


def test_the_officer_registers_a_person_and_settles_a_clash(officer: Visitor) -> None:
    page = officer.get("/clients/new").submit(
        "Lập hồ sơ", name="Võ Văn Dũng", phone="0912345678", birth_year="1995"
    )
    assert "Võ Văn Dũng" in page
    start = officer.get("/")
    assert "Trùng số với Nguyễn Văn An" in start
    assert "Trùng số với" not in start.submit("Đã xem")


def test_two_corrections_at_once_show_both(officer: Visitor, living: Commune) -> None:
    form = officer.get(f"/clients/{living.an}/contact")
    form.submit("Lưu", name="Nguyễn Văn Ân")
    stale = form.submit("Lưu", status=422, name="Nguyễn An", form_id="another")
    assert "Nguyễn Văn Ân" in stale
    assert "Nguyễn An" in stale.submit("Lưu")


def test_a_file_goes_with_the_person(officer: Visitor, living: Commune) -> None:
    form = officer.get(f"/clients/{living.an}/contact")
    page = form.submit("Lưu", commune_code="Phường Tam Hiệp, Đồng Nai")
    assert "Hồ sơ đã chuyển sang xã mới." in page
    assert "Nguyễn Văn An" not in page


def test_every_file_of_another_commune_is_not_there(visitor: Visitor, living: Commune) -> None:
    visitor.sign_in("neighbour")
    for rest in ("", "/contact", "/needs/new", "/notes/new", "/files/new"):
        visitor.get(f"/clients/{living.an}{rest}", 404)


@pytest.mark.parametrize("login", ["member", "coordinator", "officer", "admin"])
def test_only_case_officers_have_these_pages(visitor: Visitor, living: Commune, login: str) -> None:
    visitor.sign_in(login)
    for path in ("/clients", "/needs", f"/clients/{living.an}"):
        visitor.get(path, 403)


def test_a_reading_is_written_even_where_the_answer_is_refused(
    officer: Visitor, living: Commune, engine: Engine
) -> None:
    officer.get(f"/clients/{living.an}/notes/new").submit("Ghi", status=422, body="")
    with transaction(engine, immediate=False) as work:
        read = select(AuditRow).where(AuditRow.client_pid == living.an, AuditRow.action == "read")
        assert len(work.scalars(read).all()) == 2


def test_the_member_sees_all_of_it_and_who_looked(
    officer: Visitor, living: Commune, app: object
) -> None:
    officer.get(f"/clients/{living.an}/notes/new").submit("Ghi", body="Điều chỉ cán bộ biết.")
    officer.get(f"/clients/{living.an}/files/new").submit(
        "Mở hồ sơ", kind="voluntary", completed_on="2026-06-30"
    )
    member = Visitor(officer.app)
    member.sign_in("member")
    page = member.get("/me/data")
    for words in ("Nguyễn Văn An", "Nhóm Sáng Thứ Bảy", "Ông Tâm", "cán bộ phụ trách"):
        assert words in page
    assert "Điều chỉ cán bộ biết." not in page
    assert not TELLS.search(page.text)


def test_the_member_withdraws_after_being_asked(member: Visitor) -> None:
    page = member.get("/me/data").follow("Rút sự đồng ý")
    assert "Nhóm Sáng Thứ Bảy" in page
    page = page.submit("Rút sự đồng ý")
    assert "chưa ai được xem gì." in page


def test_the_member_takes_a_copy_under_a_neutral_name(member: Visitor) -> None:
    answer = member.get("/me/data").submit("Tải về một bản").answer
    assert "du-lieu.json" in answer.headers["Content-Disposition"]
    copy = json.loads(answer.data)
    assert copy["person"]["phone"] == "0912 345 678"
    assert copy["memberships"][0]["club"] == "Nhóm Sáng Thứ Bảy"
    assert "key_wrapped" not in copy["person"]


def test_the_member_puts_things_right(member: Visitor, engine: Engine, settings: Settings) -> None:
    with transaction(engine, immediate=True, info={"vault": Vault(settings.data_key)}) as work:
        work.add(Skill(code="han", name_vi="Hàn", name_en="Welding"))
    form = member.get("/me/data/phone")
    assert "Số điện thoại chưa đúng." in form.submit("Lưu", status=422, phone="12")
    assert "0987 654 321" in form.submit("Lưu", phone="0987654321", form_id="another")
    assert "Hàn" in member.get("/me/data/skills").submit("Lưu", skills=["han"])
    wishes = {"wanted": ["71"], "shifts": ["morning"], "limits": ["heights"], "max_km": "7"}
    page = member.get("/me/data/wishes").submit("Lưu", **wishes, min_wage="6000000")
    for words in ("Thợ xây dựng", "buổi sáng", "làm trên cao", "7 km", "6.000.000 đồng"):
        assert words in page
    with transaction(engine, immediate=False) as work:
        assert work.scalars(select(ClientSkill.proven)).all() == [False]


def test_pages_of_a_member_say_nothing_in_either_language(member: Visitor) -> None:
    for path in ("/", "/me/data", "/me/data/phone", "/me/data/skills", "/me/data/wishes"):
        assert not TELLS.search(member.get(path).text)
    english: Page = member.get("/me/data").submit("English")
    assert "My data" in english
    assert not TELLS.search(english.text)
