"""The pages of the registers, as an officer walks through them, also with what is wrong."""

import pytest

from portal.access import Role
from portal.installation import Installation
from tests.clubs import ground
from tests.databases import on_sqlite
from tests.pages import Page, Visitor

pytestmark = on_sqlite
PROVINCE = "75"
FUTURE, PAST = "2026-12-24", "2026-10-05"
LONG = "Ủy viên Ban Thường vụ, Phó Chủ tịch Ủy ban nhân dân phường phụ trách văn hóa - xã hội " * 2


@pytest.fixture(autouse=True)
def officers(installation: Installation) -> None:
    """An officer of the province, one of a commune, one of another province, and a club."""
    with installation.transaction(writes=True):
        ground.user("officer", Role.OFFICER, PROVINCE)
        ground.user("commune", Role.OFFICER, ground.COMMUNE)
        ground.user("other", Role.OFFICER, "48")
        ground.club()


def _signed_in(visitor: Visitor, login: str = "officer") -> Visitor:
    visitor.sign_in(login)
    return visitor


def _someone_else(visitor: Visitor, login: str) -> Visitor:
    return _signed_in(Visitor(visitor.app), login)


def _person(visitor: Visitor, name: str = "Trần Thị Lan", **more: str) -> Page:
    form = visitor.get("/targets/staff/new")
    facts = {"name": name, "place_code": ground.COMMUNE, "course": "Kỹ năng tư vấn"}
    return form.submit("Lưu", **{**facts, **more})


def _visit(visitor: Visitor, **more: str) -> Page:
    form = visitor.get("/targets/visits/new")
    facts = {"place_code": ground.COMMUNE, "held_on": PAST, "team": f"Bà Hạnh\n{LONG}"}
    return form.submit("Lưu", **{**facts, **more})


def test_all_registers_start_from_one_page(visitor: Visitor) -> None:
    start = _signed_in(visitor).get("/").follow("Sổ theo dõi")
    for words in ("Sổ tập huấn cán bộ", "Kiểm tra, giám sát", "Sơ kết, tổng kết", "Khen thưởng"):
        assert start.follow(words).path.startswith("/targets/")
    assert start.follow("Điểm tư vấn").path == "/counselling-points"
    assert start.follow("Đội tình nguyện").path == "/volunteer-teams"


def test_a_person_is_added_and_marked_completed(visitor: Visitor) -> None:
    page = _person(_signed_in(visitor))
    assert "Chưa" in page
    form = page.follow("Sửa Trần Thị Lan")
    wrong = form.submit("Lưu", status=422, completed_on=FUTURE)
    assert "Ngày này chưa đến." in wrong
    page = form.submit("Lưu", completed_on=PAST, certificate_number="12/CN-TH")
    assert "12/CN-TH" in page
    assert "05/10/2026" in page


def test_several_are_enrolled_at_once(visitor: Visitor) -> None:
    _person(_signed_in(visitor))
    _person(visitor, "Lê Văn Bé")
    form = visitor.get("/targets/staff/enrol")
    assert "Những người tham gia" in form.submit("Ghi vào sổ", status=422, course="Sơ cứu")
    codes = [box.get("value") for box in form.all("input") if box.get("name") == "people"]
    page = form.submit("Ghi vào sổ", course="Sơ cứu", people=codes)
    assert "Đã ghi khóa học cho 2 người." in page
    assert "4 dòng" in page
    assert "2 dòng" in visitor.get("/targets/staff?course=S%C6%A1+c%E1%BB%A9u&unfinished=1")
    again = visitor.get("/targets/staff/enrol")
    again = again.submit("Ghi vào sổ", status=422, course="Sơ cứu", people=codes)
    assert "Những người này đã có khóa học đó rồi." in again
    assert "Lê Văn Bé, Trần Thị Lan" in visitor.get("/targets/staff/untrained")


def test_the_same_course_twice_is_refused_on_its_field(visitor: Visitor) -> None:
    _person(_signed_in(visitor))
    form = visitor.get("/targets/staff/enrol")
    codes = [box.get("value") for box in form.all("input") if box.get("name") == "people"]
    page = form.submit("Ghi vào sổ", course="Sơ cứu", people=codes)
    form = page.follow("Sửa Trần Thị Lan, Sơ cứu")
    wrong = form.submit("Lưu", status=422, course="Kỹ năng tư vấn")
    assert "Người này đã có khóa học này trong sổ." in wrong


def test_a_wrong_row_is_removed_with_a_reason(visitor: Visitor) -> None:
    form = _person(_signed_in(visitor)).follow("Sửa Trần").follow("Bỏ khỏi sổ")
    form.submit("Bỏ khỏi sổ", status=422, reason="")
    assert "0 dòng" in form.submit("Bỏ khỏi sổ", reason="Ghi nhầm")


@pytest.mark.parametrize(
    "wrong",
    [{"name": ""}, {"place_code": "48"}, {"place_code": ""}, {"completed_on": "31/02/2026"}],
)
def test_a_row_that_is_wrong_is_not_entered(visitor: Visitor, wrong: dict[str, str]) -> None:
    form = _signed_in(visitor).get("/targets/staff/new")
    facts = {"name": "Lan", "place_code": ground.COMMUNE, "course": "K", **wrong}
    form.submit("Lưu", status=422, **facts)
    assert "0 dòng" in visitor.get("/targets/staff")


def test_a_visit_with_its_checklist_actions_and_sheet(visitor: Visitor) -> None:
    page = _visit(
        _signed_in(visitor), answer_minutes="no", remark_minutes="Thiếu", answer_club_rules="yes"
    )
    assert "Biên bản đủ cho từng buổi" in page
    form = page.follow("Ghi việc cần làm")
    assert "trước" not in form
    early = form.submit("Lưu", status=422, task="A", responsible="B", due_on="2026-09-01")
    assert "Hạn phải từ ngày kiểm tra trở đi." in early
    facts = {"task": "Bổ sung biên bản", "responsible": "Thư ký", "due_on": "2026-11-01"}
    page = form.submit("Lưu", **facts)
    assert "Quá hạn" in page
    assert "1 việc sau kiểm tra đã quá hạn." in visitor.get("/targets/registers")
    sheet = page.follow("Biên bản để in")
    for words in ("BIÊN BẢN KIỂM TRA", "Độc lập - Tự do - Hạnh phúc", "Bổ sung biên bản", "Thiếu"):
        assert words in sheet
    english = sheet.submit("English")
    assert "Biên bản đủ cho từng buổi" in visitor.get(sheet.path)
    assert "What was checked" in visitor.get(sheet.path.removesuffix("/sheet"))
    english.submit("Tiếng Việt")
    done = visitor.get("/targets/actions").follow("Ghi đã xong")
    assert "Ngày này chưa đến." in done.submit("Lưu", status=422, done_on=FUTURE)
    assert "Xong ngày 21/11/2026" in done.submit("Lưu", done_on="2026-11-21")


def test_a_visit_typed_wrong_keeps_what_was_typed(visitor: Visitor) -> None:
    form = _signed_in(visitor).get("/targets/visits/new")
    facts = {"place_code": ground.COMMUNE, "held_on": FUTURE, "team": LONG, "answer_minutes": "no"}
    wrong = form.submit("Lưu", status=422, **facts)
    assert "Ngày này chưa đến." in wrong
    assert LONG.strip() in wrong
    assert form.submit("Lưu", status=422, **{**facts, "held_on": PAST, "answer_minutes": "perhaps"})


def test_of_two_officers_the_second_sees_both_versions(visitor: Visitor) -> None:
    first = _visit(_signed_in(visitor), answer_minutes="no").follow("Sửa")
    first.submit("Lưu", answer_minutes="yes", findings="Bản thứ nhất")
    stale = first.submit(
        "Lưu", status=422, findings="Bản thứ hai", form_id="another", answer_minutes="no"
    )
    for words in ("Bản thứ nhất", "Bản thứ hai", "Biên bản đủ cho từng buổi"):
        assert words in stale


def test_reviews_and_the_one_final_one(visitor: Visitor) -> None:
    form = _signed_in(visitor).get("/targets/reviews/new")
    facts = {"plan": "257/KH-UBND", "place_code": PROVINCE, "kind": "final", "held_on": PAST}
    page = form.submit("Lưu", **facts, results="Đạt", lessons="Rõ người", tasks_ahead="Mở rộng")
    for words in ("Tổng kết, 05/10/2026", "Rõ người", "Mở rộng"):
        assert words in page
    again = visitor.get("/targets/reviews/new").submit("Lưu", status=422, **facts)
    assert "Kế hoạch này đã có tổng kết ở nơi này." in again
    page = page.follow("Sửa").submit("Lưu", document_number="45/BC-UBND")
    assert "45/BC-UBND" in page
    assert "45/BC-UBND" in visitor.get("/targets/reviews")


def test_a_commendation_is_recorded_and_put_right(visitor: Visitor) -> None:
    form = _signed_in(visitor).get("/targets/commendations/new")
    facts = {
        "recipient": "volunteer", "name": "Bà Sáu", "place_code": ground.COMMUNE,
        "form": "letter", "decision": "12/QĐ-UBND", "decided_on": PAST,
    }  # fmt: skip
    form.submit("Lưu", status=422, **{**facts, "recipient": "client"})
    form.submit("Lưu", status=422, **{**facts, "decided_on": FUTURE})
    page = form.submit("Lưu", **facts)
    assert "Bà Sáu" in page
    assert "Bà Tám" in page.follow("Bà Sáu").submit("Lưu", name="Bà Tám")


def test_what_is_in_another_place_is_not_there(visitor: Visitor) -> None:
    address = _visit(_signed_in(visitor)).path
    assert _someone_else(visitor, "commune").get(address)
    other = _someone_else(visitor, "other")
    other.get(address, status=404)
    other.get(f"{address}/sheet", status=404)
    assert "0 lần kiểm tra" in other.get("/targets/visits")


@pytest.mark.parametrize(
    "register", ["staff", "staff/untrained", "visits", "actions", "reviews", "commendations"]
)
def test_empty_and_beyond_the_last_page(visitor: Visitor, register: str) -> None:
    _signed_in(visitor).get(f"/targets/{register}")
    visitor.get(f"/targets/{register}?page=999999999999&place=x&course=%00")
