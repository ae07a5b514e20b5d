"""What learners think: one answer a slip, let out five at a time, and no learner told apart."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from portal.access import Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.installation import Installation
from portal.training import service
from portal.training.models import Course, Feedback, FeedbackSlip, Learner, Provider, TrainingClass
from tests.databases import on_sqlite
from tests.pages import Visitor
from tests.training import world

pytestmark = on_sqlite
HERE = "192.0.2.7"
GOOD = {"overall": 4, "teaching": 3, "practice": 2, "hours": 1}


@pytest.fixture
def school(work: Session) -> Provider:
    """An approved provider."""
    return world.provider()


@pytest.fixture
def held(school: Provider) -> TrainingClass:
    """Its class, which has begun."""
    return world.begun(world.course(school), seats=20)


def _slips(school: Provider, held: TrainingClass, number: int) -> list[str]:
    actor = world.acting_for(school)
    for serial in range(number):
        learner = service.enrol(held.pid, name=f"Người {serial}", phone="")
        service.mark(actor, learner.pid, standing="completed")
    service.make_slips(actor, held.pid)
    return service.slips_of(actor, held.pid)


def _answer(code: str, words: str = "", address: str = HERE) -> None:
    service.answer(code, address, marks=GOOD, words=words)


def test_there_are_as_many_slips_as_learners_who_ended(
    school: Provider, held: TrainingClass
) -> None:
    with pytest.raises(RuleBroken):
        service.make_slips(world.acting_for(school), held.pid)
    codes = _slips(school, held, 3)
    assert len(set(codes)) == 3
    more = _slips(school, held, 2)
    assert more[:3] == codes
    assert len(more) == 5


def test_a_slip_is_used_once(school: Provider, held: TrainingClass) -> None:
    (code,) = _slips(school, held, 1)
    _answer(code.lower())
    for wrong in (code, "0000-0000-0000-0000"):
        with pytest.raises(RuleBroken) as refusal:
            _answer(wrong)
        assert refusal.value.field == "code"


def test_answers_are_let_out_in_whole_fives_without_order(
    school: Provider, held: TrainingClass
) -> None:
    course = session().get_one(Course, held.course_id)
    for number, code in enumerate(_slips(school, held, 11)):
        _answer(code, words=f"lời {'ghiklmnopqr'[10 - number]}")
        shown = service.opinions_of(course, with_words=True)
        assert shown.number == (number + 1) // 5 * 5
        assert len(shown.words) == shown.number
        assert shown.words == sorted(shown.words)
    assert shown.marks["overall"] == {4: 10}
    assert service.opinions_of(course).words == []


def test_nothing_ties_an_answer_to_a_learner_a_slip_or_a_day(work: Session) -> None:
    assert {key.column.table.name for key in Feedback.__table__.foreign_keys} == {"courses"}
    assert {key.column.table.name for key in FeedbackSlip.__table__.foreign_keys} == {"classes"}
    assert "slip" not in {column.name for column in Learner.__table__.columns}


def test_slips_are_the_providers_own(held: TrainingClass) -> None:
    other = world.acting_for(world.provider("Khác"))
    for verb in (service.make_slips, service.slips_of):
        with pytest.raises(NotFound):
            verb(other, held.pid)


def test_a_learner_answers_without_signing_in(
    installation: Installation, app: Flask, visitor: Visitor
) -> None:
    with installation.transaction(writes=True):
        school = world.provider()
        taught = world.course(school)
        held = world.begun(taught, seats=20)
        world.user("school", Role.PROVIDER, school.pid)
        world.user("officer", Role.OFFICER, "75")
        _slips(school, held, 5)
    course = f"/courses/{taught.pid}"
    provider = Visitor(app)
    provider.sign_in("school")
    page = provider.get(f"/own/classes/{held.pid}").follow("Phiếu góp ý")
    codes = [b.text for b in page.all("b") if b.text and len(b.text) == 19]
    typed = {name: str(mark) for name, mark in GOOD.items()}
    visitor.get("/feedback").submit("Gửi góp ý", 422, code=codes[0])
    for serial, code in enumerate(codes):
        assert "Chưa đủ 5 ý kiến" in visitor.get(course)
        opinions = provider.get(f"/own/courses/{taught.pid}/opinions")
        assert "<script>" not in opinions.text
        assert "lời " not in opinions
        sent = visitor.get("/feedback").submit(
            "Gửi góp ý", code=code, words=f"lời {serial}", **typed
        )
        assert "Cảm ơn" in sent
    visitor.get("/feedback").submit("Gửi góp ý", 422, code=codes[0], **typed)
    page = visitor.get(course)
    assert "5 ý kiến" in page
    assert "lời 1" not in page
    assert "lời 1" in provider.get(f"/own/courses/{taught.pid}/opinions")
    officer = Visitor(app)
    officer.sign_in("officer")
    page = officer.get("/providers").follow("Trung tâm Tân Phong")
    assert "5 ý kiến" in page
    assert "lời 1" not in page
