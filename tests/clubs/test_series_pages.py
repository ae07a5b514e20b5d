"""The pages of regular meetings, walked as a coordinator and a member do."""

import unicodedata

import pytest
from sqlalchemy import select

from portal.access import Role
from portal.clubs.models import Club, Meeting
from portal.installation import Installation
from tests.clubs import ground
from tests.databases import on_sqlite
from tests.pages import Page, Visitor

pytestmark = on_sqlite
WARNED = ("2027-01-30", "2027-02-06", "2027-02-13")
SENTENCE = "tối thứ Bảy hằng tuần từ 19h đến 20h30"


@pytest.fixture
def club(installation: Installation) -> Club:
    with installation.transaction(writes=True):
        made = ground.club()
        ground.coordinator(made)
        ground.coordinator(ground.club("Câu lạc bộ Tân Phong"), "other")
        ground.user("member", Role.MEMBER, ground.member(made, "Nguyễn Văn An").pid)
    return made


@pytest.fixture
def form(visitor: Visitor, club: Club) -> Page:
    visitor.sign_in("coordinator")
    page = visitor.get("/meetings").follow("Lịch định kỳ")
    assert "chưa có lịch định kỳ" in page
    return page.follow("Đặt lịch định kỳ")


def look(form: Page, sentence: str = SENTENCE, **typed: str) -> Page:
    """The next days of a sentence."""
    return form.submit(sentence=sentence, place="Nhà văn hóa", **{"from_on": "2026-11-22", **typed})


def save(preview: Page, choice: str = "keep", **others: str) -> Page:
    """Save with one choice for every warned day."""
    chosen = {f"choice-{day}": choice for day in WARNED}
    return preview.submit("Lưu lịch", go="save", **{**chosen, **others})


def test_a_series_is_seen_and_then_kept(form: Page) -> None:
    preview = look(form)
    assert "Tối thứ Bảy hằng tuần, 19:00" in preview
    assert "Còn 7 ngày là Tết." in preview
    assert "Đã lưu lịch." in (page := save(preview))
    assert "19:00–20:30" in page
    assert "thứ Bảy, 28/11" in form.visitor.get("/meetings")


def test_plain_fields_say_the_same(form: Page) -> None:
    page = form.submit(
        "Xem các ngày tới", kind="weekly", weekdays="5", starts="19:00", place="Nhà văn hóa"
    )
    assert "Tối thứ Bảy hằng tuần, 19:00" in page
    page = page.submit("Xem lại các ngày", kind="lunar", days="1, 15", starts="8h30", place="Đình")
    assert "Sáng mùng 1 và rằm âm lịch hằng tháng, 08:30" in page


def test_a_sentence_in_decomposed_letters(form: Page) -> None:
    page = look(form, unicodedata.normalize("NFD", SENTENCE))
    assert "Tối thứ Bảy hằng tuần, 19:00" in page


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"sentence": "thứ bảy tuần sau"}, "Chưa hiểu các chữ: “tuần sau”."),
        ({"sentence": "mỗi 1000000 tuần thứ bảy"}, "Cách 1000000 tuần thì chưa đặt được"),
        ({"sentence": "thứ bảy", "starts": ""}, "Mời ghi giờ bắt đầu."),
        ({"sentence": "thứ bảy từ 19h đến 18h"}, "Giờ kết thúc phải sau giờ bắt đầu."),
        ({"until_on": "2026-01-01"}, "Ngày cuối phải từ ngày đầu trở đi."),
        ({"until_on": "2026-11-22"}, "không có buổi nào sắp tới"),
        ({"sentence": "", "kind": "weekly"}, "Mời chọn ít nhất một ngày trong tuần."),
        ({"sentence": "", "kind": "nth", "weekdays": "5"}, "Mời chọn tuần thứ mấy"),
        ({"sentence": "", "kind": "month", "days": "ba mươi"}, "Mời ghi các ngày từ 1 đến 31"),
        ({"sentence": "", "kind": "lunar", "days": "31"}, "Mời ghi các ngày từ 1 đến 30"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    form: Page, typed: dict[str, str], says: str
) -> None:
    known = {"sentence": SENTENCE, "place": "Đình làng", "agenda": "Hỏi thăm", "starts": "19:00"}
    known["from_on"] = "2026-11-22"
    page = form.submit("Xem các ngày tới", status=422, **{**known, **typed})
    assert says in page
    assert "Đình làng" in page.text
    assert "Hỏi thăm" in page.text


def test_a_warned_day_without_a_choice_is_not_saved(form: Page) -> None:
    preview = look(form)
    page = preview.submit("Lưu lịch", status=422, go="save")
    assert "mời chọn giữ, dời hay bỏ" in page
    page = page.submit(
        "Lưu lịch", status=422, go="save", **{f"choice-{day}": "move" for day in WARNED}
    )
    assert "mời ghi ngày dời tới" in page
    moved = {f"moved-{day}": f"2027-03-0{n}" for n, day in enumerate(WARNED, 1)}
    assert "Đã lưu lịch." in save(page, "move", **moved)


def test_a_plan_changed_after_the_days_were_seen_is_shown_again(form: Page) -> None:
    page = save(look(form), starts="18:00", ends="19:00")
    assert "Tối thứ Bảy hằng tuần, 18:00" in page
    assert "Đã lưu lịch." not in page
    assert "Đã lưu lịch." in save(page)


def test_changed_and_ended(form: Page) -> None:
    page = save(look(form)).follow("Sửa lịch")
    page = page.submit("Xem các ngày tới", starts="18:30", ends="20:00")
    assert "Ai đã trả lời được hỏi lại" in page
    page = save(page)
    assert "18:30–20:00" in page
    page = page.follow("Kết thúc lịch").submit("Kết thúc lịch", last_on="2026-12-31")
    assert "Đã kết thúc" in page
    assert "Lịch định kỳ đã kết thúc." in form.visitor.get("/meetings").follow("thứ Bảy, 02/01")


def test_a_member_is_asked_again(form: Page, visitor: Visitor, installation: Installation) -> None:
    save(look(form))
    with installation.transaction(writes=False) as session:
        pid = session.scalars(select(Meeting.pid).order_by(Meeting.starts_at)).first()
    other = Visitor(visitor.app)
    other.sign_in("member")
    other.get(f"/me/meetings/{pid}").submit("Tôi đến")
    edit = visitor.get(f"/meetings/{pid}/edit")
    edit.submit("Lưu", day="2026-11-29", reason="Nhà văn hóa bận")
    page = visitor.get(f"/meetings/{pid}")
    assert "ngày theo lịch: thứ Bảy, 28/11" in page
    assert "Lý do dời: Nhà văn hóa bận" in page
    assert "lịch cũ 19:00 28/11/2026: đến" in page
    asked = other.get(f"/me/meetings/{pid}")
    assert "Buổi này đã dời. Lúc trước, cho 19:00 28/11/2026, anh/chị báo đến." in asked
    assert "Nhà văn hóa bận" not in asked
    assert "Buổi này đã dời" not in asked.submit("Tôi đến")


def test_a_slot_fills_the_form(form: Page, club: Club) -> None:
    visitor = form.visitor
    page = visitor.get(f"/clubs/{club.pid}/best-slot?together=y&board=evening")
    assert "Chưa đủ ba người" in page
    page = visitor.get(f"/clubs/{club.pid}/series/new?weekday=6&part=morning")
    page = page.submit("Xem các ngày tới", place="Nhà văn hóa")
    assert "Sáng Chủ nhật hằng tuần, 08:30" in page


def test_in_english(form: Page, visitor: Visitor) -> None:
    visitor.get("/meetings").submit("English")
    preview = look(visitor.get(form.path))
    assert "Every Saturday, 19:00" in preview
    assert "7 days before Tết." in preview


def test_another_clubs_days_are_not_there(visitor: Visitor, club: Club) -> None:
    visitor.sign_in("other")
    for address in ("series", "series/new", "best-slot"):
        visitor.get(f"/clubs/{club.pid}/{address}", status=404)
