"""Who drifts away: for a plain reason, with a next step, until something comes of it."""

import gc
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor
from portal.clubs.models import Answer, Club, Meeting, Membership
from portal.clubs.service import drifting, record_attendance, who_drifts
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.people.models import Client
from tests.clubs import ground
from tests.conftest import TODAY

P, A, E, L = "present", "absent", "absent_excused", "late"


@pytest.fixture
def club(work: Session) -> Club:
    """A club in the transaction `work`."""
    return ground.club()


@pytest.fixture
def coordinator(club: Club) -> Actor:
    """Its coordinator."""
    return ground.coordinator(club)


def _roll(club: Club, marks: dict[int, str], person: Client) -> list[Meeting]:
    """Marks by how many days ago the meeting was."""
    held = [ground.meeting(club, -days) for days in marks]
    for meeting, mark in zip(held, marks.values(), strict=True):
        ground.marked(meeting, person, mark)
    return held


def _an(club: Club, marks: dict[int, str], on: date = ground.LONG_AGO) -> tuple[Client, Membership]:
    person = ground.client("Nguyễn Văn An")
    membership = ground.join(club, person, on)
    _roll(club, marks, person)
    return person, membership


def _due(days: int) -> date:
    return TODAY + timedelta(days)


@pytest.mark.parametrize(
    ("marks", "reasons"),
    [
        ({21: P, 14: A, 7: A}, ("missed_two",)),
        ({21: A, 14: A, 7: E}, ()),
        ({21: A, 14: A, 7: P}, ()),
        ({14: E, 7: A}, ()),
        ({42: P, 35: P, 28: P, 21: A, 14: A, 7: P}, ("falling",)),
        ({42: P, 35: P, 28: P, 21: P, 14: P, 7: A}, ()),
        ({49: P, 42: L, 35: P, 28: A, 21: A, 14: E, 7: P}, ("falling",)),
        ({90: P, 40: A, 7: E}, ()),
        ({90: P, 55: A}, ("silent",)),
        ({90: P}, ()),
        ({58: P, 55: A}, ()),
    ],
)
def test_the_plain_reasons(
    club: Club, coordinator: Actor, marks: dict[int, str], reasons: tuple[str, ...]
) -> None:
    _an(club, marks)
    assert [one.reasons for one in who_drifts(coordinator)] == ([reasons] if reasons else [])


def test_a_meeting_without_a_roll_tells_nothing(club: Club, coordinator: Actor) -> None:
    _an(club, {14: P, 7: A})
    ground.meeting(club, -1)
    assert who_drifts(coordinator) == []


def test_whoever_joined_between_the_two_does_not_drift(club: Club, coordinator: Actor) -> None:
    _an(club, {14: A, 7: A}, on=_due(-10))
    assert who_drifts(coordinator) == []


def test_whoever_answers_is_not_silent(club: Club, coordinator: Actor) -> None:
    person, _membership = _an(club, {90: P, 55: A})
    coming = ground.meeting(club, 3)
    answer = Answer(client=person, meeting_id=coming.id, comes=False, answered_at=clock.now())
    ground.add(answer)
    assert who_drifts(coordinator) == []


def test_a_step_is_planned_and_past_its_day_comes_back_on_top(
    club: Club, coordinator: Actor
) -> None:
    _person, late = _an(club, {14: A, 7: A})
    for name in ("Bình", "Chi"):
        person = ground.member(club, name)
        for meeting in _meetings(club):
            ground.marked(meeting, person, A)
    drifting.plan_step(coordinator, late.pid, step="call", who="Chị Hạnh", due_on=_due(1))
    assert [one.name for one in who_drifts(coordinator)] == ["Bình", "Chi", "Nguyễn Văn An"]
    clock.fix(_due(2))
    first, *_others = who_drifts(coordinator)
    assert first.name == "Nguyễn Văn An"
    assert first.is_late
    assert first.drift
    assert first.drift.who == "Chị Hạnh"


def test_a_step_is_changed_when_nothing_else_holds_the_person(
    club: Club, coordinator: Actor
) -> None:
    _person, late = _an(club, {14: A, 7: A})
    drifting.plan_step(coordinator, late.pid, step="call", who="Chị Hạnh", due_on=_due(1))
    pid = late.pid
    del _person, late
    session().expunge_all()
    gc.collect()
    drifting.plan_step(coordinator, pid, step="visit", who="Anh Tư", due_on=_due(2), version=1)
    assert [one.drift.who for one in who_drifts(coordinator) if one.drift] == ["Anh Tư"]


def _meetings(club: Club) -> list[Meeting]:
    """The meetings of the club so far."""
    return list(session().query(Meeting).filter_by(club_id=club.id))


def test_coming_closes_it_and_a_corrected_roll_opens_it_again(
    club: Club, coordinator: Actor
) -> None:
    person, membership = _an(club, {14: A, 7: A})
    drifting.plan_step(coordinator, membership.pid, step="visit", who="Bà Sáu", due_on=_due(3))
    clock.fix(_due(7))
    meeting = ground.meeting(club, 7)
    ground.marked(meeting, person, P)
    assert who_drifts(coordinator) == []
    (ended,) = drifting.drifts_of(membership, club)
    assert (ended.outcome, ended.closed_on) == ("came_back", _due(7))
    record_attendance(coordinator, meeting.pid, {person.pid: A})
    (again,) = who_drifts(coordinator)
    assert again.drift is ended.drift


def test_noticed_anew_after_coming_back(club: Club, coordinator: Actor) -> None:
    person, membership = _an(club, {14: A, 7: A})
    first = drifting.plan_step(
        coordinator, membership.pid, step="call", who="Chị Hạnh", due_on=_due(3)
    )
    clock.fix(_due(30))
    for days, mark in ((7, P), (14, A), (21, A)):
        ground.marked(ground.meeting(club, days), person, mark)
    drifting.plan_step(coordinator, membership.pid, step="talk", who="Chị Hạnh", due_on=_due(33))
    assert (first.outcome, first.closed_on) == ("came_back", _due(7))
    assert len(drifting.drifts_of(membership, club)) == 2


def test_an_outcome_closes_it_until_new_reasons_come(club: Club, coordinator: Actor) -> None:
    person, membership = _an(club, {14: A, 7: A})
    with pytest.raises(RuleBroken):
        _close(coordinator, membership, version=None)
    drifting.plan_step(coordinator, membership.pid, step="call", who="Chị Hạnh", due_on=_due(3))
    with pytest.raises(Conflict):
        _close(coordinator, membership, version=7)
    for day in (_due(1), _due(-1)):
        with pytest.raises(RuleBroken):
            _close(coordinator, membership, closed_on=day)
    _close(coordinator, membership)
    assert who_drifts(coordinator) == []
    clock.fix(_due(15))
    ground.marked(ground.meeting(club, 7), person, A)
    assert who_drifts(coordinator) == []
    ground.marked(ground.meeting(club, 14), person, A)
    assert [one.reasons for one in who_drifts(coordinator)] == [("missed_two",)]


@pytest.mark.parametrize("days", [-1, 100])
def test_a_step_has_a_day_ahead(club: Club, coordinator: Actor, days: int) -> None:
    _person, membership = _an(club, {14: A, 7: A})
    with pytest.raises(RuleBroken) as refused:
        drifting.plan_step(
            coordinator, membership.pid, step="call", who="Chị Hạnh", due_on=_due(days)
        )
    assert refused.value.field == "due_on"


def test_only_ones_own_club(club: Club, coordinator: Actor) -> None:
    _person, membership = _an(club, {14: A, 7: A})
    other = ground.coordinator(ground.club("Câu lạc bộ Tân Phong"), "other")
    assert who_drifts(other) == []
    with pytest.raises(NotFound):
        drifting.plan_step(other, membership.pid, step="call", who="Ai đó", due_on=_due(1))


def _close(
    actor: Actor, membership: Membership, *, version: int | None = 1, closed_on: date = TODAY
) -> None:
    drifting.close_drift(
        actor, membership.pid, outcome="other_shift", closed_on=closed_on, version=version
    )
