"""A seat that falls free is offered to the first who waits, and to the next when that ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.errors import NotFound, RuleBroken
from portal.messages.models import OutboxRow
from portal.training import service
from portal.training.models import Learner, Standing, TrainingClass
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.training import world

pytestmark = on_sqlite
A_DAY = timedelta(days=1)


@pytest.fixture
def held(work: Session) -> TrainingClass:
    """A class of one seat, which An has; Bình, Cúc and Dung wait."""
    made = world.held(world.course(world.provider()), seats=1)
    for name in ("An", "Bình", "Cúc", "Dung"):
        service.enrol(made.pid, name=name, phone="")
    return made


@contextmanager
def _at(day: date, hour: time) -> Iterator[None]:
    """The clock of Viet Nam stands there, and nothing holds the day."""
    clock.fix(None)
    with time_machine.travel(clock.instant(datetime.combine(day, hour)), tick=False):
        yield
    clock.fix(TODAY)


def _roster(held: TrainingClass, work: Session) -> list[Learner]:
    query = select(Learner).where(Learner.class_id == held.id).order_by(Learner.id)
    return list(work.scalars(query))


def _standings(held: TrainingClass, work: Session) -> list[str]:
    return [learner.standing for learner in _roster(held, work)]


def _told(work: Session) -> list[tuple[str, str]]:
    rows = work.execute(select(OutboxRow.kind, OutboxRow.payload).order_by(OutboxRow.id))
    return [(kind, payload["learner"]) for kind, payload in rows if "learner" in payload]


def _free(held: TrainingClass, work: Session) -> Learner:
    """An leaves; who is offered the seat."""
    an, binh, *_rest = _roster(held, work)
    service.withdraw(an.pid)
    return binh


def test_an_offer_lasts_as_many_days_as_the_class_says(held: TrainingClass, work: Session) -> None:
    held.offer_days = 5
    binh = _free(held, work)
    assert (binh.standing, binh.offer_ends_on) == (Standing.OFFERED, TODAY + 5 * A_DAY)
    assert _told(work) == [("seat_found", binh.pid)]
    assert held.taken == 1


def test_who_accepts_is_enrolled(held: TrainingClass, work: Session) -> None:
    service.accept(_free(held, work).pid)
    assert _standings(held, work) == ["withdrawn", "enrolled", "waiting", "waiting"]
    assert held.taken == 1


def test_who_declines_gives_a_reason_and_the_next_is_asked(
    held: TrainingClass, work: Session
) -> None:
    binh = _free(held, work)
    with pytest.raises(RuleBroken):
        service.decline(binh.pid, reason="because")
    service.decline(binh.pid, reason="hours")
    assert (binh.standing, binh.declined_for, binh.name) == ("declined", "hours", "")
    assert _standings(held, work) == ["withdrawn", "declined", "offered", "waiting"]


def test_who_was_not_offered_a_seat_cannot_take_one(held: TrainingClass, work: Session) -> None:
    _an, waiting, *_rest = _roster(held, work)
    for answer in (service.accept, lambda pid: service.decline(pid, reason="hours")):
        with pytest.raises(RuleBroken, match="tình trạng khác"):
            answer(waiting.pid)
        with pytest.raises(NotFound):
            answer("0000000000000000000000")


@pytest.mark.parametrize(
    ("day", "hour", "open_"),
    [(3, time(0, 1), True), (3, time(23, 59, 59), True), (4, time(0), False)],
)
def test_an_offer_stands_to_midnight_in_viet_nam(
    held: TrainingClass, work: Session, day: int, hour: time, *, open_: bool
) -> None:
    binh = _free(held, work)
    with _at(TODAY + day * A_DAY, hour):
        if open_:
            assert service.accept(binh.pid).standing == Standing.ENROLLED
        else:
            with pytest.raises(RuleBroken, match="hết hạn"):
                service.accept(binh.pid)


def test_silence_frees_the_seat_for_the_next_and_each_is_told(
    held: TrainingClass, work: Session
) -> None:
    binh = _free(held, work)
    cuc = _roster(held, work)[2]
    with _at(TODAY + 4 * A_DAY, time(3)):
        service.turn_of_day()
        service.turn_of_day()
    assert _standings(held, work) == ["withdrawn", "lapsed", "offered", "waiting"]
    assert cuc.offer_ends_on == TODAY + 7 * A_DAY
    assert (binh.name, binh.ended_on) == ("", TODAY + 4 * A_DAY)
    assert _told(work)[1:] == [("seat_lost", binh.pid), ("seat_found", cuc.pid)]
    assert held.taken == 1


def test_no_offer_reaches_into_the_class(held: TrainingClass, work: Session) -> None:
    held.starts_on, held.enrol_by = TODAY + 2 * A_DAY, TODAY
    assert _free(held, work).offer_ends_on == TODAY + A_DAY


def test_once_the_class_begins_nobody_is_asked_and_who_waits_is_told(
    held: TrainingClass, work: Session
) -> None:
    held.starts_on, held.enrol_by = TODAY + 2 * A_DAY, TODAY + 2 * A_DAY
    _free(held, work)
    with _at(TODAY + 2 * A_DAY, time(0)):
        service.turn_of_day()
        assert _standings(held, work) == ["withdrawn", "lapsed", "unseated", "unseated"]
        assert {kind for kind, _pid in _told(work)[1:]} == {"seat_lost"}
        late = service.enrol(held.pid, name="Em", phone="")
        assert late.standing == Standing.ENROLLED
        with pytest.raises(RuleBroken, match="hết chỗ"):
            service.enrol(held.pid, name="Phong", phone="")


def test_a_cancelled_class_offers_nothing(held: TrainingClass, work: Session) -> None:
    held.cancelled_at = clock.now()
    _free(held, work)
    assert _standings(held, work) == ["withdrawn", "waiting", "waiting", "waiting"]


def test_nobody_enrols_before_the_first_day(held: TrainingClass, work: Session) -> None:
    held.enrol_from = TODAY + A_DAY
    with _at(TODAY, time(23, 59)), pytest.raises(RuleBroken, match="22/11/2026"):
        service.enrol(held.pid, name="Em", phone="")
    with _at(TODAY + A_DAY, time(0)):
        assert service.enrol(held.pid, name="Em", phone="").standing == Standing.WAITING


def test_the_provider_answers_for_who_has_called(held: TrainingClass, work: Session) -> None:
    actor = world.acting_for(world.provider_of(held))
    binh = _free(held, work)
    roster = service.read_roster(actor, held.pid)
    assert [entry.name for entry in roster.offered] == ["Bình"]
    service.answer_offer(actor, binh.pid, takes=False, reason="far")
    cuc = _roster(held, work)[2]
    service.answer_offer(actor, cuc.pid, takes=True)
    assert _standings(held, work) == ["withdrawn", "declined", "enrolled", "waiting"]
    with pytest.raises(NotFound):
        service.answer_offer(world.acting_for(world.provider("Khác")), cuc.pid, takes=True)


def test_who_leaves_while_offered_frees_the_seat(held: TrainingClass, work: Session) -> None:
    service.withdraw(_free(held, work).pid)
    assert _standings(held, work) == ["withdrawn", "withdrawn", "offered", "waiting"]


def test_the_roster_in_the_order_of_waiting(held: TrainingClass, work: Session) -> None:
    binh = _free(held, work)
    held.seats = 2
    work.flush()
    service.offer_seats(held.id)
    offered = [learner.pid for learner in _roster(held, work) if learner.standing == "offered"]
    assert offered[0] == binh.pid
    assert len(offered) == 2
