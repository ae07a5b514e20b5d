"""A club goes to another commune: from that day it is there, and before it stays where it was.

Reckoned by hand: founded on 1 September 2024 in Trảng Dài (25993, then of Biên Hòa, 731), moved on
1 October 2026 to 26080 (once of Long Khánh, 732); it is 21 November 2026. Plan 257 is on the map
of 25 July 2024.
"""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.clubs import service as clubs
from portal.clubs.indexing import club_entries
from portal.clubs.models import Club, ClubSeat, Meeting
from portal.clubs.service import moving
from portal.errors import Conflict, NotFound, RuleBroken
from portal.installation import Installation
from portal.targets import summary
from portal.targets.areas import Area, area_as_written, area_today
from portal.targets.indicators.asking import Asked, Tally
from portal.targets.indicators.clubs import (
    attendance,
    clubs_founded,
    clubs_operating,
    districts_with_club,
)
from portal.targets.periods import parse_period
from portal.targets.records import Records
from portal.targets.reports.ground import Ground
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.pages import Visitor

HERE, THERE = ground.COMMUNE, "26080"
BIEN_HOA, LONG_KHANH = "731", "732"
FOUNDED_ON, MOVED_ON, WRITTEN_ON = date(2024, 9, 1), date(2026, 10, 1), date(2024, 7, 25)
EVE = date(2026, 9, 30)
PROVINCE = Actor("o", (Held(Role.OFFICER, "75"),))
SOMEWHERE_ELSE = "26041"


def _at(commune: str) -> Actor:
    return Actor("c", (Held(Role.OFFICER, commune), Held(Role.CASE_OFFICER, commune)))


@pytest.fixture
def club(work: Session) -> Club:
    """In the transaction `work`; it stood for Biên Hòa when it was founded."""
    made = ground.club()
    made.founded_on, made.old_district_code = FOUNDED_ON, BIEN_HOA
    return made


def _move(club: Club, actor: Actor = PROVINCE, **told: Any) -> ClubSeat:
    facts: dict[str, Any] = {
        "commune_code": THERE,
        "from_on": MOVED_ON,
        "decision": "12/QĐ-UBND",
        "decided_on": date(2026, 9, 20),
        "version": club.version,
    }
    return moving.change_seat(actor, club.pid, **{**facts, **told})


def _asked(area: Area, day: date, first: date = FOUNDED_ON) -> Asked:
    return Asked(area, first, day, "commune")


def _communes(area: Area, day: date) -> set[str]:
    return set(clubs_operating(Records(), area, day).communes)


def test_its_people_see_it_where_it_is_now(club: Club) -> None:
    assert clubs.list_open_clubs("Trảng Dài")
    _move(club)
    assert clubs.commune_of(club) == THERE
    assert clubs.get_club(_at(THERE), club.pid) is club
    with pytest.raises(NotFound):
        clubs.get_club(_at(HERE), club.pid)
    coordinator = ground.coordinator(club)
    assert clubs.get_own_club(coordinator, club.pid) is club
    (shown,) = clubs.list_open_clubs()
    assert shown.commune_code == THERE
    (entry,) = club_entries([club.pid])
    assert entry.facets["commune"] == (THERE,)


def test_today_s_map_has_it_here_before_and_there_after(club: Club) -> None:
    _move(club)
    area = area_today("75", WRITTEN_ON, TODAY)
    assert _communes(area, EVE) == {HERE}
    assert _communes(area, MOVED_ON) == {THERE}
    assert _communes(area, TODAY) == {THERE}
    founded = clubs_founded(Records(), _asked(area, TODAY))
    assert founded.done == {HERE}  # a move founds nothing
    assert [code for _, code in Ground("75", parse_period("2026-Q3")).clubs()] == [HERE]
    assert [code for _, code in Ground("75", parse_period("2026-Q4")).clubs()] == [THERE]


def _districts(day: date) -> Tally | None:
    area = area_as_written("75", WRITTEN_ON)
    return districts_with_club(Records(), Asked(area, FOUNDED_ON, day, "district"))


def test_on_the_map_as_written_it_counts_where_it_stood_on_it(club: Club) -> None:
    _move(club)
    for day in (EVE, TODAY):
        tally = _districts(day)
        assert tally
        assert (tally.done, len(tally.whole)) == ({BIEN_HOA}, 11)
    assert _communes(area_as_written("75", WRITTEN_ON), TODAY) == {HERE}


@pytest.mark.parametrize("moved_on", [date(2024, 11, 1), date(2025, 2, 1)])
def test_a_move_on_that_map_counts_on_it(club: Club, moved_on: date) -> None:
    seat = ClubSeat(club_id=club.id, from_on=moved_on, commune_code=THERE, decision="1/QĐ")
    ground.add(seat)
    before, after = _districts(FOUNDED_ON), _districts(date(2025, 12, 31))
    assert before
    assert after
    assert (before.done, after.done) == ({BIEN_HOA}, {LONG_KHANH})


def _met(club: Club, on: date) -> Meeting:
    an = ground.member(club, f"Người {on}", FOUNDED_ON)
    meeting = ground.meeting(club, (on - TODAY).days)
    ground.marked(meeting, an, "present")
    return meeting


def test_evenings_stay_where_they_were_held(club: Club) -> None:
    before, after = _met(club, date(2026, 9, 20)), _met(club, date(2026, 10, 20))
    _move(club)
    asked = _asked(area_today(HERE, TODAY, TODAY), TODAY, date(2026, 9, 1))
    assert {meeting for meeting, _ in attendance(Records(), asked).done} == {before.id}
    asked = _asked(area_today(THERE, TODAY, TODAY), TODAY, date(2026, 9, 1))
    assert {meeting for meeting, _ in attendance(Records(), asked).done} == {after.id}
    summary.rebuild()
    held = summary.figures(["meetings"], "commune", [HERE, THERE], ["2026-09", "2026-10"])
    assert {key[1:] for key, counted in held.items() if counted[1]} == {
        (HERE, "2026-09"),
        (THERE, "2026-10"),
    }


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"commune_code": "01-xx"}, "commune_code"),
        ({"commune_code": HERE}, "commune_code"),
        ({"from_on": date(2026, 11, 22)}, "from_on"),
        ({"from_on": FOUNDED_ON}, "from_on"),
        ({"decided_on": date(2026, 11, 22)}, "decided_on"),
    ],
)
def test_what_is_refused(club: Club, told: dict[str, Any], field: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        _move(club, **told)
    assert refused.value.field == field


def test_moves_follow_each_other_and_a_stale_page_is_refused(club: Club) -> None:
    _move(club)
    with pytest.raises(RuleBroken):
        _move(club, commune_code=SOMEWHERE_ELSE)  # of the same day
    with pytest.raises(Conflict):
        _move(club, commune_code=SOMEWHERE_ELSE, from_on=TODAY, version=1)
    _move(club, commune_code=SOMEWHERE_ELSE, from_on=TODAY)
    names = [name for _seat, name in moving.seats_of(club)]
    assert len(names) == 2
    assert moving.founding_commune(club) == "Phường Trảng Dài"
    area = area_today("75", WRITTEN_ON, TODAY)
    assert [_communes(area, day) for day in (EVE, MOVED_ON, TODAY)] == [
        {HERE},
        {THERE},
        {SOMEWHERE_ELSE},
    ]


def test_only_who_governs_both_communes_moves_it(club: Club) -> None:
    for actor in (_at(THERE), ground.coordinator(club)):
        with pytest.raises(NotFound):
            _move(club, actor)
    with pytest.raises(RuleBroken):
        _move(club, _at(HERE))


def test_a_club_without_a_day_of_founding_has_nowhere_to_move_from(club: Club) -> None:
    club.founded_on = None
    with pytest.raises(RuleBroken):
        _move(club)


@on_sqlite
def test_an_officer_moves_a_club(visitor: Visitor, installation: Installation) -> None:
    with installation.transaction(writes=True):
        club = ground.club()
        ground.user("officer", Role.OFFICER, "75")
    visitor.sign_in("officer")
    form = visitor.get(f"/clubs/{club.pid}/book").follow("Chuyển sang xã, phường khác")
    facts = {"commune_code": THERE, "from_on": "2026-10-01", "decision": "12/QĐ-UBND"}
    form.submit("Lưu", status=422, **{**facts, "decision": ""})
    form.submit("Lưu", status=422, **{**facts, "from_on": "1/2/3"})
    form.submit("Lưu", status=422, **{**facts, "commune_code": "Không có xã này"})
    page = form.submit("Lưu", **facts)
    assert "Lúc thành lập: Phường Trảng Dài." in page
    assert "12/QĐ-UBND" in page
    assert clock.today() == TODAY
