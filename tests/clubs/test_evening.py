"""An evening: the roll over what others marked, its correction; minutes in versions; tasks."""

from collections import Counter
from datetime import timedelta
from io import BytesIO
from random import Random
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from portal.access import Actor
from portal.audit import AuditRow
from portal.clubs import service
from portal.clubs.minutes_docx import as_docx
from portal.clubs.models import AttendanceChange, BoardMember, Club, ClubTask, Meeting
from portal.clubs.service.attendance import shares_present
from portal.clubs.service.minutes_paper import minutes_paper
from portal.clubs.service.tasks import NewTask
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.people.models import Client
from portal.targets.summary.reading import attendance
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite

pytestmark = pytest.mark.usefixtures("work")
MARKS = ("present", "late", "absent_excused", "absent", None)


@pytest.fixture
def club(work: object) -> Club:
    return ground.club()


@pytest.fixture
def coordinator(work: object, club: Club) -> Actor:
    return ground.coordinator(club)


@pytest.fixture
def an(work: object, club: Club) -> Client:
    return ground.member(club, "Nguyễn Văn An")


@pytest.fixture
def past(work: object, club: Club) -> Meeting:
    return ground.meeting(club, -7)


def _status(coordinator: Actor, meeting: Meeting, person: Client) -> str | None:
    rows = {row.pid: row.status for row in service.roll_of(coordinator, meeting)}
    return rows[person.pid]


def test_a_first_roll_of_a_past_day_asks_for_no_reason(
    coordinator: Actor, an: Client, past: Meeting
) -> None:
    service.record_attendance(coordinator, past.pid, {an.pid: "absent", "guests": "2"})
    assert service.corrections_of(past) == []
    assert service.tally_of(past)["guests"] == 2


def test_a_correction_needs_a_reason_and_keeps_what_stood(
    coordinator: Actor, an: Client, past: Meeting
) -> None:
    service.record_attendance(coordinator, past.pid, {an.pid: "absent", "family": "1"})
    corrected = {an.pid: "absent_excused", "family": "3"}
    with pytest.raises(RuleBroken) as refused:
        service.record_attendance(coordinator, past.pid, corrected)
    assert refused.value.field == "reason"
    assert _status(coordinator, past, an) == "absent"
    service.record_attendance(coordinator, past.pid, corrected, reason="Có gọi báo")
    found = {(it.key, it.from_mark, it.to_mark) for it in service.corrections_of(past)}
    assert found == {(an.pid, "absent", "absent_excused"), ("family", "1", "3")}
    assert {(it.by, it.reason) for it in service.corrections_of(past)} == {
        ("coordinator", "Có gọi báo")
    }


def test_the_same_mark_again_is_no_correction(
    coordinator: Actor, an: Client, past: Meeting
) -> None:
    for _again in range(2):
        service.record_attendance(coordinator, past.pid, {an.pid: "late"})
    assert session().scalars(select(AttendanceChange)).all() == []


def test_on_the_evening_itself_a_mark_is_changed_freely(
    club: Club, coordinator: Actor, an: Client
) -> None:
    tonight = ground.meeting(club, 0)
    for mark in ("absent", "late"):
        service.record_attendance(coordinator, tonight.pid, {an.pid: mark})
    assert (_status(coordinator, tonight, an), service.corrections_of(tonight)) == ("late", [])


def test_two_at_one_roll_the_second_sees_what_the_first_marked(
    club: Club, coordinator: Actor, an: Client
) -> None:
    tonight, binh = ground.meeting(club, 0), ground.member(club, "Trần Thị Bình")
    opened = {an.pid: "", binh.pid: "", "guests": ""}
    service.record_attendance(coordinator, tonight.pid, {an.pid: "absent"}, over=opened)
    typed = {an.pid: "late", binh.pid: "present", "guests": "1"}
    with pytest.raises(Conflict) as refused:
        service.record_attendance(coordinator, tonight.pid, typed, over=opened)
    assert refused.value.theirs == {an.pid: "absent"}
    assert _status(coordinator, tonight, binh) is None
    seen = {**opened, **refused.value.theirs}
    service.record_attendance(coordinator, tonight.pid, typed, over=seen)
    assert _status(coordinator, tonight, an) == "late"


@pytest.mark.parametrize("number", ["-1", "1000", "hai", "١", "1.5"])
def test_guests_are_a_number(club: Club, coordinator: Actor, an: Client, number: str) -> None:
    with pytest.raises(RuleBroken):
        service.record_attendance(coordinator, ground.meeting(club, 0).pid, {"guests": number})


def test_guests_and_family_are_not_members_who_came(
    coordinator: Actor, an: Client, past: Meeting
) -> None:
    marks = {an.pid: "absent", "guests": "5", "family": "5"}
    service.record_attendance(coordinator, past.pid, marks)
    assert shares_present([past]) == [0]
    assert service.tally_of(past)["members"] == 1


def test_who_joined_after_the_meeting_never_counts_absent(
    club: Club, coordinator: Actor, an: Client, past: Meeting
) -> None:
    late = ground.member(club, "Trần Thị Bình", on=past.day + timedelta(days=1))
    with pytest.raises(RuleBroken):
        service.record_attendance(coordinator, past.pid, {late.pid: "absent"})
    service.record_attendance(coordinator, past.pid, {an.pid: "present"})
    assert shares_present([past]) == [1]
    assert service.tally_of(past)["unmarked"] == 0


def test_the_summary_follows_a_correction(coordinator: Actor, an: Client, past: Meeting) -> None:
    service.record_attendance(coordinator, past.pid, {an.pid: "absent"})
    assert [fact.numerator for fact in attendance({past.id})] == [0]
    service.record_attendance(coordinator, past.pid, {an.pid: "late"}, reason="Đối chiếu phiếu")
    assert [fact.numerator for fact in attendance({past.id})] == [1]
    assert past.pid in session().info["noted"]["attendance"]


@on_sqlite
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(MARKS), st.integers(-20, 3), st.one_of(st.none(), st.integers(0, 20))
        ),
        min_size=1,
        max_size=8,
    )
)
def test_attendance_is_who_came_of_the_members_of_the_day_without_the_excused(
    coordinator: Actor, club: Club, people: list[Client], drawn: list[tuple[str | None, int, int]]
) -> None:
    """`drawn`: mark, day of joining and days of membership (None: still) around the meeting's."""
    with session().begin_nested() as trial:
        meeting = ground.meeting(club, -7)
        marks = Counter[str | None]()
        for person, (mark, joined, days) in zip(people, drawn, strict=False):
            joined_on = meeting.day + timedelta(days=joined)
            left = None if days is None else joined_on + timedelta(days=days)
            ground.join(club, person, on=joined_on, left=left)
            if mark:
                ground.marked(meeting, person, mark)
            if joined_on <= meeting.day and (left is None or left >= meeting.day):
                marks[mark] += 1
        came = marks["present"] + marks["late"]
        expected = marks.total() - marks["absent_excused"]
        called = marks.total() > marks[None]
        shares = shares_present([meeting])
        facts = list(attendance({meeting.id}))
        trial.rollback()
    assert shares == ([pytest.approx(came / expected)] if called and expected else [])
    assert [(fact.numerator, fact.denominator) for fact in facts] == (
        [(came, expected)] if called and expected else []
    )


@pytest.fixture
def people(work: object) -> list[Client]:
    return [ground.client(f"Nguyễn Văn {Random(n).choice('ABCD')}{n}") for n in range(8)]


def _write(coordinator: Actor, meeting: Meeting, text: str, **more: object) -> None:
    version = service.get_meeting(coordinator, meeting.pid).version
    values = {"minutes": text, "version": version, **more}
    service.write_minutes(coordinator, meeting.pid, **values)  # type: ignore[arg-type]


def test_minutes_begin_with_a_heading_for_each_line_and_the_board(
    club: Club, coordinator: Actor, past: Meeting
) -> None:
    past.agenda = "- Hỏi thăm\n2. Việc làm tháng này"
    for post, name in (("Chủ nhiệm", "Lê Thị Hoa"), ("Thư ký", "Phạm Văn Nam")):
        ground.add(BoardMember(club_id=club.id, post=post, name=name, from_on=ground.LONG_AGO))
    draft = service.draft_of(past)
    assert draft.minutes == "1. Hỏi thăm:\n\n\n2. Việc làm tháng này:\n\n\n3. Kết luận:"
    assert (draft.chair, draft.secretary) == ("Lê Thị Hoa", "Phạm Văn Nam")


def test_each_save_is_a_version_and_the_same_text_is_none(
    coordinator: Actor, past: Meeting
) -> None:
    for text in ("Bản đầu", "Bản đầu", "Bản sau"):
        _write(coordinator, past, text)
    assert [it.row.body for it in service.versions_of(past)] == ["Bản sau", "Bản đầu"]


def test_signed_minutes_are_changed_with_a_reason_and_then_unsigned(
    coordinator: Actor, past: Meeting
) -> None:
    _write(coordinator, past, "Đã bàn")
    service.sign_minutes(coordinator, past.pid, version=past.version)
    signature = service.signature_of(past)
    assert signature
    assert signature.signed_by == "coordinator"
    with pytest.raises(RuleBroken) as refused:
        _write(coordinator, past, "Đã bàn thêm")
    assert refused.value.field == "reason"
    _write(coordinator, past, "Đã bàn thêm", reason="Ghi thiếu một ý")
    assert service.signature_of(past) is None
    newest, signed = service.versions_of(past)
    assert (newest.row.reason, signed.row.body) == ("Ghi thiếu một ý", "Đã bàn")
    with pytest.raises(RuleBroken):
        _write(coordinator, past, "Lại đổi")  # once signed, always with a reason


def test_what_was_changed_since_it_was_read_is_not_signed(
    coordinator: Actor, past: Meeting
) -> None:
    _write(coordinator, past, "Đã bàn")
    read = past.version
    _write(coordinator, past, "Khác")
    with pytest.raises(Conflict):
        service.sign_minutes(coordinator, past.pid, version=read)


def test_imported_minutes_become_a_version_when_they_are_signed(
    coordinator: Actor, past: Meeting
) -> None:
    past.minutes = "Từ sổ cũ"
    service.sign_minutes(coordinator, past.pid, version=past.version)
    assert [it.row.body for it in service.versions_of(past)] == ["Từ sổ cũ"]


def test_no_minutes_nothing_to_sign(coordinator: Actor, past: Meeting) -> None:
    with pytest.raises(RuleBroken):
        service.sign_minutes(coordinator, past.pid, version=past.version)


def test_a_task_goes_to_a_member_by_number_and_to_staff_by_name(
    club: Club, coordinator: Actor, an: Client, past: Meeting
) -> None:
    ground.add(BoardMember(club_id=club.id, post="Thư ký", name="Lan", from_on=ground.LONG_AGO))
    tasks = [
        NewTask("Gọi hỏi thăm", f"member/{an.pid}", TODAY - timedelta(days=1)),
        NewTask("Mượn hội trường", "staff/Lan (Thư ký)"),
    ]
    _write(coordinator, past, "Đã bàn", tasks=tasks)
    first, second = service.open_tasks(coordinator)
    assert (first.name, first.is_late, first.task.who) == ("Nguyễn Văn An", True, "")
    assert (second.name, second.is_late) == ("Lan (Thư ký)", False)
    coming = ground.meeting(club, 7)
    assert service.tasks_at(coordinator, coming) == []
    assert len(service.tasks_before(coordinator, coming)) == 2


def test_a_task_is_not_given_to_a_stranger(coordinator: Actor, past: Meeting) -> None:
    stranger = ground.client("Người Lạ")
    for who in (f"member/{stranger.pid}", "staff/Ai đó", "Nguyễn Văn An"):
        with pytest.raises(RuleBroken):
            _write(coordinator, past, "Đã bàn", tasks=[NewTask("Việc", who)])


def test_a_task_is_done_once_it_says_so_and_two_do_not_overwrite(
    coordinator: Actor, past: Meeting
) -> None:
    _write(coordinator, past, "Đã bàn", tasks=[NewTask("Việc")])
    (row,) = service.open_tasks(coordinator)
    same = {"body": "Việc", "who": "", "due_on": None, "remark": "", "version": row.task.version}
    with pytest.raises(RuleBroken):
        service.edit_task(coordinator, row.task.pid, done_on=TODAY + timedelta(days=1), **same)
    service.edit_task(coordinator, row.task.pid, done_on=TODAY, **same)
    assert service.open_tasks(coordinator) == []
    with pytest.raises(Conflict):
        service.edit_task(coordinator, row.task.pid, done_on=None, **same)


def test_another_clubs_task_does_not_exist(coordinator: Actor, past: Meeting) -> None:
    _write(coordinator, past, "Đã bàn", tasks=[NewTask("Việc")])
    other = ground.coordinator(ground.club("Câu lạc bộ Tân Phong"), "other")
    task = session().scalars(select(ClubTask)).one()
    with pytest.raises(NotFound):
        service.get_task(other, task.pid)


def test_the_paper_says_who_came_and_that_the_roll_was_put_right_since(
    coordinator: Actor, an: Client, past: Meeting
) -> None:
    service.record_attendance(coordinator, past.pid, {an.pid: "absent", "guests": "2"})
    _write(coordinator, past, "Đã bàn")
    service.sign_minutes(coordinator, past.pid, version=past.version)
    service.record_attendance(coordinator, past.pid, {an.pid: "late"}, reason="Đến sau")
    paper = minutes_paper(coordinator, past.pid)
    attended = "có mặt 1 trên 1 thành viên, trong đó 1 đến muộn; vắng có lý do 0"
    assert any(attended in fact and fact.endswith("khách mời 2.") for fact in paper.facts)
    assert len(paper.notes) == 2


def test_a_file_of_the_minutes_is_recorded_and_is_a_document(
    coordinator: Actor, past: Meeting
) -> None:
    _write(coordinator, past, "Đã bàn <việc> & khác")
    made = as_docx(minutes_paper(coordinator, past.pid, export=True))
    assert made == as_docx(minutes_paper(coordinator, past.pid))
    text = ZipFile(BytesIO(made)).read("word/document.xml").decode()
    assert "Đã bàn &lt;việc&gt; &amp; khác" in text
    exported = select(AuditRow.subject).where(AuditRow.action == "export_minutes")
    assert session().scalars(exported).all() == [f"meeting/{past.pid}"]
