"""How it ends for learners, one by one and all at once, and what is heard of it inside."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.audit import AuditRow
from portal.errors import NotFound, RuleBroken
from portal.messages.models import OutboxRow
from portal.training import service
from portal.training.models import Learner, Provider, TrainingClass
from tests.databases import on_sqlite
from tests.training import world

pytestmark = on_sqlite


@pytest.fixture
def school(work: Session) -> Provider:
    """An approved provider."""
    return world.provider()


@pytest.fixture
def held(school: Provider) -> TrainingClass:
    """Its class, which has begun."""
    return world.begun(world.course(school))


def _learner(held: TrainingClass, name: str = "An") -> Learner:
    return service.enrol(held.pid, name=name, phone="")


def _heard(work: Session) -> list[tuple[str, str]]:
    rows = work.scalars(select(OutboxRow.payload).where(OutboxRow.kind == "class_result"))
    return [(row["learner"], row["what"]) for row in rows]


def test_who_drops_out_has_a_reason_of_the_list_and_words_that_are_sealed(
    school: Provider, held: TrainingClass, work: Session
) -> None:
    actor, learner = world.acting_for(school), _learner(held)
    for why in ("", "caught"):
        with pytest.raises(RuleBroken) as refusal:
            service.mark(actor, learner.pid, standing="dropped", dropped_why=why)
        assert refusal.value.field == "dropped_why"
    service.mark(
        actor, learner.pid, standing="dropped", dropped_why="family", dropped_words="Con ốm"
    )
    assert (learner.standing, learner.dropped_why) == ("dropped", "family")
    assert learner.dropped_words == "Con ốm"
    assert "ốm".encode() not in (learner.dropped_words_sealed or b"")
    assert _heard(work) == [(learner.pid, "dropped")]


def test_nobody_completes_or_drops_out_before_the_class_begins(school: Provider) -> None:
    learner = _learner(world.held(world.course(school)))
    actor = world.acting_for(school)
    for standing in ("completed", "dropped"):
        with pytest.raises(RuleBroken, match="chưa khai giảng"):
            service.mark(actor, learner.pid, standing=standing, dropped_why="other")
    assert service.mark(actor, learner.pid, standing="withdrawn").standing == "withdrawn"


def test_at_the_end_all_are_marked_but_those_who_are_left_open(
    school: Provider, held: TrainingClass, work: Session
) -> None:
    actor = world.acting_for(school)
    done, left, open_one = (_learner(held, name) for name in ("An", "Bình", "Cúc"))
    stranger = _learner(world.begun(world.course(world.provider("Khác"))), "Dung")
    assert [row.entry.name for row in service.undecided(actor, held.pid)] == ["An", "Bình", "Cúc"]
    results = {
        done.pid: "completed",
        left.pid: "too_far",
        open_one.pid: "",
        stranger.pid: "completed",
    }
    assert service.end_class(actor, held.pid, results) == 2
    assert [one.standing for one in (done, left, open_one, stranger)] == [
        "completed", "dropped", "enrolled", "enrolled",
    ]  # fmt: skip
    assert left.dropped_why == "too_far"
    assert [row.entry.name for row in service.undecided(actor, held.pid)] == ["Cúc"]
    assert {what for _pid, what in _heard(work)} == {"completed", "dropped"}


def test_a_wrong_completion_is_undone_on_its_day_for_a_reason(
    school: Provider, held: TrainingClass, work: Session
) -> None:
    actor, learner = world.acting_for(school), _learner(held)
    service.mark(actor, learner.pid, standing="completed")
    taken = held.taken
    service.undo_completion(actor, learner.pid, reason="Nhầm người")
    assert (learner.standing, learner.ended_on, held.taken) == ("enrolled", None, taken)
    assert work.scalars(select(AuditRow.reason).where(AuditRow.action == "undo_completion")).all()
    assert _heard(work)[-1] == (learner.pid, "undone")


def test_it_is_not_undone_later_nor_once_a_certificate_was_given(
    school: Provider, held: TrainingClass
) -> None:
    actor = world.acting_for(school)
    later, given = _learner(held, "An"), _learner(held, "Bình")
    for learner in (later, given):
        service.mark(actor, learner.pid, standing="completed")
    later.ended_on = clock.today() - timedelta(days=1)
    paper = service.give_certificate(
        actor, given.pid, certificate_number="1", certified_on=clock.today()
    )
    service.revoke(actor, paper.pid, reason="Sai tên")
    for learner in (later, given):
        assert not service.can_undo(learner)
        with pytest.raises(RuleBroken):
            service.undo_completion(actor, learner.pid, reason="Nhầm")
    with pytest.raises(NotFound):
        service.undo_completion(world.acting_for(world.provider("Khác")), given.pid, reason="Nhầm")
