"""Meetings: scheduled, moved, called off; what members are told; minutes that two people write."""

from datetime import time, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.clubs import service
from portal.errors import Conflict, NotFound, RuleBroken
from portal.messages.models import Notice
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite

pytestmark = [on_sqlite, pytest.mark.usefixtures("work")]


def typed(days: int, **others: Any) -> dict[str, Any]:
    """What a coordinator types for a meeting so many days from today."""
    usual = {"starts": time(19, 30), "ends": time(21), "place": "Nhà văn hóa", "agenda": ""}
    return {"day": TODAY + timedelta(days=days), "back_entry": False, **usual, **others}


def told(work: Session) -> list[str]:
    """The templates of the notices so far."""
    work.flush()
    return list(work.scalars(select(Notice.template).order_by(Notice.id)))


def test_members_of_the_day_are_told_under_the_neutral_name(work: Session) -> None:
    club = ground.club()
    ground.user("an", ground.Role.MEMBER, ground.member(club, "Nguyễn Văn An").pid)
    left = ground.client("Người Đã Rời")
    ground.join(club, left, left=TODAY)
    ground.user("left", ground.Role.MEMBER, left.pid)
    service.schedule_meeting(ground.coordinator(club), club.pid, **typed(4))
    work.flush()
    (notice,) = work.scalars(select(Notice))
    assert notice.facts == {
        "club": "Câu lạc bộ Trảng Dài Xanh",
        "when": "19:30 25/11/2026",
        "place": "Nhà văn hóa",
    }


def test_a_day_off_is_warned_of_and_kept_by_choice() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    tet = typed(77)  # the first of the lunar year: 06/02/2027
    with pytest.raises(RuleBroken) as refused:
        service.schedule_meeting(coordinator, club.pid, **tet)
    assert refused.value.field == "despite"
    assert str(refused.value) == "Ngày nghỉ: Tết Nguyên Đán."
    assert service.schedule_meeting(coordinator, club.pid, despite=True, **tet)


def test_a_meeting_ends_after_it_starts() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    with pytest.raises(RuleBroken) as refused:
        service.schedule_meeting(coordinator, club.pid, **typed(3, ends=time(19, 30)))
    assert refused.value.field == "ends"


def test_the_past_is_only_entered_afterwards_and_nobody_is_told(work: Session) -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    ground.user("an", ground.Role.MEMBER, ground.member(club, "Nguyễn Văn An").pid)
    with pytest.raises(RuleBroken):
        service.schedule_meeting(coordinator, club.pid, **typed(-3))
    service.schedule_meeting(coordinator, club.pid, **typed(-3, back_entry=True))
    assert told(work) == []


def test_at_a_new_time_members_are_told_and_asked_anew(work: Session) -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    an = ground.user("an", ground.Role.MEMBER, ground.member(club, "Nguyễn Văn An").pid)
    meeting = ground.meeting(club, 3)
    service.answer_invitation(an, meeting.pid, comes=True, apology="")
    service.edit_meeting(coordinator, meeting.pid, version=1, **typed(4))
    invitation = service.get_invitation(an, meeting.pid)
    assert invitation.comes is None
    assert told(work) == ["meeting_changed"]


def test_a_new_agenda_alone_tells_nobody(work: Session) -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    ground.user("an", ground.Role.MEMBER, ground.member(club, "Nguyễn Văn An").pid)
    meeting = ground.meeting(club, 3)
    same = typed(3, ends=time(21, 30), place=meeting.place, agenda="Thêm một việc")
    service.edit_meeting(coordinator, meeting.pid, version=1, **same)
    assert told(work) == []


def test_a_meeting_called_off_is_told_without_the_reason(work: Session) -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    an = ground.user("an", ground.Role.MEMBER, ground.member(club, "Nguyễn Văn An").pid)
    meeting = ground.meeting(club, 3)
    service.cancel_meeting(coordinator, meeting.pid, reason="Mưa bão", version=1)
    assert told(work) == ["meeting_cancelled"]
    assert service.next_meeting(an) is None


def test_a_meeting_with_a_roll_is_neither_called_off_nor_moved_to_another_day() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    person, meeting = ground.member(club, "Nguyễn Văn An"), ground.meeting(club, -7)
    ground.marked(meeting, person, "present")
    with pytest.raises(RuleBroken):
        service.cancel_meeting(coordinator, meeting.pid, reason="Mưa bão", version=1)
    other_day = typed(-6, back_entry=True)
    with pytest.raises(RuleBroken):
        service.edit_meeting(coordinator, meeting.pid, version=1, **other_day)


def test_of_two_who_write_the_minutes_the_second_is_given_both() -> None:
    club = ground.club()
    one, two = ground.coordinator(club, "one"), ground.coordinator(club, "two")
    meeting = ground.meeting(club, -1)
    service.write_minutes(one, meeting.pid, minutes="Bản của người thứ nhất", version=1)
    with pytest.raises(Conflict) as stale:
        service.write_minutes(two, meeting.pid, minutes="Bản của người thứ hai", version=1)
    theirs = {"minutes": "Bản của người thứ nhất", "chair": "", "secretary": "", "version": 2}
    assert stale.value.theirs == theirs


def test_a_stale_change_of_hours_names_them_as_the_form_does() -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    meeting = ground.meeting(club, 3)
    service.edit_meeting(coordinator, meeting.pid, version=1, **typed(4))
    with pytest.raises(Conflict) as stale:
        service.edit_meeting(coordinator, meeting.pid, version=1, **typed(5))
    assert stale.value.theirs["day"] == TODAY + timedelta(days=4)
    assert stale.value.theirs["starts"] == time(19, 30)


def test_a_member_answers_until_the_meeting_begins() -> None:
    club = ground.club()
    an = ground.user("an", ground.Role.MEMBER, ground.member(club, "Nguyễn Văn An").pid)
    with pytest.raises(RuleBroken):
        service.answer_invitation(an, ground.meeting(club, -1).pid, comes=True, apology="")


def test_nobody_is_asked_to_a_meeting_of_a_club_they_are_not_in() -> None:
    own, other = ground.club(), ground.club("Câu lạc bộ Tân Phong")
    an = ground.user("an", ground.Role.MEMBER, ground.member(own, "Nguyễn Văn An").pid)
    meeting = ground.meeting(other, 3)
    with pytest.raises(NotFound):
        service.answer_invitation(an, meeting.pid, comes=True, apology="")
    assert service.next_meeting(an) is None


def test_another_clubs_meeting_does_not_exist() -> None:
    coordinator = ground.coordinator(ground.club())
    other = ground.meeting(ground.club("Câu lạc bộ Tân Phong"), 3)
    with pytest.raises(NotFound):
        service.get_meeting(coordinator, other.pid)
    with pytest.raises(NotFound):
        service.cancel_meeting(coordinator, other.pid, reason="x", version=1)
