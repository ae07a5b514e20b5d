"""The official report of a place on a plan for a period, as its records stand."""

from dataclasses import replace

from portal.targets.models import PlanReport
from portal.targets.plans import plan_numbered
from portal.targets.reports.build import build_report
from portal.targets.reports.model import Correction, Progress, Report, Texts
from portal.targets.service.reports import find_report, period_for, period_of
from portal.targets.service.snapshots import frozen


def official_report(
    plan_number: str,
    place_code: str,
    period_text: str,
    *,
    texts: Texts | None = None,
    progress: Progress = lambda done, of: None,
) -> Report:
    """What the officer wrote in the period's report goes in; what was closed stays as it was
    frozen, annexes too, with its corrections."""
    plan, period = plan_numbered(plan_number), period_for(place_code, period_text)
    typed = texts or Texts()
    begun = find_report(plan.number, place_code, period.text)
    if begun is None:
        return build_report(plan, place_code, period, texts=typed, progress=progress)
    closed = frozen(begun)
    corrections = closed.corrections if closed else []
    return build_report(
        plan,
        place_code,
        period_of(begun),
        texts=_with_report(typed, begun),
        contents=closed.standing if closed else None,
        corrections=[
            Correction(row.key, row.from_figure, row.to_figure, row.reason) for row in corrections
        ],
        progress=progress,
    )


def _with_report(typed: Texts, begun: PlanReport) -> Texts:
    return replace(
        typed,
        results=begun.results,
        difficulties=begun.difficulties,
        next_tasks=begun.next_tasks,
        proposals=begun.proposals,
    )
