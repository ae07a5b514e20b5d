"""What waits for an officer: reports to send or to judge, and what was to be done after visits."""

from collections import Counter
from dataclasses import dataclass

from portal import clock
from portal.access import Actor
from portal.db import session
from portal.targets.models import PlanReport, ReportState
from portal.targets.periods import Period
from portal.targets.plans import Plan, plan_numbered
from portal.targets.service.reports import judges, period_of, visible_reports, writes
from portal.targets.service.visits import open_actions

UNSENT = (ReportState.DRAFT, ReportState.RETURNED)


@dataclass(frozen=True)
class Duties:
    """Own reports of a past period that were not sent; how many reports of a plan and period wait
    for an answer; how many actions after visits are late."""

    unsent: list[tuple[PlanReport, Period]]
    waiting: list[tuple[Plan, Period, int]]
    late_actions: int

    def __bool__(self) -> bool:
        return bool(self.unsent or self.waiting or self.late_actions)


def officer_duties(actor: Actor) -> Duties:
    """All that waits for the officer today, the oldest first."""
    query = visible_reports(actor).order_by(PlanReport.due_on, PlanReport.id)
    unsent = query.where(PlanReport.state.in_(UNSENT), PlanReport.last_on < clock.today())
    sent = session().scalars(query.where(PlanReport.state == ReportState.SUBMITTED))
    waiting = Counter((it.plan_number, period_of(it)) for it in sent if judges(actor, it))
    return Duties(
        [(it, period_of(it)) for it in session().scalars(unsent) if writes(actor, it)],
        [(plan_numbered(number), period, n) for (number, period), n in waiting.items()],
        sum(one.is_late for one in open_actions(actor)),
    )
