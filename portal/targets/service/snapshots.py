"""What a report tells: reckoned while it is open, frozen with a digest when it is closed.

Snapshots and corrections are only ever added.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import select

from portal import audit, clock
from portal.access import Actor
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _, force_locale
from portal.targets.judge import State, reaches
from portal.targets.models import PlanReport, ReportCorrection, ReportSnapshot
from portal.targets.plans import plan_numbered
from portal.targets.records import Records
from portal.targets.reports.contents import Contents, from_data, reckon
from portal.targets.reports.lines import Line, report_lines, value_of
from portal.targets.service.names import names_of
from portal.targets.service.reports import get_report, judges, period_of


@dataclass(frozen=True)
class Correction:
    """A figure of a closed report that was wrong, as a page or a paper shows it."""

    key: str
    from_figure: int | None
    to_figure: int
    reason: str
    at: datetime
    name: str


class Frozen(NamedTuple):
    """A closed report as it was, and what was corrected since, the oldest first."""

    contents: Contents
    corrections: list[Correction]

    @property
    def standing(self) -> Contents:
        """With the last correction of each line."""
        last = {correction.key: correction.to_figure for correction in self.corrections}
        lines = (
            _with(line, last[line.key]) if line.key in last else line
            for line in self.contents.lines
        )
        return replace(self.contents, lines=tuple(lines))


def freeze(actor: Actor, report: PlanReport, records: Records | None = None) -> ReportSnapshot:
    """Keep figures, tasks and annexes as they are at this moment, with their digest."""
    plan = plan_numbered(report.plan_number)
    with force_locale("vi"):
        contents = reckon(plan, report.place_code, period_of(report), records=records)
    figures = _canonical(report, contents)
    snapshot = ReportSnapshot(
        report_id=report.id,
        figures=figures,
        digest=_digest(figures),
        frozen_at=clock.now(),
        by_pid=actor.user,
    )
    session().add(snapshot)
    session().flush()
    return snapshot


def snapshot_of(report: PlanReport) -> ReportSnapshot | None:
    """What was frozen when the report closed; a changed one is refused."""
    query = select(ReportSnapshot).where(ReportSnapshot.report_id == report.id)
    snapshot = session().scalar(query)
    return _unchanged(snapshot) if snapshot else None


def _unchanged(snapshot: ReportSnapshot) -> ReportSnapshot:
    if _digest(snapshot.figures) != snapshot.digest:
        raise RuleBroken(
            _(
                "Số liệu đã chốt của báo cáo này đã bị thay đổi: không còn khớp với mã kiểm tra "
                "%(digest)s. Mời báo người quản trị khôi phục từ bản sao lưu.",
                digest=snapshot.digest[:16],
            )
        )
    return snapshot


def frozen(report: PlanReport) -> Frozen | None:
    """A report as it was frozen and what was corrected since; None while it is open."""
    return all_frozen([report]).get(report.id)


def all_frozen(reports: Collection[PlanReport]) -> dict[int, Frozen]:
    """Those of the reports that are closed, by their numbers."""
    theirs = ReportSnapshot.report_id.in_([report.id for report in reports])
    snapshots = {
        it.id: _unchanged(it) for it in session().scalars(select(ReportSnapshot).where(theirs))
    }
    if not snapshots:
        return {}
    query = select(ReportCorrection).where(ReportCorrection.snapshot_id.in_(snapshots))
    rows = list(session().scalars(query.order_by(ReportCorrection.id)))
    names = names_of(row.by_pid for row in rows)
    corrections: defaultdict[int, list[Correction]] = defaultdict(list)
    for row in rows:
        corrections[row.snapshot_id].append(
            Correction(
                row.line,
                row.from_figure,
                row.to_figure,
                row.reason,
                row.at,
                names.get(row.by_pid or "", ""),
            )
        )
    return {
        snapshot.report_id: Frozen(
            from_data(json.loads(snapshot.figures)["contents"]), corrections[key]
        )
        for key, snapshot in snapshots.items()
    }


def figures_of(report: PlanReport) -> tuple[Sequence[Line], list[Correction]]:
    """The figures as they stand: frozen ones as corrected, else those reckoned now."""
    if kept := frozen(report):
        return kept.standing.lines, kept.corrections
    plan = plan_numbered(report.plan_number)
    return report_lines(plan, report.place_code, period_of(report)), []


def correct_report(
    actor: Actor, pid: str, *, line: str, to_figure: int, reason: str
) -> ReportCorrection:
    """Say that a figure of a closed report was wrong, and why; only the province's officer may."""
    report = get_report(actor, pid)
    snapshot = snapshot_of(report)
    if snapshot is None or not judges(actor, report):
        raise RuleBroken(_("Báo cáo này chưa chốt hoặc không do anh/chị đính chính."))
    kept = frozen(report)
    standing = {known.key: known for known in kept.standing.lines} if kept else {}
    if line not in standing:
        raise RuleBroken(_("Báo cáo không có dòng này."), field="line")
    _refuse_figure(standing[line], to_figure)
    row = ReportCorrection(
        snapshot_id=snapshot.id,
        line=line,
        from_figure=standing[line].numerator,
        to_figure=to_figure,
        reason=reason,
        at=clock.now(),
        by_pid=actor.user,
    )
    session().add(row)
    session().flush()
    audit.record(actor, "correct_report", f"report/{pid}", reason=reason)
    return row


def _refuse_figure(line: Line, figure: int) -> None:
    if figure == line.numerator:
        raise RuleBroken(_("Số này đang ghi trong báo cáo rồi."), field="to_figure")
    if line.is_share and figure > (line.denominator or 0):
        message = _("Số này không được lớn hơn tổng %(n)s.", n=line.denominator or 0)
        raise RuleBroken(message, field="to_figure")


def _with(line: Line, numerator: int) -> Line:
    value = value_of((numerator, line.denominator), is_share=line.is_share)
    known = replace(line, numerator=numerator, value=value)
    return replace(known, state=_judged(known)) if line.state else known


def _judged(line: Line) -> str | None:
    """The state by the corrected figure; what is not reached stays as it was judged, but no longer
    reached is behind."""
    if line.value is None or line.goal is None or line.comparator is None:
        return line.state
    whole = line.denominator if line.is_share else 100
    if reaches(line.comparator, line.goal, Fraction(100 * (line.numerator or 0), whole or 1)):
        return State.MET.value
    return State.BEHIND.value if line.state == State.MET else line.state


def _canonical(report: PlanReport, contents: Contents) -> str:
    data = {
        "plan": report.plan_number,
        "place": report.place_code,
        "period": report.period,
        "first": report.first_on.isoformat(),
        "last": report.last_on.isoformat(),
        "contents": asdict(contents),
    }
    return json.dumps(
        data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=date.isoformat
    )


def _digest(figures: str) -> str:
    return sha256(figures.encode()).hexdigest()
