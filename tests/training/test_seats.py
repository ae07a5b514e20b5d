"""Seats and standings: never more than there are, never one idle while somebody waits."""

from datetime import timedelta
from itertools import product

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.errors import NotFound, RuleBroken
from portal.messages.models import OutboxRow
from portal.training import service
from portal.training.models import MOVES, Approval, Learner, Standing, TrainingClass
from portal.training.service.seats import move
from tests.databases import on_sqlite
from tests.training import world

pytestmark = on_sqlite


@pytest.fixture
def held(work: Session) -> TrainingClass:
    """A class of two seats."""
    return world.held(world.course(world.provider()))


def _enrol(held: TrainingClass, *names: str) -> list[Learner]:
    return [service.enrol(held.pid, name=name, phone="") for name in names]


def _taken(held: TrainingClass) -> int:
    return held.taken


def test_who_comes_after_the_last_seat_waits(held: TrainingClass) -> None:
    standings = [learner.standing for learner in _enrol(held, "An", "Bình", "Cúc")]
    assert standings == [Standing.ENROLLED, Standing.ENROLLED, Standing.WAITING]
    assert _taken(held) == 2


def test_the_first_who_waits_is_offered_the_seat_of_one_who_withdraws(
    held: TrainingClass, work: Session
) -> None:
    first, _second, third, fourth = _enrol(held, "An", "Bình", "Cúc", "Dung")
    service.withdraw(first.pid)
    assert (first.standing, third.standing) == (Standing.WITHDRAWN, Standing.OFFERED)
    assert fourth.standing == Standing.WAITING
    assert _taken(held) == 2
    told = work.scalars(select(OutboxRow.payload).where(OutboxRow.kind == "seat_found")).all()
    assert told == [{"learner": third.pid}]


def test_who_withdraws_while_waiting_frees_no_seat(held: TrainingClass) -> None:
    *_seated, third, fourth = _enrol(held, "An", "Bình", "Cúc", "Dung")
    service.withdraw(third.pid)
    assert fourth.standing == Standing.WAITING
    assert _taken(held) == 2


def test_nobody_overtakes_who_waits_when_an_offer_has_lapsed(held: TrainingClass) -> None:
    """The day's care has not come yet: the seat is offered on before somebody new can take it."""
    first, _second, third, fourth = _enrol(held, "An", "Bình", "Cúc", "Dung")
    service.withdraw(first.pid)
    clock.fix(clock.today() + timedelta(days=held.offer_days + 1))
    (new,) = _enrol(held, "Em")
    assert [one.standing for one in (third, fourth, new)] == ["lapsed", "offered", "waiting"]


def test_more_seats_are_offered_to_all_who_wait(held: TrainingClass, work: Session) -> None:
    learners = _enrol(held, "An", "Bình", "Cúc", "Dung", "Em")
    held.seats = 4
    work.flush()
    service.offer_seats(held.id)
    assert [learner.standing for learner in learners[2:]] == ["offered", "offered", "waiting"]


@pytest.mark.parametrize("ending", [Standing.COMPLETED, Standing.DROPPED])
def test_who_completes_or_drops_out_keeps_the_seat(held: TrainingClass, ending: Standing) -> None:
    first, _second, third = _enrol(held, "An", "Bình", "Cúc")
    move(first, ending)
    assert third.standing == Standing.WAITING
    assert _taken(held) == 2


def test_nobody_enrols_after_the_last_day_or_once_cancelled(held: TrainingClass) -> None:
    held.enrol_by = clock.today()
    _enrol(held, "An")
    held.enrol_by = clock.today() - timedelta(days=1)
    with pytest.raises(RuleBroken, match="hết hạn"):
        _enrol(held, "Bình")
    held.enrol_by, held.cancelled_at = clock.today(), clock.now()
    with pytest.raises(RuleBroken, match="hủy"):
        _enrol(held, "Bình")


def test_nobody_enrols_with_a_provider_that_is_not_approved(work: Session) -> None:
    hidden = world.held(world.course(world.provider(approval=Approval.PENDING)))
    with pytest.raises(NotFound):
        _enrol(hidden, "An")


@pytest.mark.parametrize(("start", "end"), list(product(Standing, Standing)))
def test_no_move_outside_the_table(held: TrainingClass, start: Standing, end: Standing) -> None:
    (learner,) = _enrol(held, "An")
    learner.standing = start
    if end in MOVES[start] and end is not Standing.OFFERED:  # offers are made by the list alone
        assert move(learner, end).standing == end
    else:
        with pytest.raises(RuleBroken):
            move(learner, end)
        assert learner.standing == start


def test_name_and_phone_are_sealed(held: TrainingClass, work: Session) -> None:
    learner = service.enrol(held.pid, name="Nguyễn Văn An", phone="0901234567")
    raw = work.execute(select(Learner.name_sealed, Learner.phone_sealed)).one()
    assert (learner.name, learner.phone) == ("Nguyễn Văn An", "0901234567")
    assert b"An" not in raw[0]
    assert b"090" not in raw[1]
