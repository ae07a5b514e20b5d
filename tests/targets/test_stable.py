"""When a club is stable and effective."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import delete, update

from portal.clubs.models import BoardMember, Club, ClubReport, Meeting
from portal.db import session
from portal.targets.rolls import Mark, called
from tests.targets.conftest import AskRow
from tests.targets.province import chair, client, club, join, meeting, member, report, stable

ON = date(2026, 11, 21)  # the three full months before are August, September, October
FOUNDED = date(2026, 8, 1)
XUAN_AN, TAN_MAI = "26080", "26026"
VAN_QUAN = "09542"  # Hà Đông, its row unchanged until July 2025


def figures(row: AskRow) -> tuple[int, int]:
    found = row("004-4", "today")
    return found["numerator"], found["denominator"]


def test_a_club_with_all_on_file_is_stable(row: AskRow) -> None:
    stable(club(XUAN_AN, FOUNDED), ON)
    assert figures(row) == (1, 1)
    assert row("004-4", "today")["state"] == "met"


def test_a_club_younger_than_three_full_months_is_not_in_the_denominator(row: AskRow) -> None:
    stable(club(XUAN_AN, date(2026, 8, 2)), ON)
    assert figures(row) == (0, 0)


def _no_decision(it: Club) -> None:
    session().execute(update(Club).values(decision=" "))


def _chair_left(it: Club) -> None:
    session().execute(update(BoardMember).values(to_on=date(2026, 11, 20)))


def _chair_not_yet(it: Club) -> None:
    session().execute(update(BoardMember).values(from_on=date(2026, 11, 22)))


def _only_a_secretary(it: Club) -> None:
    session().execute(update(BoardMember).values(post="secretary"))


def _a_month_without_minutes(it: Club) -> None:
    session().execute(update(Meeting).where(Meeting.id == _first_meeting()).values(minutes=" "))


def _a_meeting_cancelled(it: Club) -> None:
    session().execute(
        update(Meeting).where(Meeting.id == _first_meeting()).values(cancelled_at=Meeting.starts_at)
    )


def _first_meeting() -> int:
    found = session().query(Meeting).order_by(Meeting.starts_at).first()
    assert found
    return found.id


def _no_report(it: Club) -> None:
    session().execute(delete(ClubReport))


def _report_sent_later(it: Club) -> None:
    session().execute(update(ClubReport).values(sent_on=date(2026, 11, 22)))


def _report_of_another_month(it: Club) -> None:
    session().execute(update(ClubReport).values(period="2026-09"))


@pytest.mark.parametrize(
    "spoil",
    [
        _no_decision,
        _chair_left,
        _chair_not_yet,
        _only_a_secretary,
        _a_month_without_minutes,
        _a_meeting_cancelled,
        _no_report,
        _report_sent_later,
        _report_of_another_month,
    ],
)
def test_one_thing_missing_and_it_is_not_stable(row: AskRow, spoil: Callable[[Club], None]) -> None:
    it = club(XUAN_AN, FOUNDED)
    stable(it, ON)
    spoil(it)
    session().flush()
    assert figures(row) == (0, 1)


def _bare(*attendances: tuple[int, int]) -> Club:
    """All on file, and in August, September, October a meeting with (present, absent) members."""
    it = club(XUAN_AN, FOUNDED)
    chair(it, FOUNDED)
    report(it, "2026-10", ON)
    for month, (present, absent) in enumerate(attendances, start=8):
        day = date(2026, month, 10)
        marks = ["present"] * present + ["absent"] * absent
        meeting(it, day, [(member(it, day, day), mark) for mark in marks])
    return it


def test_mean_attendance_is_the_mean_of_the_meetings_not_of_the_people(row: AskRow) -> None:
    _bare((1, 0), (1, 3), (1, 3))  # 1, 1/4, 1/4: exactly one half, though only 3 of 9 came
    assert figures(row) == (1, 1)


def test_the_half_is_judged_on_exact_fractions(row: AskRow) -> None:
    _bare((1, 2), (1, 2), (8, 2))  # 22/45, though 10 of 16 came
    assert figures(row) == (0, 1)


def test_a_meeting_without_a_roll_or_with_only_excused_members_is_left_out(row: AskRow) -> None:
    it = _bare((1, 1), (0, 0), (0, 0))
    assert figures(row) == (1, 1)
    ill = member(it, date(2026, 10, 20), date(2026, 10, 20))
    meeting(it, date(2026, 10, 20), [(ill, "absent_excused")])
    assert figures(row) == (1, 1)


def test_without_any_roll_mean_attendance_is_0(row: AskRow) -> None:
    _bare((0, 0), (0, 0), (0, 0))
    assert figures(row) == (0, 1)


def test_attendance_is_present_and_late_of_members_less_the_excused() -> None:
    marks = [Mark(1, "present"), Mark(2, "present"), Mark(3, "ignored"), Mark(4, "absent")]
    assert called({1, 2, 3, 4, 5}, marks) == ({1, 2, 4, 5}, {1, 2})  # 5 has no mark: absent
    assert called({3}, marks) == (set(), set())
    assert called({1, 2}, []) == (set(), set())


def test_marks_of_people_who_were_not_members_that_day_are_ignored(row: AskRow) -> None:
    it = club(XUAN_AN, FOUNDED)
    chair(it, FOUNDED)
    report(it, "2026-10", ON)
    first, last = client(XUAN_AN), client(XUAN_AN)
    join(it, first, date(2026, 8, 10), date(2026, 10, 10))  # both days included
    join(it, last, date(2026, 10, 11))
    for month in (8, 9, 10):
        marks = [(first, "absent"), (last, "present")]
        meeting(it, date(2026, month, 10), marks)
    assert figures(row) == (0, 1)


def test_the_day_of_a_meeting_is_the_day_in_viet_nam(row: AskRow) -> None:
    it = club(XUAN_AN, FOUNDED)
    stable(it, ON)
    early = next(iter(session().query(Meeting).order_by(Meeting.starts_at.desc())))
    early.starts_at = early.starts_at.replace(year=2026, month=9, day=30, hour=18)  # 1 Oct, 01:00
    session().flush()
    assert figures(row) == (1, 1)


def test_a_lost_club_is_left_out_and_told(row: AskRow) -> None:
    stable(club(TAN_MAI, date(2024, 8, 1)), ON)
    found = row("004-4", "today")
    assert (found["numerator"], found["denominator"], found["unknown"]) == (0, 0, 1)


def test_on_the_plans_map_a_later_club_counts_where_its_old_district_is_entered(
    row: AskRow,
) -> None:
    stable(club(XUAN_AN, date(2026, 1, 1)), ON)
    assert row("004-4")["denominator"] == 0
    stable(club(XUAN_AN, date(2026, 1, 1), old_district_code="732"), ON)
    assert (row("004-4")["numerator"], row("004-4")["denominator"]) == (1, 1)


def test_wards_with_a_stable_club_are_counted_of_all_wards(row: AskRow) -> None:
    day = date(2024, 11, 21)
    stable(club(VAN_QUAN, date(2024, 8, 1)), day)
    stable(club(VAN_QUAN, date(2024, 8, 1)), day)
    stable(club("09541", date(2024, 8, 2)), day)  # too young
    found = row("001-3", on=day)
    assert (found["numerator"], found["denominator"], found["goal"]) == (1, 17, 100)


def test_a_later_club_counts_for_an_old_ward_only_where_its_row_is_unchanged(row: AskRow) -> None:
    day = date(2025, 6, 21)
    stable(club("09538", date(2025, 2, 1)), day)  # another row since January 2025
    assert row("001-3", on=day)["numerator"] == 0
    stable(club(VAN_QUAN, date(2025, 2, 1)), day)
    assert row("001-3", on=day)["numerator"] == 1
