"""What a person hears of how a class ended, and what a certificate proves."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Actor, Role
from portal.errors import NotFound
from portal.journeys import service
from portal.journeys.models import Step
from portal.messages.models import Notice, OutboxRow
from portal.messages.service import queue
from portal.people.models import Client, ClientSkill
from portal.training import service as training
from portal.training.models import CourseSkill, Learner, Provider
from tests.clubs import ground
from tests.training import world

TAUGHT = ("han-tig", "an-toan-lao-dong")


@pytest.fixture
def an(work: Session) -> Client:
    return ground.client("Nguyễn Văn An", phone="0912 345 678")


@pytest.fixture
def actor(an: Client) -> Actor:
    return ground.user("an", Role.MEMBER, an.pid)


@pytest.fixture
def school(work: Session) -> Provider:
    return world.provider()


@pytest.fixture
def step(school: Provider, actor: Actor, work: Session) -> Step:
    """A seat in a class that has begun."""
    course = world.course(school)
    work.add_all(CourseSkill(course_id=course.id, skill=skill) for skill in TAUGHT)
    held = world.begun(course)
    return service.enrol_in_class(actor, held.pid)


def _work_off(work: Session) -> list[str]:
    """What the worker hears; the messages it sends, in their order."""
    for row in work.scalars(select(OutboxRow).where(OutboxRow.kind == "class_result")):
        service.hear_class_result(row.payload)
        work.delete(row)
    return list(work.scalars(select(Notice.template).order_by(Notice.id)))


def _certified(school: Provider, step: Step) -> str:
    at_school = world.acting_for(school)
    training.mark(at_school, step.copy_pid or "", standing="completed")
    given = training.give_certificate(
        at_school, step.copy_pid or "", certificate_number="1", certified_on=clock.today()
    )
    return given.pid


def _skills(work: Session, an: Client) -> dict[str, bool]:
    rows = select(ClientSkill.skill, ClientSkill.proven).where(ClientSkill.client_id == an.id)
    return dict(work.execute(rows).all())


def test_the_member_hears_of_a_completion_and_of_its_undoing(
    school: Provider, step: Step, work: Session
) -> None:
    at_school = world.acting_for(school)
    training.mark(at_school, step.copy_pid or "", standing="completed")
    training.undo_completion(at_school, step.copy_pid or "", reason="Nhầm")
    training.mark(at_school, step.copy_pid or "", standing="dropped", dropped_why="health")
    assert _work_off(work) == ["class_completed", "class_undone", "class_dropped"]


def test_a_certificate_proves_what_the_course_teaches_until_it_is_revoked(
    school: Provider, step: Step, an: Client, work: Session
) -> None:
    work.add(ClientSkill(client_id=an.id, skill=TAUGHT[0], proven=False))
    paper = _certified(school, step)
    assert _work_off(work)[-1] == "certificate_given"
    assert _skills(work, an) == dict.fromkeys(TAUGHT, True)
    training.revoke(world.acting_for(school), paper, reason="Sai tên")
    assert _work_off(work)[-1] == "certificate_revoked"
    assert _skills(work, an) == dict.fromkeys(TAUGHT, False)


def test_a_providers_own_learner_is_nobody_here(school: Provider, work: Session) -> None:
    own = training.enrol(world.begun(world.course(school)).pid, name="Bình", phone="")
    training.mark(world.acting_for(school), own.pid, standing="completed")
    queue("class_result", {"learner": own.pid, "what": "certified"})
    assert _work_off(work) == []


def test_a_person_sees_their_own_days_only(
    school: Provider, step: Step, actor: Actor, work: Session
) -> None:
    learner = work.scalars(select(Learner).where(Learner.pid == step.copy_pid)).one()
    held = training.read_learner(world.acting_for(school), learner.pid)[1]
    yesterday = clock.today() - timedelta(days=1)
    training.mark_day(world.acting_for(school), held.pid, yesterday, {learner.pid: "excused"})
    assert service.own_lessons(actor, step.pid).days == [(yesterday, "excused")]
    other = ground.user("binh", Role.MEMBER, ground.client("Trần Bình").pid)
    with pytest.raises(NotFound):
        service.own_lessons(other, step.pid)
