"""The summary in small: what is distinct, what is a balance, and where things stand."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from portal import changes, clock, reference
from portal.clubs.models import Membership
from portal.db import session
from portal.people.models import Note
from portal.places import service as places
from portal.targets import summary
from portal.targets.models import SummaryCell, SummaryPart, SummaryState
from portal.targets.summary import Counted
from tests.targets.province import case, client, club, join, meeting, need, save

TRANG_DAI = "25993"  # on both maps; Biên Hòa, district 731
XUAN_BINH, XUAN_AN = "26077", "26080"  # Long Khánh, district 732; both in 26080 since July 2025
TAN_MAI = "26026"  # Biên Hòa; ended on 31 December 2024, no known successor
PROVINCE = "75"

pytestmark = pytest.mark.usefixtures("country")


def figure(measure: str, level: str, place: str, period: str) -> Counted | None:
    """One figure of the summary, made anew."""
    summary.rebuild()
    return summary.figures([measure], level, [place], [period]).get((measure, place, period))


def consult(person: int, *days: date) -> None:
    """Consultations on these days."""
    for day in days:
        written = {"author_pid": "-", "written_at": clock.now()}
        save(Note(client_id=person, kind="consultation", held_on=day, **written))


def test_a_person_consulted_every_month_is_one_person_in_the_year() -> None:
    one, other = client(TRANG_DAI), client(XUAN_AN)
    consult(one.id, *(date(2026, month, 5) for month in range(1, 11)))
    consult(other.id, date(2026, 3, 6), date(2026, 3, 6))
    assert figure("people_consulted", "province", PROVINCE, "2026") == (2, 0)
    assert figure("consultations", "province", PROVINCE, "2026") == (12, 0)
    assert figure("people_consulted", "commune", TRANG_DAI, "2026-Q1") == (1, 0)
    assert figure("consultations", "commune", XUAN_AN, "2026-03") == (2, 0)
    first, last = date(2026, 2, 15), date(2026, 4, 14)  # cut on the 15th
    assert summary.between("people_consulted", [TRANG_DAI, XUAN_AN], first, last) == (2, 0)
    assert summary.between("consultations", [TRANG_DAI], first, last) == (2, 0)


def test_under_aftercare_is_as_at_the_last_day() -> None:
    person = client(TRANG_DAI)
    case(person, date(2024, 3, 1), date(2024, 4, 1))  # to 28 February 2025
    case(person, date(2025, 1, 5), date(2025, 2, 1), managed_to=date(2025, 6, 30))
    for period, expected in {
        "2024-Q1": 0,
        "2024": 1,
        "2025-Q1": 1,  # two files side by side are one person
        "2025-05": 1,
        "2025-H1": 1,
        "2025": 0,
    }.items():
        found = figure("under_aftercare", "commune", TRANG_DAI, period)
        assert (found or Counted()).numerator == expected, period
    as_at = {date(2025, 6, 30): 1, date(2025, 7, 1): 0}
    for day, expected in as_at.items():
        assert summary.between("under_aftercare", [TRANG_DAI], day, day) == (expected, 0)


def test_a_balance_of_a_period_that_runs_is_that_of_the_end_of_this_month() -> None:
    case(client(TRANG_DAI), date(2025, 12, 10), date(2025, 12, 11))  # to 9 December 2026
    assert figure("under_aftercare", "country", summary.COUNTRY, "2026") == (1, 0)


def test_a_club_founded_before_a_merger_counts_in_the_merged_commune() -> None:
    old = club(XUAN_BINH, date(2024, 9, 1))
    there = client(XUAN_AN)
    join(old, there, date(2024, 9, 1))
    for day in (date(2024, 10, 5), date(2025, 10, 5)):
        meeting(old, day, [(there, "present")])
    assert figure("clubs_founded", "commune", XUAN_AN, "2024") == (1, 0)
    assert figure("clubs_founded", "commune", XUAN_BINH, "2024") is None
    assert figure("clubs_founded", "district", "732", "2024") == (1, 0)
    assert figure("attendance", "commune", XUAN_AN, "2024") == (1, 1)
    assert figure("attendance", "district", "732", "2024-10") == (1, 1)
    assert figure("attendance", "district", "732", "2025") is None  # it had ended
    assert figure("attendance", "province", PROVINCE, "2025") == (1, 1)


def test_without_a_known_successor_it_counts_in_no_commune_of_today() -> None:
    club(TAN_MAI, date(2024, 9, 1))
    assert figure("clubs_founded", "province", PROVINCE, "2024") is None
    assert figure("clubs_founded", "country", summary.COUNTRY, "2024") == (1, 0)
    assert figure("clubs_founded", "district", "731", "2024") == (1, 0)  # that is known


def test_a_successor_that_is_entered_is_followed_at_once() -> None:
    summary.rebuild()
    club(TAN_MAI, date(2024, 9, 1))
    changes.note("demo", "-")
    summary.follow()
    ended = date(2024, 12, 31)
    places.enter_successor(TAN_MAI, "26041", ended_on=ended, decision="1/NQ")
    summary.follow()
    found = summary.figures(["clubs_founded"], "province", [PROVINCE], ["2024"])
    assert found == {("clubs_founded", PROVINCE, "2024"): (1, 0)}


def test_attendance_leaves_out_the_excused_and_meetings_called_off() -> None:
    of = club(TRANG_DAI, date(2026, 1, 1))
    people = [client(TRANG_DAI) for _ in range(4)]
    for person in people[:3]:
        join(of, person, date(2026, 1, 1))
    marks = ["late", "absent", "absent_excused", "present"]  # the last is no member
    meeting(of, date(2026, 3, 1), zip(people, marks, strict=True), minutes=" ")
    meeting(of, date(2026, 3, 8), [(people[2], "absent_excused")])
    meeting(of, date(2026, 3, 15), minutes="")  # neither roll nor minutes: not held
    off = meeting(of, date(2026, 3, 22), [(people[0], "present")])
    off.cancelled_at = clock.now()
    assert figure("attendance", "commune", TRANG_DAI, "2026-03") == (1, 4)
    assert figure("meetings", "commune", TRANG_DAI, "2026-03") == (1, 2)


def test_who_moves_takes_their_figures_along() -> None:
    person = client(TRANG_DAI)
    need(person, "work", date(2026, 3, 1))
    assert figure("needs_recorded", "commune", TRANG_DAI, "2026") == (1, 0)
    person.commune_code = XUAN_AN
    changes.note("client", person.pid)
    summary.follow()
    found = summary.figures(["needs_recorded"], "commune", [TRANG_DAI, XUAN_AN], ["2026"])
    assert {key.place_code: counted for key, counted in found.items()} == {
        TRANG_DAI: (0, 0),
        XUAN_AN: (1, 0),
    }


def test_the_summary_is_made_anew_on_another_map(today: Callable[[date], None]) -> None:
    today(date(2025, 6, 30))
    of = club(XUAN_BINH, date(2024, 9, 1))
    assert figure("clubs_founded", "commune", XUAN_BINH, "2024") == (1, 0)
    today(date(2025, 7, 1))
    changes.note("club", of.pid)
    summary.follow()
    found = summary.figures(["clubs_founded"], "commune", [XUAN_BINH, XUAN_AN], ["2024"])
    assert found == {("clubs_founded", XUAN_AN, "2024"): (1, 0)}


def test_an_upgraded_database_is_filled_once(country: Session) -> None:
    club(TRANG_DAI, date(2024, 9, 1))
    for table in (SummaryState, SummaryCell, SummaryPart):
        country.execute(delete(table))
    reference.load()
    kept = select(SummaryPart.day).where(SummaryPart.measure == "clubs_founded")
    assert country.scalars(kept).all() == [date(2024, 9, 1)]
    club(TRANG_DAI, date(2024, 10, 1))
    reference.load()
    assert country.scalars(kept).all() == [date(2024, 9, 1)]


def test_the_end_of_a_membership_changes_the_meetings_after_it() -> None:
    of = club(TRANG_DAI, date(2026, 1, 1))
    stays, leaves = client(TRANG_DAI), client(TRANG_DAI)
    for person in (stays, leaves):
        join(of, person, date(2026, 1, 1))
    for month in (3, 4):
        meeting(of, date(2026, month, 1), [(stays, "present")])
    assert figure("attendance", "commune", TRANG_DAI, "2026") == (2, 4)
    left = session().scalars(select(Membership).where(Membership.client_id == leaves.id)).one()
    left.left_on = date(2026, 3, 31)
    changes.note("membership", left.pid)
    summary.follow()
    found = summary.figures(["attendance"], "commune", [TRANG_DAI], ["2026", "2026-04"])
    assert sorted(found.values()) == [(1, 1), (2, 3)]
