"""The lines of a person's way that tell of their plan and its goals."""

from collections.abc import Iterator

from portal.i18n import _
from portal.journeys.labels import GOAL_STATES
from portal.journeys.models import Goal, GoalState
from portal.journeys.service.caseload import rows_of
from portal.journeys.service.plans import find_plan
from portal.journeys.service.told import Event
from portal.people.models import Client


def planned(client: Client) -> Iterator[Event]:
    """When the plan was made and agreed to, and what became of each goal."""
    plan = find_plan(client)
    if plan:
        yield Event(plan.made_on, _("Lập kế hoạch"), [plan.aim], by=plan.by_pid)
    if plan and plan.agreed_on:
        how = _("trên giấy") if plan.agreed_how == "paper" else _("trên màn hình")
        yield Event(plan.agreed_on, _("Đồng ý với kế hoạch"), [how], "good")
    for goal in rows_of(Goal, client, Goal.id):
        kind, state = GOAL_STATES[goal.state]
        by_day = _("Đạt trước ngày %(day)s", day=f"{goal.due_on:%d/%m/%Y}")
        yield Event(
            goal.state_on,
            _("Mục tiêu: %(title)s", title=goal.title),
            [by_day if goal.state == GoalState.OPEN else str(state), goal.reason],
            "attention" if goal.is_late else kind,
            goal.by_pid,
            ("journeys.goal", goal.pid),
        )
