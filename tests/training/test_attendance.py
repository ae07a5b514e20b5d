"""The roll of a class by day."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Role
from portal.audit import AuditRow
from portal.errors import NotFound, RuleBroken
from portal.installation import Installation
from portal.training import service
from portal.training.models import Provider, TrainingClass
from portal.training.service.attendance import Counts
from tests.databases import on_sqlite
from tests.pages import Visitor
from tests.training import world

pytestmark = on_sqlite


@pytest.fixture
def school(work: Session) -> Provider:
    """An approved provider."""
    return world.provider()


@pytest.fixture
def held(school: Provider) -> TrainingClass:
    """Its class, which began ten days ago."""
    return world.begun(world.course(school))


def test_marks_are_counted_by_learner_and_by_day(school: Provider, held: TrainingClass) -> None:
    actor, today = world.acting_for(school), clock.today()
    an, binh = (service.enrol(held.pid, name=name, phone="").pid for name in ("An", "Bình"))
    yesterday = today - timedelta(days=1)
    service.mark_day(actor, held.pid, yesterday, {an: "present", binh: "excused"})
    service.mark_day(actor, held.pid, today, {an: "absent", binh: "present"})
    came = service.counts_of_class(held)
    assert came == {an: Counts(1, 1, 0), binh: Counts(1, 0, 1)}
    assert (came[an].share, came[binh].share, Counts(0, 0, 2).share) == (50, 100, None)
    assert service.days_of_class(held) == [(today, Counts(1, 1, 0)), (yesterday, Counts(1, 0, 1))]
    assert service.attendance_of(an) == [(today, "absent"), (yesterday, "present")]


def test_a_correction_stands_and_says_what_was(
    school: Provider, held: TrainingClass, work: Session
) -> None:
    actor, day = world.acting_for(school), clock.today()
    pid = service.enrol(held.pid, name="An", phone="").pid
    for mark in ("present", "present", "excused"):
        service.mark_day(actor, held.pid, day, {pid: mark})
    assert service.attendance_of(pid) == [(day, "excused")]
    told = work.execute(
        select(AuditRow.subject, AuditRow.reason).where(AuditRow.action == "correct_class_day")
    ).all()
    assert told == [(f"learner/{pid}", f"{day}: present -> excused")]


@pytest.mark.parametrize("days", [-11, 1, 200])
def test_no_day_before_the_start_after_the_end_or_to_come(
    school: Provider, held: TrainingClass, days: int
) -> None:
    pid = service.enrol(held.pid, name="An", phone="").pid
    day = clock.today() + timedelta(days=days)
    with pytest.raises(RuleBroken) as refusal:
        service.mark_day(world.acting_for(school), held.pid, day, {pid: "present"})
    assert refusal.value.field == "day"


def test_a_class_that_is_over_takes_marks_of_its_own_days_only(
    school: Provider, held: TrainingClass
) -> None:
    held.ends_on = clock.today() - timedelta(days=2)
    actor = world.acting_for(school)
    service.mark_day(actor, held.pid, held.ends_on, {})
    with pytest.raises(RuleBroken):
        service.mark_day(actor, held.pid, clock.today(), {})


def test_a_roll_is_of_those_who_learn_there_that_day(school: Provider, held: TrainingClass) -> None:
    actor, today = world.acting_for(school), clock.today()
    held.seats = 2
    gone = service.enrol(held.pid, name="An", phone="")
    service.enrol(held.pid, name="Bình", phone="")
    service.mark(actor, gone.pid, standing="dropped", dropped_why="health")
    gone.ended_on = today - timedelta(days=1)
    assert [row.name for row in service.read_day(actor, held.pid, today)] == ["Bình"]
    before = service.read_day(actor, held.pid, today - timedelta(days=1))
    assert [row.name for row in before] == ["An", "Bình"]
    service.mark_day(actor, held.pid, today, {gone.pid: "present"})
    assert service.attendance_of(gone.pid) == []


def test_another_provider_marks_nobody(held: TrainingClass) -> None:
    with pytest.raises(NotFound):
        service.mark_day(world.acting_for(world.provider("Khác")), held.pid, clock.today(), {})


def test_the_roll_is_kept_by_one_button_or_tap_by_tap(
    installation: Installation, app: Flask, visitor: Visitor
) -> None:
    with installation.transaction(writes=True):
        school = world.provider()
        held = world.begun(world.course(school))
        pids = [service.enrol(held.pid, name=name, phone="").pid for name in ("An", "Bình")]
        world.user("school", Role.PROVIDER, school.pid)
    visitor.sign_in("school")
    address = f"/own/classes/{held.pid}/attendance"
    page = visitor.get(address)
    assert "Đã ghi: có mặt 0" in page
    page = page.submit("Lưu điểm danh", **{f"mark-{pids[1]}": "absent"})
    assert "Đã ghi: có mặt 1, vắng 1, có phép 0 (50 %)" in page
    typed = {"day": clock.today().isoformat(), f"mark-{pids[1]}": "excused"}
    fields = {field.get("name"): field.get("value", "") for field in page.all("input")}
    typed["csrf_token"] = fields["csrf_token"]
    swapped = visitor.client.post(address, data=typed, headers={"HX-Request": "true"})
    assert "có mặt 1, vắng 0, có phép 1 (100 %)" in swapped.text
    assert "Ngày này nằm ngoài" in visitor.get(f"{address}?day=2020-01-01", 422)
    visitor.get(f"{address}?day=nonsense", 422)
    typed[f"mark-{pids[1]}"] = "<b>"
    assert visitor.client.post(address, data=typed).status_code == 422
