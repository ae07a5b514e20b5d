"""A member who waited is offered a seat: told neutrally, free to say no, and forgotten then."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import chores, clock
from portal.access import Actor, Role
from portal.accounts.models import User
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.home.member import member_today
from portal.journeys import service
from portal.journeys.models import Step
from portal.messages.models import Notice, OutboxRow
from portal.people.models import Client, Consent
from portal.training import service as training
from portal.training.models import Learner, TrainingClass
from tests.clubs import ground
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.jobs import world as jobs
from tests.training import world

pytestmark = on_sqlite


@pytest.fixture
def an(work: Session) -> Client:
    return ground.client("Nguyễn Văn An", phone="+84912345678")


@pytest.fixture
def actor(an: Client) -> Actor:
    return ground.user("an", Role.MEMBER, an.pid)


@pytest.fixture
def lesson(work: Session) -> TrainingClass:
    return world.held(world.course(world.provider()), seats=1)


@pytest.fixture
def step(actor: Actor, lesson: TrainingClass) -> Step:
    """An waited for the one seat, and is offered it."""
    first = training.enrol(lesson.pid, name="Khác", phone="")
    waiting = service.enrol_in_class(actor, lesson.pid)
    training.withdraw(first.pid)
    _work_off()
    return waiting


def _work_off() -> None:
    """What the worker would do."""
    rows = session().scalars(select(OutboxRow).where(OutboxRow.done_at.is_(None)))
    for row in rows.all():
        job = chores.JOBS[row.kind]
        if row.kind.startswith("seat_") and callable(job):
            job(row.payload)
        row.done_at = clock.now()


def _told(actor: Actor) -> list[str]:
    query = select(Notice).join(User, User.id == Notice.user_id).where(User.pid == actor.user)
    return [notice.template for notice in session().scalars(query.order_by(Notice.id))]


def _consents_in_force(an: Client) -> int:
    query = select(Consent).where(Consent.client_id == an.id, Consent.withdrawn_at.is_(None))
    return len(session().scalars(query).all())


def _seat(step: Step) -> Learner:
    return session().scalars(select(Learner).where(Learner.pid == step.copy_pid)).one()


def test_a_member_reads_until_when_and_takes_the_seat(actor: Actor, step: Step) -> None:
    assert _told(actor) == ["seat_offered"]
    offer = service.get_own_seat_offer(actor, step.pid)
    assert offer.answer_by == TODAY + timedelta(days=3)
    service.accept_seat(actor, step.pid)
    assert _seat(step).standing == "enrolled"
    with pytest.raises(NotFound):
        service.get_own_seat_offer(actor, step.pid)
    assert step.ended_on is None


def test_a_member_who_says_no_gives_a_reason_and_leaves_nothing_behind(
    actor: Actor, an: Client, step: Step
) -> None:
    with pytest.raises(RuleBroken):
        service.decline_seat(actor, step.pid, reason="")
    service.decline_seat(actor, step.pid, reason="hours")
    seat = _seat(step)
    assert (seat.standing, seat.declined_for, seat.name) == ("declined", "hours", "")
    assert (step.ended_on, _consents_in_force(an)) == (TODAY, 0)


def test_silence_ends_the_step_and_the_consent_and_is_told(
    actor: Actor, an: Client, step: Step
) -> None:
    clock.fix(None)
    first_of_next = datetime.combine(TODAY + timedelta(days=4), time(0))
    with time_machine.travel(clock.instant(first_of_next), tick=False):
        training.turn_of_day()
        _work_off()
        assert (_seat(step).standing, _seat(step).name) == ("lapsed", "")
        assert step.ended_on == TODAY + timedelta(days=4)
    clock.fix(TODAY)
    assert _told(actor) == ["seat_offered", "offer_lapsed"]
    assert _consents_in_force(an) == 0


@pytest.mark.parametrize(
    ("takes", "template", "ended"),
    [(True, "seat_found", False), (False, "seat_declined", True)],
)
def test_what_the_provider_wrote_down_is_told(
    actor: Actor,
    an: Client,
    lesson: TrainingClass,
    step: Step,
    *,
    takes: bool,
    template: str,
    ended: bool,
) -> None:
    school = world.acting_for(world.provider_of(lesson))
    training.answer_offer(school, step.copy_pid or "", takes=takes, reason="busy")
    _work_off()
    assert _told(actor) == ["seat_offered", template]
    assert (step.ended_on is not None) is ended
    assert _consents_in_force(an) == (0 if ended else 1)


def test_a_provider_who_takes_somebody_off_the_roster_ends_step_and_consent(
    actor: Actor, an: Client, lesson: TrainingClass
) -> None:
    step = service.enrol_in_class(actor, lesson.pid)
    school = world.acting_for(world.provider_of(lesson))
    training.mark(school, step.copy_pid or "", standing="withdrawn")
    _work_off()
    assert _told(actor) == ["seat_withdrawn"]
    assert (step.ended_on, _consents_in_force(an)) == (TODAY, 0)


def test_who_still_waits_when_the_class_begins_is_told(
    actor: Actor, an: Client, lesson: TrainingClass
) -> None:
    training.enrol(lesson.pid, name="Khác", phone="")
    waiting = service.enrol_in_class(actor, lesson.pid)
    lesson.starts_on = lesson.enrol_by = TODAY
    session().flush()
    training.turn_of_day()
    _work_off()
    assert _told(actor) == ["class_full"]
    assert (waiting.ended_on, _consents_in_force(an)) == (TODAY, 0)


@pytest.mark.parametrize(
    "act",
    [
        service.accept_seat,
        lambda actor, pid: service.decline_seat(actor, pid, reason="busy"),
        service.get_own_seat_offer,
    ],
)
def test_nobody_else_answers(act: Callable[[Actor, str], object], step: Step) -> None:
    other = ground.user("binh", Role.MEMBER, ground.client("Bình").pid)
    with pytest.raises(NotFound):
        act(other, step.pid)


def test_a_roster_shows_a_member_as_it_shows_its_own(
    actor: Actor, lesson: TrainingClass, work: Session
) -> None:
    """Offered, each is the same row: name, phone, standing and day."""
    first = training.enrol(lesson.pid, name="Khác", phone="")
    service.enrol_in_class(actor, lesson.pid)
    school = world.acting_for(world.provider_of(lesson))
    training.add_learner(school, lesson.pid, name="Của cơ sở", phone="0912345670")
    lesson.seats = 2
    work.flush()
    training.withdraw(first.pid)
    members, own = training.read_roster(school, lesson.pid).offered
    assert (members.standing, members.offer_ends_on) == (own.standing, own.offer_ends_on)
    assert bool(members.phone) == bool(own.phone)


def test_a_seat_to_be_answered_stands_first_on_the_start_page(
    work: Session, actor: Actor, step: Step
) -> None:
    for number in range(4):
        employer = jobs.employer(f"Xưởng {number}", pledged=True)
        service.apply_to_pledged(actor, jobs.vacancy(employer).pid, tell=[])
    assert member_today(actor)["steps"][0].pid == step.pid
