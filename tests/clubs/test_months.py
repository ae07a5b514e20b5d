"""A club's month: its calendar, its report sent once and counted, and what the open page says."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Role
from portal.clubs.service.directory import get_open_club
from portal.clubs.service.months import (
    calendar_of,
    lately_present,
    month_in,
    report_of,
    send_report,
)
from portal.errors import NotFound, RuleBroken
from portal.installation import Installation
from portal.targets.records import Records
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.pages import Visitor

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "0001-01", "9999-12", "x", "2026-11-01"])
def test_a_month_that_is_none_is_this_one(text: str) -> None:
    assert month_in(text, TODAY) == NOVEMBER


def test_each_day_of_a_month_stands_once_with_its_meetings(work: Session) -> None:
    club = ground.club()
    late = ground.meeting(club, 9)  # the last day of November
    other = ground.meeting(ground.club("Khác"), 9)
    _club, weeks = calendar_of(ground.coordinator(club), club.pid, NOVEMBER)
    days = [cell for week in weeks for cell in week if cell.inside]
    assert [cell.day.day for cell in days] == list(range(1, 31))
    assert all(len(week) == 7 for week in weeks)
    assert days[-1].meetings == [late]
    assert other not in [meeting for cell in days for meeting in cell.meetings]


def test_a_report_counts_what_the_records_say(work: Session) -> None:
    club = ground.club()
    an, binh = ground.member(club, "An"), ground.member(club, "Bình", date(2026, 10, 3))
    ground.join(club, ground.client("Chi"), ground.LONG_AGO, date(2026, 10, 20))
    held = ground.meeting(club, -40)  # 12 October
    held.minutes = "Đã bàn."
    ground.marked(held, an, "present")
    ground.marked(held, binh, "absent")
    ground.meeting(club, -45).cancelled_at = clock.now()
    _club, report = report_of(ground.coordinator(club), club.pid, OCTOBER)
    assert (report.members, report.joined, report.left) == (2, 1, 1)
    assert (report.meetings, report.with_minutes) == (1, 1)
    assert report.attendance == pytest.approx(33.3, abs=0.1)


def test_a_report_is_sent_once_when_its_month_is_over_and_the_indicators_know(
    work: Session,
) -> None:
    club = ground.club()
    coordinator = ground.coordinator(club)
    with pytest.raises(RuleBroken):
        send_report(coordinator, club.pid, NOVEMBER)
    send_report(coordinator, club.pid, OCTOBER)
    assert Records().reports == {(club.id, "2026-10"): TODAY}
    with pytest.raises(RuleBroken):
        send_report(coordinator, club.pid, OCTOBER)
    with pytest.raises(NotFound):
        send_report(ground.coordinator(ground.club("Khác"), "other"), club.pid, OCTOBER)


def test_a_chart_has_the_meetings_with_a_roll_the_latest_first(work: Session) -> None:
    club = ground.club()
    an = ground.member(club, "An")
    for days, mark in ((-14, "present"), (-7, "absent")):
        ground.marked(ground.meeting(club, days), an, mark)
    ground.meeting(club, -3)
    found = lately_present(club)
    assert [(TODAY - meeting.day).days for meeting, _ in found] == [7, 14]
    assert [share for _, share in found] == [0, 100]


def test_nobody_outside_learns_place_and_time_unless_the_board_lets_them(work: Session) -> None:
    club = ground.club()
    club.meeting_note = "Tối thứ Bảy"
    work.flush()
    ground.meeting(club, 5).cancelled_at = clock.now()
    coming = ground.meeting(club, 6)
    shown = get_open_club(club.pid)
    assert (shown.note, shown.coming) == ("", None)
    club.shows_meetings = True
    shown = get_open_club(club.pid)
    assert (shown.note, shown.coming) == ("Tối thứ Bảy", coming)


@on_sqlite
def test_a_coordinator_reads_the_month_and_sends_the_report(
    visitor: Visitor, installation: Installation
) -> None:
    with installation.transaction(writes=True):
        club = ground.club()
        an = ground.member(club, "Nguyễn Văn An")
        ground.marked(ground.meeting(club, -7), an, "present")
        ground.meeting(club, 5)
        ground.coordinator(club)
        ground.user("officer", Role.OFFICER, "75")
    visitor.sign_in("coordinator")
    page = visitor.get("/meetings").follow("Lịch tháng")
    assert "2 ngày có buổi sinh hoạt" in page
    assert "Tháng này chưa có buổi nào." in page.follow("Tháng sau").follow("Tháng sau")
    page = visitor.get(f"/clubs/{club.pid}/overview")
    assert "Nguyễn Văn An" in page.follow("Ai đến, ai vắng")
    form = page.follow("Báo cáo tháng")
    assert "Đã gửi ngày 21/11/2026." in form.submit("Gửi báo cáo")
    assert "Tháng này chưa hết." in visitor.get(f"/clubs/{club.pid}/report?month=2026-11")
    assert "Nhà văn hóa" not in visitor.get(f"/clubs/{club.pid}")
    page = visitor.get(f"/clubs/{club.pid}/edit")
    page.submit("Lưu", shows_meetings="y", meeting_note="Tối thứ Bảy")
    assert "Nhà văn hóa" in visitor.get(f"/clubs/{club.pid}")


def test_a_month_later_the_figures_of_the_month_stand(work: Session) -> None:
    club = ground.club()
    ground.member(club, "An", date(2026, 11, 5))
    clock.fix(TODAY + timedelta(30))
    coordinator = ground.coordinator(club)
    assert report_of(coordinator, club.pid, OCTOBER)[1].members == 0
    assert report_of(coordinator, club.pid, NOVEMBER)[1].joined == 1
