"""Counselling points: opened, put right and closed by the officers of their place."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.access import Actor, Held, Role
from portal.clubs.models import CounsellingPoint
from portal.clubs.service import list_open_points, points
from portal.errors import Conflict, NotFound, RuleBroken
from portal.messages.models import OutboxRow
from tests.clubs import ground
from tests.conftest import TODAY

OFFICER = Actor("o", (Held(Role.OFFICER, "75"),))
ELSEWHERE = Actor("e", (Held(Role.OFFICER, "26080"),))
HOURS = "Thứ Hai đến thứ Sáu, 8:00–11:00\nThứ Bảy, 7h30 - 11h"


def _open(actor: Actor = OFFICER, **facts: Any) -> CounsellingPoint:
    given = {"name": "Điểm tư vấn Trảng Dài", "commune_code": ground.COMMUNE, "hours": HOURS}
    return points.add_point(actor, **{**given, "opened_on": TODAY, **facts})


def test_open_it_is_found_and_closed_it_is_not(work: Session) -> None:
    point = _open()
    assert [shown.hours for shown in list_open_points()] == [HOURS]
    assert work.scalars(select(OutboxRow.payload)).all() == [
        {"kind": "counselling_point", "pids": [point.pid]}
    ]
    points.close_point(OFFICER, point.pid, version=1, closed_on=TODAY)
    assert list_open_points()  # its last day
    (row,) = points.list_points(OFFICER)
    assert row.is_open


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("hours", "lúc nào cũng được"),
        ("hours", "Thứ Hai, 8:00–11:00\nThứ Ba"),
        ("name", "Điểm tư vấn cai nghiện"),
        ("opened_on", TODAY + timedelta(1)),
    ],
)
def test_what_is_wrong_is_refused_on_its_field(work: Session, field: str, typed: object) -> None:
    with pytest.raises(RuleBroken) as refused:
        _open(**{field: typed})
    assert refused.value.field == field


def test_a_point_of_another_place_is_not_there(work: Session) -> None:
    with pytest.raises(RuleBroken):
        _open(ELSEWHERE)
    point = _open()
    with pytest.raises(NotFound):
        points.get_point(ELSEWHERE, point.pid)
    assert points.list_points(ELSEWHERE) == []


def test_it_closes_after_it_opened_and_not_in_the_future(work: Session) -> None:
    point = _open(opened_on=TODAY - timedelta(3))
    for day in (TODAY - timedelta(4), TODAY + timedelta(1)):
        with pytest.raises(RuleBroken):
            points.close_point(OFFICER, point.pid, version=1, closed_on=day)


def test_the_second_of_two_officers_is_shown_the_first_ones_hours(work: Session) -> None:
    point = _open()
    points.edit_point(OFFICER, point.pid, version=1, name=point.name, hours="Chủ nhật, 8:00–11:00")
    with pytest.raises(Conflict) as refused:
        points.edit_point(OFFICER, point.pid, version=1, name=point.name, hours=HOURS)
    assert refused.value.theirs["hours"] == "Chủ nhật, 8:00–11:00"
