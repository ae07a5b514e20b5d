"""Aid for a course: what the rule gives to whom, said with its limits, and never promised."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy.orm import Session

from portal.installation import Installation
from portal.training import service
from portal.training.models import Course, CourseAid
from portal.training.service.aid import AMOUNTS, Circumstances
from tests.conftest import TODAY
from tests.databases import on_sqlite
from tests.pages import Visitor
from tests.training import world

pytestmark = on_sqlite
NEAR = Circumstances(group="near_poor", days=40, km=14)


@pytest.fixture
def course(work: Session) -> Course:
    service.load_aid()
    return world.course(world.provider(), fee=5_000_000)


@pytest.mark.parametrize(
    ("group", "fee"),
    [
        ("disabled", 5_000_000),
        ("poor_minority", 4_000_000),
        ("priority", 3_000_000),
        ("near_poor", 2_500_000),
        ("other", 2_000_000),
    ],
)
def test_the_fee_up_to_the_limit_of_the_group(course: Course, group: str, fee: int) -> None:
    assert service.estimate_aid(course, replace(NEAR, group=group)).fee == fee


@pytest.mark.parametrize(
    ("said", "travel"),
    [
        ({"km": 14}, 0),
        ({"km": 15}, 200_000),
        ({"km": 5, "group": "disabled"}, 300_000),
        ({"km": 4, "group": "disabled"}, 0),
        ({"km": 5, "hard_area": True}, 300_000),
    ],
)
def test_travel_from_a_distance_on(course: Course, said: dict[str, Any], travel: int) -> None:
    assert service.estimate_aid(course, replace(NEAR, **said)).travel == travel


def test_meals_for_each_day_and_all_together(course: Course) -> None:
    found = service.estimate_aid(course, replace(NEAR, km=15))
    assert (found.meals, found.total) == (1_200_000, 2_500_000 + 1_200_000 + 200_000)


def test_once_a_person_and_for_short_courses_only(course: Course) -> None:
    assert service.estimate_aid(course, replace(NEAR, used=True)).total == 0
    course.level = "other"
    assert service.estimate_aid(course, NEAR).none_for == "level"


def test_the_latest_amount_in_force_counts(course: Course, work: Session) -> None:
    old = {"meal_a_day": 30_000, "travel": 200_000, "travel_from_km": 15, "source": "mới"}
    work.add(CourseAid(aid_group="near_poor", from_on=TODAY, fee=4_500_000, **old))
    work.flush()
    assert service.estimate_aid(course, NEAR).fee == 4_500_000
    assert set(AMOUNTS) == {"disabled", "poor_minority", "priority", "near_poor", "other"}


@pytest.fixture
def address(installation: Installation) -> str:
    with installation.transaction(writes=True):
        service.load_aid()
        return f"/courses/{world.course(world.provider(), fee=1_500_000).pid}"


def test_anyone_may_reckon_and_reads_who_decides(visitor: Visitor, address: str) -> None:
    page = visitor.get(address).follow("Ước tính hỗ trợ học nghề")
    assert "không phải lời hứa" in page
    page = visitor.get(f"{address}/aid?group=priority&days=40&km=20&used=no")
    assert "Có thể được khoảng 2.900.000 đồng" in page
    assert "quyết định" in page


@pytest.mark.parametrize(
    "asked",
    ["group=rich&days=40&km=20&used=no", "group=other&days=-1&km=2&used=no", "days=x", "group="],
)
def test_what_is_typed_wrong_is_said(visitor: Visitor, address: str, asked: str) -> None:
    page = visitor.get(f"{address}/aid?{asked}", 422)
    assert "Mời anh/chị xem lại" in page
    assert "Có thể được" not in page
