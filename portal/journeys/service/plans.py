"""The integration plan: one living plan a person, made by the case officer together with them.

Whatever is changed in it has to be agreed to anew, on the member's screen or on paper.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from portal import clock
from portal.access import Actor
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.i18n import _
from portal.journeys.models import GOAL_MOVES, Goal, GoalState, IntegrationPlan
from portal.journeys.service.caseload import (
    check_coming,
    check_move,
    client_of,
    in_caseload,
    open_client,
    open_row,
    put,
    row_of,
    rows_of,
)
from portal.people.models import Client
from portal.people.service import own_client
from portal.versions import revise


@dataclass(frozen=True)
class WholePlan:
    """A person's plan, None where there is none yet, and its goals: open ones first, by day."""

    client: Client
    plan: IntegrationPlan | None
    goals: list[Goal]


def plan_of(client: Client) -> WholePlan:
    """The plan of a person for those who may see them."""
    goals = rows_of(Goal, client, Goal.state != GoalState.OPEN, Goal.due_on, Goal.id)
    return WholePlan(client, find_plan(client), goals)


def open_plan(actor: Actor, client_pid: str) -> WholePlan:
    """The plan of a person of the actor's commune; the reading is recorded."""
    return plan_of(open_client(actor, client_pid))


def own_plan(actor: Actor) -> WholePlan:
    """The member's own."""
    return plan_of(own_client(actor))


def find_plan(client: Client) -> IntegrationPlan | None:
    """The one living plan, if there is one."""
    joined = select(IntegrationPlan).join(IntegrationPlan.client)
    joined = joined.options(contains_eager(IntegrationPlan.client))
    return session().scalar(joined.where(IntegrationPlan.client_id == client.id))


def write_plan(actor: Actor, client_pid: str, *, version: int | None, aim: str) -> IntegrationPlan:
    """Begin the plan of a person of the actor's commune, or change its aim."""
    client = client_of(actor, client_pid)
    plan = find_plan(client)
    if plan is None:
        plan = IntegrationPlan(client=client, made_on=clock.today(), by_pid=actor.user)
        plan.aim = aim
    else:
        revise(plan, version, aim=aim)
        _unagree(actor, plan)
    put(actor, "write_plan", plan, n=0)
    return plan


def agree(actor: Actor, *, version: int | None) -> IntegrationPlan:
    """The member agrees on screen to the plan as they have just read it."""
    plan = own_plan(actor).plan
    if plan is None:
        raise NotFound
    _agree(plan, version, "screen")
    put(actor, "agree_plan", plan)
    return plan


def agree_on_paper(actor: Actor, client_pid: str, *, version: int | None) -> IntegrationPlan:
    """The case officer notes that the person has signed the plan on paper."""
    plan = find_plan(client_of(actor, client_pid))
    if plan is None:
        raise NotFound
    _agree(plan, version, "paper")
    put(actor, "agree_plan", plan)
    return plan


def set_goal(
    actor: Actor, client_pid: str, *, title: str, due_on: date, who: str, steps: str = ""
) -> Goal:
    """Add a goal to the plan that there is."""
    plan = find_plan(client_of(actor, client_pid))
    if plan is None:
        raise NotFound
    check_coming(due_on, "due_on", since=clock.today())
    goal = Goal(client=plan.client, due_on=due_on, who=who, state_on=clock.today())
    goal.title, goal.steps, goal.by_pid = title, steps, actor.user
    put(actor, "set_goal", goal, n=1)
    _change(actor, plan)
    return goal


def get_goal(actor: Actor, pid: str) -> Goal:
    """One of the actor's commune; the reading is recorded."""
    found: Goal = open_row(actor, Goal, pid)
    return found


def moves_of(goal: Goal) -> tuple[GoalState, ...]:
    """What may become of a goal now."""
    return GOAL_MOVES[GoalState(goal.state)]


def edit_goal(actor: Actor, pid: str, *, version: int | None, **values: Any) -> Goal:
    """Put a goal that is open right: a stale save shows both."""
    goal: Goal = row_of(actor, Goal, pid)
    if goal.state != GoalState.OPEN:
        raise Conflict(_("Mục tiêu này không còn mở. Mời mở lại trước."))
    if values["due_on"] != goal.due_on:
        check_coming(values["due_on"], "due_on", since=clock.today())
    revise(goal, version, **values)
    goal.by_pid = actor.user
    put(actor, "edit_goal", goal)
    _change(actor, _plan_for(goal))
    return goal


def move_goal(actor: Actor, pid: str, *, to: str, reason: str = "") -> Goal:
    """Reached, given up with its reason, or open again. It needs no new agreement."""
    goal: Goal = row_of(actor, Goal, pid)
    check_move(GOAL_MOVES, GoalState(goal.state), to)
    if to == GoalState.GIVEN_UP and not reason:
        raise RuleBroken(_("Mời ghi lý do."), field="reason")
    goal.state, goal.state_on, goal.by_pid = GoalState(to), clock.today(), actor.user
    goal.reason = reason if to != GoalState.OPEN else ""
    goal.version += 1
    put(actor, "move_goal", goal)
    return goal


def goals_late(actor: Actor) -> list[Goal]:
    """Of the actor's commune, open goals whose day has passed, the longest first."""
    past = in_caseload(actor, Goal).where(Goal.state == GoalState.OPEN)
    return list(session().scalars(past.where(Goal.due_on < clock.today()).order_by(Goal.due_on)))


def _plan_for(goal: Goal) -> IntegrationPlan:
    plan = find_plan(goal.client)
    if plan is None:
        raise NotFound
    return plan


def _agree(plan: IntegrationPlan, version: int | None, how: str) -> None:
    if version != plan.version:
        raise Conflict(_("Kế hoạch vừa được sửa. Mời đọc lại rồi đồng ý."))
    plan.agreed_on, plan.agreed_how = clock.today(), how


def _change(actor: Actor, plan: IntegrationPlan) -> None:
    plan.version += 1
    _unagree(actor, plan)
    session().flush()


def _unagree(actor: Actor, plan: IntegrationPlan) -> None:
    plan.agreed_on, plan.agreed_how, plan.by_pid = None, "", actor.user
