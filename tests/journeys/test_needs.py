"""Needs: recorded on a day, met on a day, by the commune's case officer alone."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from portal.errors import Conflict, NotFound, RuleBroken
from portal.journeys.service import meet_need, needs_of, record_need
from portal.journeys.service.files import caseload_today
from portal.people.service import get_client, open_case_file
from tests.people import commune
from tests.people.commune import Commune, actor

DAY = date(2026, 11, 1)


@pytest.fixture
def settled(work: Session) -> Commune:
    """The commune in the transaction `work`."""
    return commune.settle(work)


def test_a_need_is_met_on_a_day_not_before_it_was_recorded(work: Session, settled: Commune) -> None:
    officer = actor(work, "case_officer")
    need = record_need(officer, settled.an, kind="work", recorded_on=DAY, remark="Muốn học hàn.")
    assert need.remark == "Muốn học hàn."
    for day in (date(2026, 10, 31), date(2026, 11, 22)):
        with pytest.raises(RuleBroken):
            meet_need(officer, need.pid, met_on=day, how="Đã nhận việc.")
    meet_need(officer, need.pid, met_on=DAY, how="Đã nhận việc.")
    assert (need.met_on, need.how) == (DAY, "Đã nhận việc.")


def test_the_same_need_is_not_recorded_twice_a_day_nor_tomorrow(
    work: Session, settled: Commune
) -> None:
    officer = actor(work, "case_officer")
    record_need(officer, settled.an, kind="work", recorded_on=DAY)
    with pytest.raises(Conflict):
        record_need(officer, settled.an, kind="work", recorded_on=DAY)
    for day in (date(2026, 11, 22), date(1900, 11, 1)):
        with pytest.raises(RuleBroken):
            record_need(officer, settled.an, kind="loan", recorded_on=day)


@pytest.mark.parametrize("login", ["neighbour", "coordinator", "member", "officer", "admin"])
def test_nobody_else_records_or_meets_a_need(work: Session, settled: Commune, login: str) -> None:
    need = record_need(actor(work, "case_officer"), settled.an, kind="work", recorded_on=DAY)
    with pytest.raises(NotFound):
        record_need(actor(work, login), settled.an, kind="loan", recorded_on=DAY)
    with pytest.raises(NotFound):
        meet_need(actor(work, login), need.pid, met_on=DAY, how="–")


def test_the_club_and_the_member_see_the_needs(work: Session, settled: Commune) -> None:
    officer = actor(work, "case_officer")
    record_need(officer, settled.an, kind="work", recorded_on=DAY)
    an = get_client(officer, settled.an)
    for login, n in {"coordinator": 1, "member": 1, "neighbour": 0, "officer": 0}.items():
        assert len(needs_of(actor(work, login), an)) == n


def test_the_start_page_has_the_oldest_need_first_and_what_ends_soon(
    work: Session, settled: Commune
) -> None:
    officer = actor(work, "case_officer")
    record_need(officer, settled.an, kind="work", recorded_on=DAY)
    record_need(officer, settled.binh, kind="loan", recorded_on=date(2026, 10, 1))
    open_case_file(officer, settled.an, kind="voluntary", completed_on=date(2025, 12, 10))
    open_case_file(officer, settled.binh, kind="voluntary", completed_on=date(2026, 6, 10))
    today = caseload_today(officer)
    assert [need.kind for need in today["needs"]] == ["loan", "work"]
    assert [file.pid for file in today["ending"]] == [settled.an]
