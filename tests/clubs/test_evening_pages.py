"""The pages of an evening, with what may be typed wrong; and the keyboard of a real browser."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from threading import Thread
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Page as BrowserPage
from sqlalchemy import select
from werkzeug.serving import make_server

from portal.access import Role
from portal.clubs.models import Attendance, BoardMember, Club, Meeting, MinutesVersion
from portal.installation import Installation
from portal.people.models import Client
from tests.clubs import ground
from tests.databases import on_sqlite
from tests.pages import PASSWORD, Page, Visitor

pytestmark = on_sqlite
MANY = 40


@dataclass
class Town:
    """A club with a board and two members, a meeting of last week and one of tonight."""

    club: Club
    an: Client
    binh: Client
    past: Meeting
    tonight: Meeting


@pytest.fixture
def town(installation: Installation) -> Town:
    with installation.transaction(writes=True):
        club = ground.club()
        ground.add(BoardMember(club_id=club.id, post="chair", name="Hoa", from_on=ground.LONG_AGO))
        an, binh = ground.member(club, "Nguyễn Văn An"), ground.member(club, "Trần Thị Bình")
        past, tonight = ground.meeting(club, -7), ground.meeting(club, 0)
        ground.coordinator(club)
        ground.coordinator(club, "second")
        ground.user("member", Role.MEMBER, an.pid)
        ground.coordinator(ground.club("Câu lạc bộ Tân Phong"), "other")
    return Town(club, an, binh, past, tonight)


@pytest.fixture
def at(visitor: Visitor, town: Town) -> Any:
    """Opens a page of a meeting as its coordinator."""
    visitor.sign_in("coordinator")
    return lambda meeting, end="": visitor.get(f"/meetings/{meeting.pid}{end}")


def test_two_at_one_roll_see_each_other(at: Any, visitor: Visitor, town: Town) -> None:
    mine = at(town.tonight, "/roll")
    second = Visitor(visitor.app)
    second.sign_in("second")
    theirs = second.get(mine.path)
    mine.submit("Lưu điểm danh", **{f"mark-{town.an.pid}": "absent", "mark-guests": "3"})
    typed = {f"mark-{town.an.pid}": "late", f"mark-{town.binh.pid}": "absent_excused"}
    refused = theirs.submit("Lưu điểm danh", 422, **typed)
    assert "Có người vừa ghi khác" in refused
    assert "Nguyễn Văn An Muộn Vắng" in refused
    saved = refused.submit("Lưu điểm danh")
    assert "Có mặt 0, muộn 1, có phép 1, vắng 0" in saved
    assert "khách 3" not in saved  # both saw the number, and the second took it away


def test_a_tap_over_what_somebody_else_tapped_is_told(
    at: Any, visitor: Visitor, town: Town
) -> None:
    page = at(town.tonight, "/roll")
    tap = {**_hidden(page), f"mark-{town.an.pid}": "late"}
    tap = {name: value for name, value in tap.items() if "was-" not in name or town.an.pid in name}
    headers = {"HX-Request": "true"}
    first = visitor.post(page.path, tap, headers=headers)
    assert f'id="was-{town.an.pid}" name="was-{town.an.pid}" value="late"' in first.text
    again = {**tap, f"mark-{town.an.pid}": "absent", "form_id": "another"}
    refused = visitor.post(page.path, again, 422, headers=headers)
    assert "Đang lưu: Muộn." in refused


def test_a_correction_is_shown_with_its_reason(at: Any, town: Town) -> None:
    at(town.past, "/roll").submit("Lưu điểm danh")
    page = at(town.past, "/roll")
    assert "hx-post" not in page.text
    assert "Mọi người đang là có mặt" not in page
    page = page.submit("Lưu điểm danh", 422, **{f"mark-{town.an.pid}": "absent"})
    page.submit("Lưu điểm danh", reason="Đối chiếu phiếu giấy")
    assert "Nguyễn Văn An Có mặt Vắng Đối chiếu phiếu giấy coordinator" in at(town.past, "/roll")


def test_a_sheet_is_typed_in_by_letters(at: Any, town: Town) -> None:
    page = at(town.past, "/roll").follow("Gõ lại từ phiếu giấy")
    typed = {f"mark-{town.an.pid}": "P", "mark-guests": "2", "mark-family": "1"}
    wrong = page.submit("Lưu điểm danh", 422, **{**typed, f"mark-{town.binh.pid}": "k"})
    assert "“k” không phải là dấu" in wrong
    assert 'value="p"' in wrong.text
    many = wrong.submit("Lưu điểm danh", 422, **{f"mark-{town.binh.pid}": "", "mark-guests": "x"})
    assert "từ 0 đến 999" in many
    page = many.submit("Lưu điểm danh", **{"mark-guests": "2"})
    assert "Có mặt 1, muộn 0, có phép 1, vắng 0, chưa ghi 0." in page
    assert "khách 2, người thân 1" in page


def test_minutes_with_tasks_from_blank_lines(at: Any, visitor: Visitor, town: Town) -> None:
    page = at(town.past, "/minutes")
    assert "1. Hỏi thăm:" in page
    assert 'value="Hoa"' in page.text
    lines = {
        "tasks-body": ["Gọi hỏi thăm", "", "Mượn hội trường"],
        "tasks-who": [f"member/{town.an.pid}", "", "staff/Hoa (Chủ nhiệm)"],
        "tasks-due": ["05/12/2026", "", "không biết"],
    }
    wrong = page.submit("Lưu biên bản", 422, minutes="Đã bàn", **lines)
    assert "Việc thứ 2: mời ghi ngày" in wrong
    assert 'value="Gọi hỏi thăm"' in wrong.text
    saved = wrong.submit("Lưu biên bản", **{**lines, "tasks-due": ["05/12/2026", "", ""]})
    assert "Gọi hỏi thăm" in saved
    assert "Nguyễn Văn An · hạn 05/12/2026" in visitor.get("/")
    task = visitor.get("/").follow("Gọi hỏi thăm")
    assert "Ngày này chưa đến." in task.submit("Lưu", 422, done_on="2026-12-24")
    assert "Xong 21/11/2026" in task.submit("Lưu", done_on="21/11/2026")
    assert "Gọi hỏi thăm" not in visitor.get("/")


@pytest.mark.parametrize(
    "lines",
    [
        {"tasks-body": "", "tasks-who": "staff/Hoa (Chủ nhiệm)", "tasks-due": ""},
        {"tasks-body": "x" * 201, "tasks-who": "", "tasks-due": ""},
        {"tasks-body": "Việc", "tasks-who": "staff/Ai đó", "tasks-due": ""},
        {"tasks-body": "Việc", "tasks-who": "member/nobody", "tasks-due": ""},
        {"tasks-body": "Việc", "tasks-who": "", "tasks-due": "30/02/2026"},
    ],
)
def test_a_bad_line_keeps_the_minutes_unsaved_and_typed(
    at: Any, town: Town, lines: dict[str, str]
) -> None:
    page = at(town.past, "/minutes").submit("Lưu biên bản", 422, minutes="Đã bàn kỹ", **lines)
    assert "Đã bàn kỹ" in page
    assert "Chưa có biên bản." in at(town.past)


def test_a_line_more(at: Any, town: Town) -> None:
    line = at(town.past, "/minutes/task-line")
    assert "Nguyễn Văn An" in line
    assert "<h1" not in line.text


@pytest.mark.parametrize("word", ["chữ ", "ếấữ"])  # the second triples on its way here
def test_a_text_too_long_names_the_limit_and_is_not_lost(
    at: Any, visitor: Visitor, town: Town, word: str
) -> None:
    page = at(town.past, "/minutes")
    assert "maxlength" not in page.text.partition("<textarea")[2].partition(">")[0]  # cuts a paste
    text = word * (1_000_000 // len(word.encode()))
    answer = visitor.client.post(page.path, data={**_hidden(page), "minutes": text})
    assert answer.status_code == 422
    assert "dài nhất 20.000 ký tự" in answer.text
    assert answer.text.count(word) >= text.count(word) - 1


def test_minutes_are_kept_composed(at: Any, town: Town, installation: Installation) -> None:
    apart = unicodedata.normalize("NFD", "Ý kiến: Nguyễn Thị Hường")
    at(town.past, "/minutes").submit("Lưu biên bản", minutes=apart, chair=apart)
    with installation.transaction(writes=False) as session:
        meeting = session.scalars(select(Meeting).where(Meeting.pid == town.past.pid)).one()
        assert {meeting.minutes, meeting.chair} == {"Ý kiến: Nguyễn Thị Hường"}


def test_minutes_are_signed_changed_with_a_reason_and_read_in_each_version(
    at: Any, town: Town, installation: Installation
) -> None:
    at(town.past, "/minutes").submit("Lưu biên bản", minutes="Bản để ký")
    read = at(town.past).follow("Đọc lại và ký")
    assert "Bản để ký" in read
    assert "Đã ký biên bản." in read.submit("Ký biên bản")
    page = at(town.past, "/minutes").submit("Lưu biên bản", 422, minutes="Bản sau")
    assert "Mời ghi lý do sửa." in page
    assert "Chưa ký" in page.submit("Lưu biên bản", reason="Ghi thiếu")
    versions = at(town.past).follow("Các bản đã lưu")
    assert "Ghi thiếu" in versions
    assert "Bản để ký" in versions.follow("Bản 1")
    assert "Biên bản vừa được sửa." in read.submit("Ký biên bản", 422, form_id="late")
    with installation.transaction(writes=False) as session:
        assert len(session.scalars(select(MinutesVersion)).all()) == 2


def test_the_file_is_named_by_the_day_alone(at: Any, visitor: Visitor, town: Town) -> None:
    at(town.past, "/minutes").submit("Lưu biên bản", minutes="Đã bàn")
    answer = visitor.client.get(f"/meetings/{town.past.pid}/minutes/file.docx")
    assert (
        answer.headers["Content-Disposition"] == 'attachment; filename="bien-ban-2026-11-14.docx"'
    )
    words = [line.text for line in Document(BytesIO(answer.data)).paragraphs]
    assert "BIÊN BẢN" in words
    assert "Đã bàn" in words


@pytest.mark.parametrize(
    "end",
    [
        "/roll/letters",
        "/minutes/sign",
        "/minutes/versions",
        "/minutes/task-line",
        "/minutes/file.docx",
    ],
)
def test_another_clubs_evening_does_not_exist(visitor: Visitor, town: Town, end: str) -> None:
    visitor.sign_in("other")
    visitor.get(f"/meetings/{town.past.pid}{end}", 404)


@pytest.fixture
def live(visitor: Visitor) -> Iterator[str]:
    """The site on this machine, for a browser."""
    server = make_server("127.0.0.1", 0, visitor.app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


@pytest.mark.browser
def test_forty_keys_type_in_forty_members(
    live: str, page: BrowserPage, town: Town, installation: Installation
) -> None:
    with installation.transaction(writes=True):
        for n in range(MANY - 2):
            ground.member(town.club, f"Lê Văn Dũng {n}")
    page.goto(f"{live}/login")
    page.fill("[name=login]", "coordinator")
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live}/")
    page.goto(f"{live}/meetings/{town.past.pid}/roll/letters")
    for n in range(MANY):
        page.keyboard.press(("Enter", "m", "p", "v")[n % 4])
    page.keyboard.type("2")
    for _to_the_button in range(3):
        page.keyboard.press("Enter")
    page.wait_for_url(f"{live}/meetings/{town.past.pid}")
    with installation.transaction(writes=False) as session:
        marks = list(session.scalars(select(Attendance.status)))
        assert {mark: marks.count(mark) for mark in marks} == dict.fromkeys(
            ("present", "late", "absent_excused", "absent"), MANY // 4
        )


def _hidden(page: Page) -> dict[str, str]:
    (main,) = page.all("main")
    fields = (e for e in main.iter("input") if e.get("type") == "hidden")
    return {e.get("name", ""): e.get("value", "") for e in fields}
