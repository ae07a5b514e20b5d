"""What a plan has people do: tasks with a due date, and how far each was at what time."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Row, select

from portal import audit, clock
from portal.access import Actor
from portal.accounts.models import User
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.targets.models import PlanTask, Progress, TaskStep
from portal.targets.plans import all_plans
from portal.targets.scope import is_own
from portal.targets.service.plans import get_own_plan
from portal.targets.written import Plan
from portal.versions import revise

OPEN = (Progress.NOT_STARTED, Progress.UNDER_WAY)
FULL = 100


class Due(NamedTuple):
    """A task in the list; late where it is open after its day."""

    task: PlanTask
    late: bool


def list_tasks(plan: Plan) -> list[Due]:
    """The tasks of a plan, by due date."""
    query = select(PlanTask).where(PlanTask.plan_number == plan.number)
    rows = session().scalars(query.order_by(PlanTask.due_on, PlanTask.id))
    return [Due(task, _is_late(task)) for task in rows]


def get_task(actor: Actor, pid: str) -> tuple[Plan, PlanTask]:
    """A task of a plan that is one's own."""
    task = session().scalar(select(PlanTask).where(PlanTask.pid == pid))
    for plan in all_plans():
        if task and plan.number == task.plan_number and is_own(actor, plan):
            return plan, task
    raise NotFound(_("Không có việc này."))


def steps_of(task: PlanTask) -> Sequence[Row[TaskStep, str | None]]:
    """How far the task was, the latest first, and who said so."""
    query = select(TaskStep, User.name).outerjoin(User, User.pid == TaskStep.by_pid)
    query = query.where(TaskStep.task_id == task.id).order_by(TaskStep.id.desc())
    return session().execute(query).all()


def add_task(
    actor: Actor,
    slug: str,
    *,
    title: str,
    responsible: str,
    due_on: date,
    target_id: str,
    remark: str,
) -> PlanTask:
    """One more task of one's own plan, not started yet."""
    plan = get_own_plan(actor, slug)
    task = PlanTask(
        plan_number=plan.number,
        target_id=_target(plan, target_id),
        title=title,
        responsible=responsible,
        due_on=due_on,
        remark=remark,
        progress=Progress.NOT_STARTED,
        percent=0,
        entered_at=clock.now(),
        entered_by=actor.user,
    )
    session().add(task)
    session().flush()
    _keep_step(actor, task)
    return task


def revise_task(
    actor: Actor,
    pid: str,
    *,
    version: int | None,
    target_id: str,
    progress: str,
    percent: int,
    **typed: Any,
) -> PlanTask:
    """Change a task; a step of its progress is kept where that, or the remark, changed.

    Done means 100 percent, not started 0.
    """
    plan, task = get_task(actor, pid)
    if progress == Progress.UNDER_WAY and not 0 <= percent < FULL:
        raise RuleBroken(_("Việc đang làm ở mức từ 0 đến 99 %."), field="percent")
    reached = {Progress.DONE: FULL, Progress.NOT_STARTED: 0}.get(Progress(progress), percent)
    before = (task.progress, task.percent, task.remark)
    revise(
        task,
        version,
        target_id=_target(plan, target_id) or "",
        progress=progress,
        percent=reached,
        **typed,
    )
    task.target_id = task.target_id or None
    if before != (task.progress, task.percent, task.remark):
        _keep_step(actor, task)
    audit.record(actor, "revise", f"plan_task/{task.pid}")
    return task


def _is_late(task: PlanTask) -> bool:
    return task.progress in OPEN and task.due_on < clock.today()


def _target(plan: Plan, target_id: str) -> str | None:
    """The target that the task serves; one task may serve the whole plan."""
    if target_id and plan.find_target(target_id) is None:
        raise RuleBroken(_("Kế hoạch không có chỉ tiêu này."), field="target_id")
    return target_id or None


def _keep_step(actor: Actor, task: PlanTask) -> None:
    session().add(
        TaskStep(
            task_id=task.id,
            at=clock.now(),
            by_pid=actor.user,
            progress=task.progress,
            percent=task.percent,
            remark=task.remark,
        )
    )
    session().flush()
