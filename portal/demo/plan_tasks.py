"""What the demo's plan has people do: the duties of plan 257, how far each is, and a local plan
under it."""

import tomllib
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from portal.access import Role
from portal.demo.seats import PROVINCE
from portal.demo.world import World, at, keep, pid
from portal.targets.models import PlanEdition, PlanTask, Progress, TaskStep
from portal.targets.plan_file import as_toml
from portal.targets.plan_values import fitting
from portal.targets.plans import plan_numbered
from portal.targets.written import slug_of

WORDS = Path(__file__).parent / "words" / "plan_tasks.toml"
PLAN, LOCAL = "257/KH-UBND", "35/KH-UBND-2026"
STARTED = timedelta(days=60)  # before its day, a task is under way
LATE = 2  # serial, from the end of those due, of the one that is not done yet


@cache
def _duties() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(WORDS.read_text("utf-8"))["tasks"]
    return rows


def add_plan_tasks(world: World) -> None:
    """Ten tasks by due date: done when due but for a late one, under way when near."""
    rng = Random(f"plan tasks/{world.home.code}")
    late = [duty for duty in _duties() if duty["due_on"] < world.today][-LATE:][0]
    for duty in _duties():
        task = _task(world, rng, duty, is_late=duty is late)
        keep([task])
        keep(_steps(task, world, rng))


def add_local_plan(world: World) -> None:
    """The commune of the demo's own club has a plan of its own."""
    first = date(2026, 1, 5)
    raw = {
        "number": LOCAL,
        "title": "Duy trì câu lạc bộ trên địa bàn năm 2026",
        "authority": f"UBND {world.home.name[0].lower()}{world.home.name[1:]}",
        "place": world.home.code,
        "parent": PLAN,
        "signed": first,
        "years": [2026, 2026],
        "targets": fitting(plan_numbered(PLAN), world.home.level, 2026, 2026),
    }
    keep(
        [
            PlanEdition(
                pid=pid(Random(LOCAL)),
                number=LOCAL,
                slug=slug_of(LOCAL),
                text=as_toml(raw),
                reason="",
                entered_at=at(first, time(9)),
                entered_by=_officer(world),
            )
        ]
    )


def _task(world: World, rng: Random, duty: dict[str, Any], *, is_late: bool) -> PlanTask:
    progress, percent = Progress.NOT_STARTED, 0
    if duty["due_on"] < world.today and not is_late:
        progress, percent = Progress.DONE, 100
    elif duty["due_on"] - STARTED < world.today:
        progress, percent = Progress.UNDER_WAY, rng.randrange(30, 90, 10)
    return PlanTask(
        pid=pid(rng),
        plan_number=PLAN,
        target_id=duty.get("target"),
        title=duty["title"],
        responsible=duty["responsible"],
        due_on=duty["due_on"],
        progress=progress,
        percent=percent,
        entered_at=at(date(2024, 8, 1), time(8)),
        entered_by=_officer(world),
    )


def _steps(task: PlanTask, world: World, rng: Random) -> list[TaskStep]:
    """Where it began, and where it is."""
    begun = TaskStep(
        task_id=task.id,
        at=task.entered_at,
        by_pid=task.entered_by,
        progress=Progress.NOT_STARTED,
        percent=0,
    )
    if task.progress == Progress.NOT_STARTED:
        return [begun]
    day = min(task.due_on, world.today) - timedelta(days=rng.randint(1, 20))
    reached = TaskStep(
        task_id=task.id,
        at=at(day, time(15)),
        by_pid=task.entered_by,
        progress=task.progress,
        percent=task.percent,
    )
    return [begun, reached]


def _officer(world: World) -> str:
    return world.users[f"{Role.OFFICER}/{PROVINCE}"].pid
