"""Needs that a club raises: taken up with their date and origin, or answered; silence is late."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from portal import clock
from portal.errors import NotFound, RuleBroken
from portal.journeys.models import RaisedNeed
from portal.journeys.service import needs_of, raising
from portal.journeys.service.files import caseload_today, open_file
from portal.people.models import Consent
from tests.conftest import TODAY
from tests.people import commune
from tests.people.commune import Commune, actor


@pytest.fixture
def settled(work: Session) -> Commune:
    """The commune in the transaction `work`."""
    return commune.settle(work)


def _raise(work: Session, settled: Commune, kind: str = "work") -> RaisedNeed:
    told = {"kind": kind, "origin": "sheet", "remark": "Muốn đi làm ngay."}
    return raising.raise_need(actor(work, "coordinator"), settled.an, **told)


def test_taken_up_it_is_a_need_of_the_day_it_was_raised(work: Session, settled: Commune) -> None:
    officer = actor(work, "case_officer")
    raised = _raise(work, settled)
    clock.fix(TODAY + timedelta(3))
    need = raising.take_up(officer, raised.pid, answer="Mai tôi gọi.")
    assert (need.kind, need.recorded_on, need.remark) == ("work", TODAY, "Muốn đi làm ngay.")
    assert (raised.state, raised.answered_on) == ("taken", TODAY + timedelta(3))
    file = open_file(officer, settled.an)
    assert file.raised[need.id].origin == "sheet"
    known = raising.needs_of_member(actor(work, "coordinator"), settled.an)
    assert known.needs == needs_of(officer, file.client)
    assert [one.answer for one in known.raised] == ["Mai tôi gọi."]
    with pytest.raises(NotFound):
        raising.take_up(officer, raised.pid)


def test_turned_back_it_needs_words_which_both_read(work: Session, settled: Commune) -> None:
    officer = actor(work, "case_officer")
    raised = _raise(work, settled)
    with pytest.raises(RuleBroken) as refused:
        raising.turn_back(officer, raised.pid, answer="")
    assert refused.value.field == "answer"
    raising.turn_back(officer, raised.pid, answer="Đã hướng dẫn ra phường.")
    assert raised.state == "turned_back"
    (own,) = raising.own_raised(actor(work, "member"))
    assert own.answer == "Đã hướng dẫn ra phường."
    assert caseload_today(officer)["needs"] == []


def test_what_waits_is_not_raised_twice(work: Session, settled: Commune) -> None:
    raised = _raise(work, settled)
    with pytest.raises(RuleBroken):
        _raise(work, settled)
    _raise(work, settled, "loan")
    raising.turn_back(actor(work, "case_officer"), raised.pid, answer="–")
    _raise(work, settled)


def test_after_a_week_silence_is_late(work: Session, settled: Commune) -> None:
    raised = _raise(work, settled)
    clock.fix(TODAY + timedelta(6))
    assert raised.state == "waiting"
    clock.fix(TODAY + timedelta(7))
    (waiting,) = caseload_today(actor(work, "case_officer"))["raised"]
    assert waiting.row.state == "late"


@pytest.mark.parametrize("login", ["neighbour", "officer", "admin", "member", "coordinator"])
def test_nobody_else_answers(work: Session, settled: Commune, login: str) -> None:
    raised = _raise(work, settled)
    with pytest.raises(NotFound):
        raising.take_up(actor(work, login), raised.pid)


@pytest.mark.parametrize("login", ["case_officer", "officer", "member"])
def test_only_the_club_raises(work: Session, settled: Commune, login: str) -> None:
    with pytest.raises(NotFound):
        raising.raise_need(actor(work, login), settled.an, kind="work", origin="talk")


def test_only_while_the_club_may_know_of_needs(work: Session, settled: Commune) -> None:
    work.query(Consent).filter(Consent.purpose == "club").one().fields = "name phone"
    work.flush()
    with pytest.raises(NotFound):
        _raise(work, settled)
    with pytest.raises(NotFound):
        raising.needs_of_member(actor(work, "coordinator"), settled.an)
