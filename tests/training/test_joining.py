"""Anyone enrols by themselves, as a member's copy would stand there."""

from datetime import timedelta

import pytest
from flask import Flask

from portal import clock
from portal.access import Role
from portal.installation import Installation
from portal.training import service
from portal.training.models import TrainingClass
from tests.databases import on_sqlite
from tests.pages import Visitor
from tests.training import world

pytestmark = on_sqlite

TYPED = {"name": "Lê Thị Thử", "phone": "0251 3822 777", "agree": True}


@pytest.fixture
def held(installation: Installation) -> TrainingClass:
    """A class of one seat whose provider can sign in."""
    with installation.transaction(writes=True):
        school = world.provider()
        world.user("school", Role.PROVIDER, school.pid)
        return world.held(world.course(school), seats=1)


def test_the_first_takes_the_seat_and_the_next_waits(held: TrainingClass, visitor: Visitor) -> None:
    form = f"/courses/classes/{held.pid}/enrol"
    assert "anh/chị có chỗ" in visitor.get(form).submit("Ghi danh", **TYPED)
    assert "danh sách chờ. Có chỗ" in visitor.get(form).submit("Ghi danh", **TYPED)


def test_the_roster_does_not_tell_who_came_how(
    held: TrainingClass, app: Flask, installation: Installation, visitor: Visitor
) -> None:
    visitor.get(f"/courses/classes/{held.pid}/enrol").submit("Ghi danh", **TYPED)
    with installation.transaction(writes=True):
        service.enrol(held.pid, name="Trần Văn Mẫu", phone="")
    school = Visitor(app)
    school.sign_in("school")
    roster = school.get(f"/own/classes/{held.pid}")
    assert "Lê Thị Thử" in roster
    assert "Trần Văn Mẫu" in roster


def test_nothing_typed_is_lost_and_nobody_joins_without_agreeing(
    held: TrainingClass, visitor: Visitor
) -> None:
    form = f"/courses/classes/{held.pid}/enrol"
    page = visitor.get(form).submit("Ghi danh", 422, name=TYPED["name"], phone="123", agree=True)
    assert "Lê Thị Thử" in page.text
    page = visitor.get(form).submit("Ghi danh", 422, name=TYPED["name"], phone=TYPED["phone"])
    assert "Mời đánh dấu đồng ý" in page


def test_one_address_does_not_fill_a_class(held: TrainingClass, visitor: Visitor) -> None:
    form = f"/courses/classes/{held.pid}/enrol"
    for _ in range(5):
        visitor.get(form).submit("Ghi danh", **TYPED)
    visitor.get(form).submit("Ghi danh", 429, **TYPED)


def test_a_class_that_takes_nobody_now_is_not_offered(
    held: TrainingClass, installation: Installation, visitor: Visitor
) -> None:
    course = f"/courses/{_course_of(installation, held)}"
    assert "Ghi danh lớp này" in visitor.get(course)
    with installation.transaction(writes=True) as session:
        later = session.get_one(TrainingClass, held.id)
        later.enrol_from = clock.today() + timedelta(days=1)
    assert "Ghi danh lớp này" not in visitor.get(course)
    visitor.get(f"/courses/classes/{held.pid}/enrol").submit("Ghi danh", 422, **TYPED)


def _course_of(installation: Installation, held: TrainingClass) -> str:
    with installation.transaction(writes=False):
        return service.get_open_class(held.pid).course.pid
