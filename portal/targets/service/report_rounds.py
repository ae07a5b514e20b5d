"""A round of reports: one period, every commune of the officer's places, who is late, who is
reminded, and what the accepted ones add up to."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from sqlalchemy import func, select

from portal import audit, clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.i18n import day as written
from portal.messages.service import notify_all
from portal.places import service as places
from portal.places.service import Level, Place
from portal.targets.models import PlanReport, ReportMove, ReportState
from portal.targets.period_names import period_name
from portal.targets.periods import Length, Period, period_at, previous_period
from portal.targets.plans import Plan
from portal.targets.records import Records
from portal.targets.reports.lines import Line, communes_today
from portal.targets.reports.measures import MEASURES
from portal.targets.service.reports import due_on, period_for, period_of, visible_reports
from portal.targets.service.snapshots import all_frozen
from portal.targets.summary import all_between
from portal.text import sort_key

SENT = (ReportState.SUBMITTED, ReportState.ACCEPTED, ReportState.CLOSED)
RECENT = {Length.QUARTER: 5, Length.MONTH: 7, Length.HALF: 3, Length.YEAR: 2}
TAKEN = (ReportState.ACCEPTED, ReportState.CLOSED)
MEASURED = frozenset(measure.key for measure in MEASURES)
NEVER_ADDED = "persons"  # one person may be in two communes: they are counted at each level


@dataclass(frozen=True)
class Due:
    """A place that reports for the period, with its report if it has begun one."""

    place: Place
    report: PlanReport | None
    due_on: date
    sent_on: date | None

    @property
    def days_late(self) -> int:
        """How many days after its day it was sent first, or has not been sent yet."""
        return max(((self.sent_on or clock.today()) - self.due_on).days, 0)

    @property
    def is_missing(self) -> bool:
        """Whether it lies with the place to send it."""
        return self.report is None or self.report.state not in SENT

    @property
    def is_taken(self) -> bool:
        """Whether the province has accepted it."""
        return self.report is not None and self.report.state in TAKEN


@dataclass(frozen=True)
class Round:
    """The officer's own places, and the communes under them."""

    plan: Plan
    period: Period
    own: list[Due]
    communes: list[Due]

    @property
    def late(self) -> list[Due]:
        """Those that were or are late, the latest first."""
        found = [due for due in self.communes if due.days_late]
        return sorted(found, key=lambda due: -due.days_late)

    def shown(self, which: str) -> list[Due]:
        """The communes of one of the lists that a page offers; all of them by default."""
        lists = {"waiting": self.waiting, "late": self.late, "missing": self.missing}
        return lists.get(which, self.communes)

    @property
    def waiting(self) -> list[Due]:
        """Those that have sent theirs and wait for an answer."""
        sent = ReportState.SUBMITTED
        return [due for due in self.communes if due.report and due.report.state == sent]

    @property
    def missing(self) -> list[Due]:
        """Those that have not sent, or have it back."""
        return [due for due in self.communes if due.is_missing]


@dataclass(frozen=True)
class Added:
    """A figure of the accepted reports added up, beside the one counted for the whole."""

    line: Line
    added: int


def reports_round(actor: Actor, plan: Plan, period: Period) -> Round:
    """All reports of the period on a plan: the own places', and of a province its communes'."""
    scopes = [places.find_unit(scope, period.last) for scope in actor.scopes(Role.OFFICER)]
    own = [place for place in scopes if place]
    above = [place for place in own if place.level != Level.COMMUNE]
    under = {commune for place in above for commune in places.communes_of(place.code, period.last)}
    reports = {report.place_code: report for report in _reports(plan.number, period)}
    sent, records = _sent_on(reports.values()), Records()

    def due(place: Place) -> Due:
        report = reports.get(place.code)
        due = report.due_on if report else due_on(place.code, period, records)
        return Due(place, report, due, sent.get(report.id) if report else None)

    return Round(
        plan,
        period,
        [due(place) for place in own],
        [due(place) for place in _by_name(under)],
    )


def periods_to_report(actor: Actor, plan: Plan) -> list[Period]:
    """The latest periods that have begun, and those of which there are reports, the last first;
    the first of all is the quarter that ended last."""
    scope = next(iter(actor.scopes(Role.OFFICER)), "")
    today, records = clock.today(), Records()
    begun = [
        period_for(scope, period.text, records)
        for length, count in RECENT.items()
        for period in islice(_backwards(period_at(length, today)), count)
    ]
    reported = visible_reports(actor).where(PlanReport.plan_number == plan.number)
    kept = {period_of(report) for report in session().scalars(reported)}
    ended = next(it for it in begun if it.length == Length.QUARTER and it.last < today)
    others = {period for period in begun if period.first <= today} | kept
    return [ended, *sorted(others - {ended}, key=lambda it: (it.last, it.text), reverse=True)]


def _backwards(period: Period) -> Iterator[Period]:
    while True:
        yield period
        period = previous_period(period)


def remind(actor: Actor, plan: Plan, period: Period) -> int:
    """Put a notice on the start pages of the communes that have not sent; how many communes."""
    missing = reports_round(actor, plan, period).missing
    if not missing:
        raise RuleBroken(_("Không còn xã nào phải nhắc."))
    notify_all(
        Role.OFFICER,
        [due.place.code for due in missing],
        "report_due",
        period=period_name(period),
        day=written(missing[0].due_on),
    )
    audit.record(actor, "remind_reports", f"plan/{plan.slug}", reason=period.text)
    return len(missing)


def added_up(report: PlanReport, whole: Iterable[Line]) -> tuple[list[Added], list[Place]]:
    """What the accepted reports of the communes add up to, beside the figures of their province,
    and the communes that are missing. Closed ones count as frozen and corrected."""
    period = period_of(report)
    communes = places.communes_of(report.place_code, period.last)
    taken = {
        found.place_code: found
        for found in _reports(report.plan_number, period)
        if found.state in TAKEN
    }
    here = [taken[commune.code] for commune in communes if commune.code in taken]
    sums = _frozen_sums([found for found in here if found.state == ReportState.CLOSED])
    accepted = (found for found in here if found.state == ReportState.ACCEPTED)
    still = frozenset[str]().union(*(communes_today(it.place_code, period) for it in accepted))
    added = [line for line in whole if line.key in MEASURED and line.unit != NEVER_ADDED]
    open_ = all_between([line.key for line in added], still, period.first, period.last)
    rows = [Added(line, sums[line.key] + open_[line.key].numerator) for line in added]
    return rows, _by_name(commune for commune in communes if commune.code not in taken)


def _frozen_sums(closed: Collection[PlanReport]) -> Counter[str]:
    sums: Counter[str] = Counter()
    for kept in all_frozen(closed).values():
        sums.update({line.key: line.numerator or 0 for line in kept.standing.lines})
    return sums


def _reports(plan_number: str, period: Period) -> list[PlanReport]:
    return list(
        session().scalars(
            select(PlanReport).where(
                PlanReport.plan_number == plan_number, PlanReport.period == period.text
            )
        )
    )


def _sent_on(reports: Iterable[PlanReport]) -> dict[int, date]:
    """The day on which each report was sent first."""
    query = (
        select(ReportMove.report_id, func.min(ReportMove.at))
        .where(ReportMove.to_state == ReportState.SUBMITTED)
        .where(ReportMove.report_id.in_([report.id for report in reports]))
        .group_by(ReportMove.report_id)
    )
    return {report: clock.local(at).date() for report, at in session().execute(query)}


def _by_name(found: Iterable[Place]) -> list[Place]:
    return sorted(found, key=lambda place: sort_key(place.name))
