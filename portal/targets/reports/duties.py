"""How far the tasks of a plan were on the last day of a period, in sentences."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select

from portal import clock
from portal.db import session
from portal.papers.wording import short_day
from portal.targets.models import PlanTask, Progress, TaskStep
from portal.targets.plans import Plan
from portal.targets.reports.ground import Ground

SAID = {
    Progress.NOT_STARTED: "chưa thực hiện",
    Progress.DONE: "đã hoàn thành",
    Progress.DROPPED: "không thực hiện nữa",
}
Step = tuple[str, int]


def task_sentences(plan: Plan, ground: Ground) -> Iterator[str]:
    """The tasks that were due by then or under way, by due date; only the plan's own place
    answers for them."""
    if ground.place != plan.place:
        return
    known = _steps_by(ground.until)
    tasks = select(PlanTask).where(PlanTask.plan_number == plan.number)
    begun = (Progress.NOT_STARTED.value, 0)
    shown = [
        (task, known.get(task.id, begun))
        for task in session().scalars(tasks.order_by(PlanTask.due_on, PlanTask.id))
        if task.due_on <= ground.until or task.id in known
    ]
    for index, (task, (progress, share)) in enumerate(shown, start=1):
        how = SAID.get(Progress(progress), f"đang thực hiện, được {share}%")
        late = task.due_on < ground.until and progress not in (Progress.DONE, Progress.DROPPED)
        due = f"{task.responsible}, hạn {short_day(task.due_on)}"
        yield f"{index}. {task.title.rstrip('.')} ({due}): {how}{', đã quá hạn' if late else ''}."


def _steps_by(day: date) -> dict[int, Step]:
    """The last word on each task by the end of the day."""
    steps = select(TaskStep.task_id, TaskStep.progress, TaskStep.percent)
    before = clock.day_starts(day + timedelta(days=1))
    rows = session().execute(steps.where(TaskStep.at < before).order_by(TaskStep.at, TaskStep.id))
    return {task: (progress, percent) for task, progress, percent in rows}
