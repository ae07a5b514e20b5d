"""The figures of a report: reckoned while it is open, frozen with a digest when it is closed.

Snapshots and corrections are only ever added.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select

from portal import audit, clock
from portal.access import Actor
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _, force_locale
from portal.targets.models import PlanReport, ReportCorrection, ReportSnapshot, ReportState
from portal.targets.plans import plan_numbered
from portal.targets.records import Records
from portal.targets.reports.lines import Line, as_data, from_data, report_lines, value_of
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


def freeze(actor: Actor, report: PlanReport, records: Records | None = None) -> ReportSnapshot:
    """Keep the figures as they are at this moment, with their digest."""
    plan = plan_numbered(report.plan_number)
    with force_locale("vi"):
        lines = report_lines(plan, report.place_code, period_of(report), records)
    figures = _canonical(report, lines)
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
    if snapshot and _digest(snapshot.figures) != snapshot.digest:
        raise RuleBroken(
            _(
                "Số liệu đã chốt của báo cáo này đã bị thay đổi: không còn khớp với mã kiểm tra "
                "%(digest)s. Mời báo người quản trị khôi phục từ bản sao lưu.",
                digest=snapshot.digest[:16],
            )
        )
    return snapshot


def frozen(report: PlanReport) -> tuple[list[Line], list[Correction]] | None:
    """The lines as they were frozen and what was corrected since, the oldest first; None while
    the report is open."""
    snapshot = snapshot_of(report)
    if snapshot is None:
        return None
    query = select(ReportCorrection).where(ReportCorrection.snapshot_id == snapshot.id)
    rows = list(session().scalars(query.order_by(ReportCorrection.id)))
    names = names_of(row.by_pid for row in rows)
    corrections = [
        Correction(
            row.line,
            row.from_figure,
            row.to_figure,
            row.reason,
            row.at,
            names.get(row.by_pid or "", ""),
        )
        for row in rows
    ]
    return from_data(json.loads(snapshot.figures)["lines"]), corrections


def corrected(lines: Iterable[Line], corrections: Iterable[Correction]) -> list[Line]:
    """The lines with the last correction of each."""
    last = {correction.key: correction.to_figure for correction in corrections}
    return [_with(line, last[line.key]) if line.key in last else line for line in lines]


def figures_of(report: PlanReport) -> tuple[list[Line], list[Correction]]:
    """The figures as they stand: frozen ones, else those reckoned now."""
    plan = plan_numbered(report.plan_number)
    open_ = report.state != ReportState.CLOSED
    kept = None if open_ else frozen(report)
    return kept or (report_lines(plan, report.place_code, period_of(report)), [])


def correct_report(
    actor: Actor, pid: str, *, line: str, to_figure: int, reason: str
) -> ReportCorrection:
    """Say that a figure of a closed report was wrong, and why; only the province's officer may."""
    report = get_report(actor, pid)
    snapshot = snapshot_of(report)
    if snapshot is None or not judges(actor, report):
        raise RuleBroken(_("Báo cáo này chưa chốt hoặc không do anh/chị đính chính."))
    kept = frozen(report)
    standing = {known.key: known for known in corrected(*kept)} if kept else {}
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
    return replace(line, numerator=numerator, value=value)


def _canonical(report: PlanReport, lines: list[Line]) -> str:
    data = {
        "plan": report.plan_number,
        "place": report.place_code,
        "period": report.period,
        "first": report.first_on.isoformat(),
        "last": report.last_on.isoformat(),
        "lines": as_data(lines),
    }
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _digest(figures: str) -> str:
    return sha256(figures.encode()).hexdigest()
