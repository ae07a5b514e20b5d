"""A club counts as the state that it was in on the day."""

from datetime import date

from portal.access import Actor, Held, Role
from portal.clubs import service as clubs
from portal.clubs.models import Club, ClubState
from portal.db import session
from portal.exchange.known import Known
from portal.exchange.table import Written
from portal.exchange.tables.clubs import replace_history
from portal.targets.records import Records
from tests.targets.province import club

TRANG_DAI = "25993"
PROVINCE = Actor(user="u", posts=(Held(Role.OFFICER, "75"),))


def _counts(day: date) -> bool:
    (row,) = Records().clubs
    return row.counts_on(day)


def _move(of: Club, status: str, day: date) -> None:
    clubs.move_club(PROVINCE, of.pid, status=status, status_on=day, version=of.version)


def test_a_club_that_paused_and_opened_again_does_not_count_in_between(country: object) -> None:
    moved = club(TRANG_DAI, date(2026, 1, 1))
    _move(moved, "paused", date(2026, 5, 1))
    _move(moved, "operating", date(2026, 8, 1))
    days = [date(2026, 1, 1), date(2026, 4, 30), date(2026, 5, 1), date(2026, 7, 31)]
    assert [_counts(day) for day in days] == [True, True, False, False]
    assert _counts(date(2026, 8, 1))


def test_a_pause_that_was_imported_stands_before_the_first_move(country: object) -> None:
    moved = club(TRANG_DAI, date(2026, 1, 1), status="paused", status_on=date(2026, 5, 1))
    _move(moved, "operating", date(2026, 8, 1))
    assert [_counts(date(2026, month, 1)) for month in (4, 6, 8)] == [True, False, True]


def test_a_planned_club_counts_from_the_day_it_was_moved(country: object) -> None:
    moved = club(TRANG_DAI, date(2026, 1, 1), status="planned")
    _move(moved, "operating", date(2026, 3, 1))
    assert [_counts(date(2026, month, 1)) for month in (1, 2, 3)] == [False, False, True]


def test_of_two_moves_on_one_day_the_later_holds(country: object) -> None:
    moved = club(TRANG_DAI, date(2026, 1, 1))
    _move(moved, "paused", date(2026, 5, 1))
    _move(moved, "operating", date(2026, 5, 1))
    assert _counts(date(2026, 5, 1))


def test_an_import_that_states_another_state_replaces_the_history(country: object) -> None:
    moved = club(TRANG_DAI, date(2026, 1, 1))
    _move(moved, "paused", date(2026, 5, 1))
    _move(moved, "operating", date(2026, 8, 1))
    facts = {"id": moved.id, "status": "operating", "status_on": date(2026, 8, 1)}
    replace_history(Written([], [(facts, {**facts, "name": "CLB khác"})]), Known())
    assert not _counts(date(2026, 6, 1))
    replace_history(Written([], [(facts, {**facts, "status_on": None})]), Known())
    assert session().query(ClubState).count() == 0
    assert _counts(date(2026, 6, 1))
