"""The roll of a meeting: who stands on it, what counts."""

from datetime import timedelta

import pytest

from portal.clubs import service
from portal.clubs.service.attendance import Figures, shares_present
from portal.errors import NotFound, RuleBroken
from tests.clubs import ground
from tests.conftest import TODAY

pytestmark = pytest.mark.usefixtures("work")


def test_a_member_who_joined_after_the_meeting_is_not_on_its_roll() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    early = ground.member(club, "Nguyễn Văn An")
    ground.member(club, "Trần Thị Bình", on=TODAY - timedelta(days=6))
    meeting = ground.meeting(club, -7)
    assert [row.pid for row in service.roll_of(coordinator, meeting)] == [early.pid]


def test_the_first_and_the_last_day_of_a_membership_count() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    meeting = ground.meeting(club, -7)
    person = ground.client("Nguyễn Văn An")
    ground.join(club, person, on=meeting.day, left=meeting.day)
    assert [row.pid for row in service.roll_of(coordinator, meeting)] == [person.pid]


def test_a_late_evening_is_on_the_day_that_it_is_in_viet_nam() -> None:
    club = ground.club()
    assert ground.meeting(club, 0, hour=0).day == TODAY


def test_whoever_left_stays_on_old_rolls_but_without_a_name() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    person = ground.client("Nguyễn Văn An")
    ground.join(club, person, left=TODAY - timedelta(days=2))
    (row,) = service.roll_of(coordinator, ground.meeting(club, -7))
    assert row.name == "(không còn chia sẻ tên)"


def test_the_roll_is_in_vietnamese_order_of_given_names() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    for name in ("Lê Văn Đạt", "Phạm Ân", "Nguyễn Thị Dung", "Trần An"):
        ground.member(club, name)
    names = [row.name for row in service.roll_of(coordinator, ground.meeting(club, 0))]
    assert names == ["Trần An", "Phạm Ân", "Nguyễn Thị Dung", "Lê Văn Đạt"]


def test_everyone_is_proposed_as_present_but_who_said_they_cannot_come() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    an, binh = ground.member(club, "Nguyễn Văn An"), ground.member(club, "Trần Thị Bình")
    meeting = ground.meeting(club, 1)
    of_binh = ground.user("binh", ground.Role.MEMBER, binh.pid)
    service.answer_invitation(of_binh, meeting.pid, comes=False, apology="Làm ca tối")
    rows = {row.pid: row for row in service.roll_of(coordinator, meeting)}
    assert (rows[an.pid].proposed, rows[binh.pid].proposed) == ("present", "absent_excused")
    assert rows[binh.pid].apology == "Làm ca tối"


def test_attendance_of_a_stranger_is_refused_and_nothing_is_kept() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    person, stranger = ground.member(club, "Nguyễn Văn An"), ground.client("Người Lạ")
    meeting = ground.meeting(club, 0)
    marks = {person.pid: "present", stranger.pid: "present"}
    with pytest.raises(RuleBroken):
        service.record_attendance(coordinator, meeting.pid, marks)
    assert service.tally_of(meeting)["unmarked"] == 1


@pytest.mark.parametrize("days", [1, 30])
def test_no_roll_before_the_day(days: int) -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    person, meeting = ground.member(club, "Nguyễn Văn An"), ground.meeting(club, days)
    with pytest.raises(RuleBroken):
        service.record_attendance(coordinator, meeting.pid, {person.pid: "present"})


def test_an_unknown_mark_is_refused() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    person, meeting = ground.member(club, "Nguyễn Văn An"), ground.meeting(club, 0)
    with pytest.raises(RuleBroken):
        service.record_attendance(coordinator, meeting.pid, {person.pid: "asleep"})


def test_a_mark_is_corrected_not_doubled() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    person, meeting = ground.member(club, "Nguyễn Văn An"), ground.meeting(club, 0)
    service.record_attendance(coordinator, meeting.pid, {person.pid: "absent"})
    service.record_attendance(coordinator, meeting.pid, {person.pid: "late"})
    counts = service.tally_of(meeting)
    assert (counts["late"], counts.get("absent", 0), counts["unmarked"]) == (1, 0, 0)


def test_excused_counts_apart() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    person = ground.client("Nguyễn Văn An")
    membership = ground.join(club, person)
    for days, mark in ((-21, "present"), (-14, "absent_excused"), (-7, "late"), (-1, "absent")):
        ground.marked(ground.meeting(club, days), person, mark)
    figures = service.figures_by_membership(coordinator)[membership.pid]
    assert figures == Figures(present=2, absent=1, excused=1)
    assert figures.counted == 3


def test_marks_from_before_joining_are_ignored() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    person = ground.client("Nguyễn Văn An")
    membership = ground.join(club, person, on=TODAY - timedelta(days=3))
    ground.marked(ground.meeting(club, -7), person, "absent")
    assert membership.pid not in service.figures_by_membership(coordinator)
    assert service.history_of(person, club) == []


def test_the_share_of_a_meeting_leaves_out_the_excused() -> None:
    club = ground.club()
    people = [ground.member(club, f"Nguyễn Văn {name}") for name in ("An", "Bình", "Chi", "Dũng")]
    meeting = ground.meeting(club, -7)
    assert shares_present([meeting]) == []
    for person, mark in zip(people, ("present", "late", "absent_excused", "absent"), strict=True):
        ground.marked(meeting, person, mark)
    assert shares_present([meeting]) == [pytest.approx(2 / 3)]


def test_another_clubs_roll_does_not_exist() -> None:
    coordinator = ground.coordinator(ground.club())
    other = ground.meeting(ground.club("Câu lạc bộ Tân Phong"), 0)
    with pytest.raises(NotFound):
        service.record_attendance(coordinator, other.pid, {})
