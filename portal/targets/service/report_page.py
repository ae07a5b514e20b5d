"""One report as its page shows it: figures beside the words, its way, what was corrected."""

from dataclasses import dataclass

from portal import clock
from portal.access import Actor
from portal.places import service as places
from portal.places.service import Place
from portal.targets.models import PlanReport, ReportSnapshot, ReportState
from portal.targets.periods import Period
from portal.targets.plans import Plan, plan_numbered
from portal.targets.reports.lines import Line, titles_of
from portal.targets.service.report_moves import Moved, history_of, moves_of
from portal.targets.service.report_rounds import Added, added_up
from portal.targets.service.reports import (
    WRITABLE,
    get_report,
    judges,
    period_of,
    writes,
)
from portal.targets.service.snapshots import Correction, figures_of, snapshot_of


@dataclass(frozen=True)
class Row:
    """A line as it stands now, called in the reader's language, and what was corrected in it."""

    line: Line
    title: str
    corrections: list[Correction]


@dataclass(frozen=True)
class Corrected:
    """A correction and what its line is called."""

    known: Correction
    title: str


@dataclass(frozen=True)
class ReportPage:
    """A report with all that stands on its page; `added` is for a province's only."""

    report: PlanReport
    plan: Plan
    place: str
    period: Period
    rows: list[Row]
    titles: dict[str, str]
    corrections: list[Corrected]
    snapshot: ReportSnapshot | None
    moves: list[ReportState]
    history: list[Moved]
    writable: bool
    correctable: bool
    is_over: bool
    added: list[Added]
    missing: list[Place]


def report_page(actor: Actor, pid: str) -> ReportPage:
    """A report of an own place."""
    report = get_report(actor, pid)
    plan, period = plan_numbered(report.plan_number), period_of(report)
    lines, corrections = figures_of(report)
    titles = {line.key: line.title for line in lines}
    titles |= {key: str(title) for key, title in titles_of(plan).items()}
    above = report.place_code == places.province_of(report.place_code, report.last_on)
    added, missing = added_up(report, lines) if above else ([], [])
    return ReportPage(
        report=report,
        plan=plan,
        place=places.name_of(report.place_code, report.last_on),
        period=period,
        rows=[
            Row(
                line,
                titles[line.key],
                [known for known in corrections if known.key == line.key],
            )
            for line in lines
        ],
        titles=titles,
        corrections=[Corrected(known, titles[known.key]) for known in corrections],
        snapshot=snapshot_of(report),
        moves=moves_of(actor, report),
        history=history_of(report),
        writable=writes(actor, report) and report.state in WRITABLE,
        correctable=judges(actor, report) and report.state == ReportState.CLOSED,
        is_over=period.last < clock.today(),
        added=added,
        missing=missing,
    )
