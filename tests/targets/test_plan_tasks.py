"""Tasks of a plan: by due date, late ones marked, progress kept."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from portal.errors import Conflict, NotFound, RuleBroken
from portal.targets.models import PlanTask
from portal.targets.service.plans import get_plan
from portal.targets.service.tasks import add_task, get_task, list_tasks, revise_task, steps_of
from tests.targets.test_editions import COMMUNE, PROVINCE, SLUG


def task(title: str, due_on: date, target_id: str = "") -> PlanTask:
    """A task of plan 257."""
    return add_task(
        PROVINCE,
        SLUG,
        title=title,
        responsible="UBND xã",
        due_on=due_on,
        target_id=target_id,
        remark="",
    )


def move(made: PlanTask, version: int, progress: str, percent: int = 0) -> PlanTask:
    """Say how far a task is."""
    return revise_task(
        PROVINCE,
        made.pid,
        version=version,
        target_id="",
        progress=progress,
        percent=percent,
        title=made.title,
        responsible=made.responsible,
        due_on=made.due_on,
        remark="",
    )


def test_tasks_stand_by_due_date_and_open_ones_after_it_are_late(country: Session) -> None:
    task("sau", date(2026, 12, 1))
    task("hôm nay", date(2026, 11, 21))
    move(task("xong", date(2026, 11, 1)), 1, "done")
    task("trễ", date(2026, 11, 20))
    assert [(due.task.title, due.late) for due in list_tasks(get_plan(SLUG))] == [
        ("xong", False),
        ("trễ", True),
        ("hôm nay", False),
        ("sau", False),
    ]


def test_the_history_of_progress_is_kept(country: Session) -> None:
    made = task("việc", date(2026, 12, 1), "004-1")
    move(made, 1, "under_way", 40)
    move(made, 2, "done", 40)
    assert [(row[0].progress, row[0].percent) for row in steps_of(made)] == [
        ("done", 100),
        ("under_way", 40),
        ("not_started", 0),
    ]
    assert made.target_id is None


def test_a_task_is_of_ones_own_plan_and_of_a_target_that_is_there(country: Session) -> None:
    made = task("việc", date(2026, 12, 1))
    with pytest.raises(NotFound):
        get_task(COMMUNE, made.pid)
    with pytest.raises(RuleBroken):
        task("việc", date(2026, 12, 1), "004-9")
    with pytest.raises(RuleBroken):
        move(made, 1, "under_way", 100)


def test_a_stale_change_is_refused(country: Session) -> None:
    made = task("việc", date(2026, 12, 1))
    move(made, 1, "under_way", 10)
    with pytest.raises(Conflict):
        move(made, 1, "dropped")
