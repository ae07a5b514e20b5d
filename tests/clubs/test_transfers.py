"""A member goes from one club to another: agreed first, then answered; no day counts twice."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Held, Role
from portal.clubs import service as clubs
from portal.clubs.models import Club, Membership, Transfer, TransferState
from portal.clubs.service import leaving, receiving, standing, transfers
from portal.clubs.service.transfers import ANSWERED_WITHIN, MOVES
from portal.errors import NotFound, RuleBroken
from portal.journeys.service.files import caseload_today
from portal.people.models import Client
from portal.people.service import consented
from portal.targets.records import Records
from tests.clubs import ground
from tests.conftest import TODAY

DAY = timedelta(1)
ELSEWHERE = "26080"
CASE_OFFICER = Actor("c", (Held(Role.CASE_OFFICER, ground.COMMUNE),))


@dataclass
class Two:
    """Two clubs with a coordinator each, and a member of the first."""

    old: Club
    new: Club
    leaves: Actor
    takes: Actor
    an: Client
    me: Actor


@pytest.fixture
def two(work: Session) -> Two:
    """In the transaction `work`; the new club lies in another commune."""
    old = ground.club()
    new = ground.club("Câu lạc bộ Xuân Lộc", commune=ELSEWHERE)
    an = ground.member(old, "Nguyễn Văn An")
    me = ground.user("an", Role.MEMBER, an.pid)
    return Two(old, new, ground.coordinator(old), ground.coordinator(new, "other"), an, me)


def _asked(two: Two, **told: Any) -> Transfer:
    return transfers.ask_transfer(two.leaves, two.an.pid, to_pid=two.new.pid, **told)


def _agreed(two: Two) -> Transfer:
    transfer = _asked(two)
    transfers.step_own_transfer(two.me, agrees="yes")
    return transfer


def test_the_other_club_learns_the_name_only_once_the_member_agreed(two: Two) -> None:
    transfer = _asked(two)
    assert receiving.received(two.takes) == []
    with pytest.raises(NotFound):
        receiving.get_received(two.takes, transfer.pid)
    transfers.step_own_transfer(two.me, agrees="yes")
    (found,) = receiving.received(two.takes)
    assert found.client.name == "Nguyễn Văn An"
    with pytest.raises(NotFound):  # the name alone: no page of the person opens yet
        clubs.get_member(two.takes, two.an.pid)
    assert not consented(two.an.pid, f"club/{two.new.pid}", "name")
    with pytest.raises(NotFound):  # nor does who asked answer for them
        receiving.accept_transfer(two.leaves, transfer.pid)


def test_on_a_yes_the_one_ends_today_and_the_other_begins_tomorrow(two: Two, work: Session) -> None:
    ground.marked(ground.meeting(two.old, -7), two.an, "present")
    receiving.accept_transfer(two.takes, _agreed(two).pid, answer="Hẹn tối thứ Bảy.")
    stays = select(Membership.club_id, Membership.joined_on, Membership.left_on)
    assert work.execute(stays.order_by(Membership.id)).all() == [
        (two.old.id, ground.LONG_AGO, TODAY),
        (two.new.id, TODAY + DAY, None),
    ]
    with pytest.raises(NotFound):  # at once, not tomorrow
        clubs.get_member(two.leaves, two.an.pid)
    clock.fix(TODAY + DAY)
    assert [one.name for one in clubs.list_members(two.takes)] == ["Nguyễn Văn An"]
    assert clubs.get_member(two.takes, two.an.pid).client is two.an
    assert clubs.list_members(two.leaves) == []
    assert [stay.name for stay in clubs.own_stays(two.me)] == [
        "Câu lạc bộ Xuân Lộc Xanh",
        "Câu lạc bộ Trảng Dài Xanh",
    ]
    assert len(clubs.own_history(two.me)) == 1
    held = Records().held(TODAY - timedelta(30), TODAY)
    assert [(club, len(meetings)) for club, meetings in held.items()] == [(two.old.id, 1)]


def test_a_no_needs_words_which_the_member_reads(two: Two) -> None:
    transfer = _agreed(two)
    with pytest.raises(RuleBroken) as refused:
        receiving.decline_transfer(two.takes, transfer.pid, answer="")
    assert refused.value.field == "answer"
    receiving.decline_transfer(two.takes, transfer.pid, answer="Đã đủ người.")
    mine = transfers.own_transfer(two.me)
    assert mine
    assert (mine.state, mine.answer) == ("declined", "Đã đủ người.")
    with pytest.raises(NotFound):
        receiving.get_received(two.takes, transfer.pid)
    assert clubs.get_member(two.leaves, two.an.pid)
    _agreed(two)  # another time


def test_by_paper_or_by_oneself(two: Two) -> None:
    with pytest.raises(RuleBroken) as refused:
        _asked(two, signed_on=TODAY + DAY)
    assert refused.value.field == "signed_on"
    transfer = _asked(two, signed_on=TODAY)
    assert (transfer.state, transfer.agreed_how) == ("agreed", "signed paper")
    transfers.step_own_transfer(two.me, agrees="no")
    pids = {"from_pid": two.old.pid, "to_pid": two.new.pid}
    with pytest.raises(RuleBroken) as refused:
        transfers.ask_own_transfer(two.me, **pids, agrees=False)
    assert refused.value.field == "agrees"
    own = transfers.ask_own_transfer(two.me, **pids, agrees=True)
    assert receiving.accept_transfer(two.takes, own.pid).state == "accepted"


def test_who_is_not_answered_in_thirty_days_is_not_asked_about_any_more(two: Two) -> None:
    transfer = _asked(two)
    clock.fix(TODAY + ANSWERED_WITHIN)  # the last day
    transfers.lapse_unanswered()
    transfers.step_own_transfer(two.me, agrees="yes")  # and thirty days for the other club
    last = TODAY + 2 * ANSWERED_WITHIN
    clock.fix(last)
    transfers.lapse_unanswered()
    assert receiving.received(two.takes)
    clock.fix(last + DAY)
    assert receiving.received(two.takes) == []  # even where the day's care has not run
    with pytest.raises(RuleBroken):
        transfers.step_own_transfer(two.me, agrees="no")
    transfers.lapse_unanswered()
    assert (transfer.state, transfer.settled_on) == ("lapsed", last + DAY)
    assert not consented(two.an.pid, f"club/{two.new.pid}", "transfer")
    _asked(two)


@pytest.mark.parametrize("state", list(TransferState))
def test_only_the_moves_of_the_table(two: Two, work: Session, state: TransferState) -> None:
    transfer = _asked(two)
    for to in TransferState:
        transfer.state = state
        transfer.lapses_on = TODAY - DAY if to == TransferState.LAPSED else TODAY
        work.flush()
        if to in MOVES.get(state, ()):
            transfers.move(transfer, to)
        else:
            with pytest.raises(RuleBroken):
                transfers.move(transfer, to)


def test_one_at_a_time_and_only_to_a_club_that_operates(two: Two) -> None:
    for pid in (two.old.pid, "0" * 22):
        with pytest.raises(RuleBroken):
            transfers.ask_transfer(two.leaves, two.an.pid, to_pid=pid)
    _asked(two)
    with pytest.raises(RuleBroken):
        _asked(two)
    transfers.step_own_transfer(two.me, agrees="yes")
    two.new.status = "paused"
    assert receiving.received(two.takes) == []


def test_who_left_meanwhile_does_not_come(two: Two) -> None:
    transfer = _agreed(two)
    leaving.leave_club(two.me, two.old.pid, sure=True)
    with pytest.raises(NotFound):
        receiving.accept_transfer(two.takes, transfer.pid)


def test_who_was_taken_may_leave_before_the_first_day(two: Two) -> None:
    receiving.accept_transfer(two.takes, _agreed(two).pid)
    leaving.leave_club(two.me, two.new.pid, sure=True)
    assert clubs.own_stays(two.me)[0].left_on == TODAY + DAY


def test_a_dissolved_club_neither_sends_nor_takes(two: Two) -> None:
    transfer = _agreed(two)
    officer = Actor("o", (Held(Role.OFFICER, "75"),))
    standing.move_club(officer, two.new.pid, status="dissolved", status_on=TODAY, version=1)
    assert transfer.state == "withdrawn"


def test_the_case_officer_is_told_to_look_where_they_live(two: Two) -> None:
    assert caseload_today(CASE_OFFICER)["residences"] == []
    transfer = receiving.accept_transfer(two.takes, _agreed(two).pid)
    assert caseload_today(CASE_OFFICER)["residences"] == [transfer]
    there = Actor("e", (Held(Role.CASE_OFFICER, ELSEWHERE),))
    with pytest.raises(NotFound):
        receiving.see_residence(there, transfer.pid)
    receiving.see_residence(CASE_OFFICER, transfer.pid)
    assert caseload_today(CASE_OFFICER)["residences"] == []
