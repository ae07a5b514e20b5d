"""The pages of training, as visitors, providers and officers use them."""

from dataclasses import replace

import pytest
from flask import Flask

from portal.access import Role
from portal.app import create_app
from portal.installation import Installation
from portal.trades import service as trades
from portal.training import indexing, service
from portal.training.models import Approval, TrainingClass
from tests.databases import on_sqlite
from tests.pages import PASSWORD, Visitor
from tests.training import world

pytestmark = on_sqlite

MOST = 7 + 1  # and BEGIN
SEEN = {"papers": ["activity"], "paper_number": "12/GCN", "paper_on": "2026-05-04"}
LONG = "Trung tâm Giáo dục nghề nghiệp và Giáo dục thường xuyên"


@pytest.fixture
def held(installation: Installation) -> TrainingClass:
    """A class of two seats, its provider and an officer who can sign in."""
    with installation.transaction(writes=True):
        trades.load_skills()
        school = world.provider(LONG)
        other = world.provider("Trung tâm khác")
        world.user("school", Role.PROVIDER, school.pid)
        world.user("other", Role.PROVIDER, other.pid)
        world.user("officer", Role.OFFICER, "75")
        made = world.held(world.course(school))
        world.held(world.course(other, title="Sửa xe máy", occupation="7231", fee=1_500_000))
        installation.search.rebuild({"course": lambda: indexing.entries(None)})
    return made


def test_a_provider_registers_waits_and_is_approved(
    held: TrainingClass, app: Flask, visitor: Visitor
) -> None:
    page = visitor.get("/providers/register").submit(
        "Gửi đăng ký",
        name="Trường nghề Long Khánh",
        commune_code="long khanh, dong nai",
        phone="0251 3822 777",
        email="nghe@example.vn",
        contact_name="Nguyễn Thị Hoa",
        login="longkhanh",
        password="mot cau de nho lam",
    )
    assert "Đăng ký đang chờ duyệt" in page
    assert "Đăng khóa học" not in visitor.get("/own/courses")
    refused = visitor.get("/own/courses/new").submit("Đăng khóa học", 422, **_course())
    assert "Cơ sở chưa được duyệt" in refused
    _officer_decides(app, "Trường nghề Long Khánh", approval="approved", **SEEN)
    page = visitor.get("/own/courses/new").submit("Đăng khóa học", **_course())
    assert "Đã đăng khóa học" in page


def test_a_wrong_registration_comes_back_with_what_was_typed(
    held: TrainingClass, visitor: Visitor
) -> None:
    typed = {"name": "Trường nghề", "commune_code": "Hòa Bình", "email": "x", "login": "school"}
    page = visitor.get("/providers/register").submit(
        "Gửi đăng ký", 422, phone="0251 3822 777", contact_name="Hoa", password="ngan", **typed
    )
    assert "Có nhiều nơi trùng tên" in page
    assert "Mời ghi đúng địa chỉ thư" in page
    assert 'value="Hòa Bình"' in page.text
    typed |= {"commune_code": "Trảng Dài", "email": "x@example.vn"}
    page = page.submit("Gửi đăng ký", 422, password="ngan", **typed)
    assert "ít nhất 15 ký tự" in page
    page = page.submit("Gửi đăng ký", 422, password="mot cau de nho lam", **typed)
    assert "Tên đăng nhập này đã có người dùng" in page


def test_a_provider_opens_a_class_and_keeps_its_roster(
    held: TrainingClass, visitor: Visitor
) -> None:
    visitor.sign_in("school")
    page = visitor.get("/own/courses").follow("Hàn MIG/MAG cơ bản").follow("Mở lớp")
    page = page.submit(
        "Mở lớp",
        starts_on="2026-11-21",
        ends_on="2027-03-05",
        enrol_by="21/11/2026",
        shifts=["evening", "weekend"],
        seats="1",
    )
    assert "buổi tối, cuối tuần" in page
    page = page.submit("Thêm vào lớp", name="Lê Văn Tám", phone="0901 234 567")
    assert "Đã thêm vào lớp: đang học" in page
    assert "hết chỗ" in page.submit("Thêm vào lớp", 422, name="Trần Bảy", phone="")
    page.follow("In danh sách")
    page = page.follow("Lê Văn Tám").submit("Ghi kết quả", standing="completed")
    page = page.follow("Cấp chứng chỉ").submit(
        "Cấp và vào sổ", certificate_number="SC-7", certified_on="2026-11-21"
    )
    assert "SC-7" in page
    assert "Mã kiểm tra" in page


def test_a_stale_save_shows_both_versions(held: TrainingClass, visitor: Visitor) -> None:
    visitor.sign_in("school")
    address = f"/own/classes/{held.pid}/edit"
    mine, theirs = visitor.get(address), visitor.get(address)
    theirs.submit("Lưu", seats="12", shifts=["night"])
    page = mine.submit("Lưu", 422, seats="15")
    assert "Hai bản khác nhau ở đâu" in page
    (table,) = page.all("table")
    assert "ca đêm" in "".join(table.itertext())
    assert "12" in "".join(table.itertext())
    assert "Đã lưu." in page.submit("Lưu", seats="15")


def test_fewer_seats_than_taken_are_refused_on_the_field(
    held: TrainingClass, visitor: Visitor
) -> None:
    visitor.sign_in("school")
    roster = visitor.get(f"/own/classes/{held.pid}")
    roster.submit("Thêm vào lớp", name="An").submit("Thêm vào lớp", name="Bình")
    page = visitor.get(f"/own/classes/{held.pid}/edit").submit("Lưu", 422, seats="1")
    assert "Mời ghi từ 2 chỗ trở lên" in page


def test_a_class_is_cancelled_after_asking_once_more(held: TrainingClass, visitor: Visitor) -> None:
    visitor.sign_in("school")
    page = visitor.get(f"/own/classes/{held.pid}").follow("Hủy lớp").submit("Hủy lớp")
    assert "Lớp đã hủy" in page
    assert "Khóa này chưa có lớp mới" in visitor.get(_course_address(visitor))


@pytest.mark.parametrize("part", ["", "/edit", "/roll", "/cancel"])
def test_what_is_another_providers_is_not_found(
    held: TrainingClass, visitor: Visitor, part: str
) -> None:
    visitor.sign_in("other")
    visitor.get(f"/own/classes/{held.pid}{part}", 404)


def test_anyone_finds_courses_by_words_and_filters(held: TrainingClass, visitor: Visitor) -> None:
    page = visitor.get("/courses")
    assert "Có 2 khóa học." in page
    assert page.queries <= MOST
    for query, found in (
        ("q=han mig", "Hàn MIG/MAG"),
        ("q=sua xe", "Sửa xe máy"),
        ("free=y", "Hàn MIG/MAG"),
        ("group=72&free=y", "Hàn MIG/MAG"),
        (f"commune={world.TRANG_DAI}&q=xe", "Sửa xe máy"),
    ):
        page = visitor.get(f"/courses?{query}")
        assert "Có 1 khóa học." in page
        assert found in page
    assert "Chưa có khóa học nào như vậy" in visitor.get("/courses?accommodation=y")
    assert "Chưa có khóa học nào như vậy" in visitor.get("/courses?q=khongcogi")
    assert "Có 2 khóa học." in visitor.get("/courses?group=zz&commune=x")
    assert "Chưa có khóa học nào như vậy" in visitor.get("/courses?page=99999999999999999999")


def test_going_back_gives_the_whole_page(held: TrainingClass, visitor: Visitor) -> None:
    swap = {"HX-Request": "true"}
    assert visitor.get("/courses", headers=swap).text.lstrip().startswith("<p>")
    back = {**swap, "HX-History-Restore-Request": "true"}
    assert visitor.get("/courses", headers=back).text.startswith("<!DOCTYPE")


def test_a_course_shows_its_open_classes_and_no_person(
    held: TrainingClass, installation: Installation, visitor: Visitor
) -> None:
    page = visitor.get(_course_address(visitor))
    assert page.queries <= MOST
    assert "còn 2 chỗ" in page
    with installation.transaction(writes=True):
        for name in ("Nguyễn An", "Lê Bình"):
            service.enrol(held.pid, name=name, phone="")
    page = visitor.get(_course_address(visitor))
    assert "hết chỗ, nhận danh sách chờ" in page
    assert "Nguyễn" not in page


def test_courses_of_a_refused_provider_are_not_shown(
    held: TrainingClass, app: Flask, installation: Installation, visitor: Visitor
) -> None:
    address = _course_address(visitor)
    _officer_decides(app, LONG, approval="refused", reason="Hết giấy phép")
    visitor.get(address, 404)
    assert "Có 1 khóa học." in visitor.get("/courses")
    with installation.transaction(writes=False):
        assert [entry.title for entry in indexing.entries(None)] == ["Sửa xe máy"]
    visitor.sign_in("school")
    assert "Lý do: Hết giấy phép" in visitor.get("/")


def test_a_class_is_found_as_its_course(held: TrainingClass, installation: Installation) -> None:
    with installation.transaction(writes=False):
        entries = {entry.title: entry for entry in indexing.entries(None)}
    welding = entries["Hàn MIG/MAG cơ bản"]
    assert "Phường Trảng Dài" in welding.places
    assert welding.facets["commune"] == [world.TRANG_DAI]


@pytest.mark.parametrize(
    ("site", "there", "gone"),
    [
        ("public", ["/courses", "/providers/register"], ["/providers"]),
        ("inside", ["/courses"], ["/providers/register", "/own/courses"]),
    ],
)
def test_each_site_has_its_own_addresses(
    installation: Installation, site: str, there: list[str], gone: list[str]
) -> None:
    own = create_app(_at(installation, site))
    rules = {rule.rule for rule in own.url_map.iter_rules()}
    assert set(there) <= rules
    assert not set(gone) & rules


def test_an_officer_filters_providers_by_approval(
    held: TrainingClass, installation: Installation, visitor: Visitor
) -> None:
    with installation.transaction(writes=True):
        world.provider("Đang chờ", approval=Approval.PENDING)
    visitor.sign_in("officer")
    page = visitor.get("/providers").submit("Lọc", approval="pending")
    assert "Đang chờ" in page
    assert LONG not in page
    page = page.follow("Đang chờ").submit("Lưu quyết định", 422, approval="refused")
    assert "Mời ghi lý do" in page


def _course() -> dict[str, object]:
    return {
        "title": "May công nghiệp",
        "occupation": "7531",
        "teaches": ["an-toan-lao-dong"],
        "hours": "300",
        "fee": "1.500.000",
    }


def _course_address(visitor: Visitor) -> str:
    found = visitor.get("/courses?q=han")
    return next(href for href in found.links() if href.startswith("/courses/"))


def _officer_decides(app: Flask, name: str, **typed: object) -> None:
    officer = Visitor(app)
    officer.sign_in("officer", PASSWORD)
    officer.get("/providers").follow(name).submit("Lưu quyết định", **typed)


def _at(installation: Installation, site: str) -> Installation:
    return replace(installation, settings=replace(installation.settings, site=site))
