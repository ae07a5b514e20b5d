"""The way of a report from the commune to the province: who may move it where, and signed how."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from portal import audit, clock
from portal.access import Actor, Role
from portal.accounts.service import signing_in
from portal.accounts.service.users import own_user
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.i18n import day as written
from portal.messages.service import notify
from portal.places import service as places
from portal.targets.models import PlanReport, ReportMove, ReportState
from portal.targets.period_names import period_name
from portal.targets.service.names import names_of
from portal.targets.service.reports import (
    get_report,
    judges,
    period_of,
    refuse_overlap,
    writes,
)
from portal.targets.service.snapshots import freeze
from portal.versions import revise


class Side(StrEnum):
    """Who moves a report: the officer of its place, or the officer of the province."""

    PLACE = "place"
    PROVINCE = "province"


MOVES: dict[ReportState, dict[ReportState, Side]] = {
    ReportState.DRAFT: {ReportState.SUBMITTED: Side.PLACE},
    ReportState.SUBMITTED: {
        ReportState.ACCEPTED: Side.PROVINCE,
        ReportState.RETURNED: Side.PROVINCE,
    },
    ReportState.RETURNED: {ReportState.SUBMITTED: Side.PLACE},
    ReportState.ACCEPTED: {ReportState.CLOSED: Side.PROVINCE},
    ReportState.CLOSED: {},
}
SIGNED = (ReportState.SUBMITTED, ReportState.CLOSED)


@dataclass(frozen=True)
class Signature:
    """What was typed to sign: a code of the second factor, and from where; `required` says
    whether this installation lets nobody sign without one."""

    code: str
    address: str
    required: bool


@dataclass(frozen=True)
class Moved:
    """A move as the history shows it."""

    at: datetime
    from_state: str
    to_state: str
    name: str
    words: str


def moves_of(actor: Actor, report: PlanReport) -> list[ReportState]:
    """The states that the officer may move the report to now."""
    sides = {Side.PLACE: writes(actor, report), Side.PROVINCE: judges(actor, report)}
    return [state for state, side in MOVES[ReportState(report.state)].items() if sides[side]]


def signs_by_code(actor: Actor) -> bool:
    """Whether the officer has a second factor to sign with."""
    return own_user(actor).second_factor_sealed is not None


def move_report(
    actor: Actor, pid: str, *, to_state: str, words: str, version: int | None, signature: Signature
) -> PlanReport:
    """Move a report to a state that its present one allows; what is sent or closed is signed."""
    report = get_report(actor, pid)
    if to_state not in moves_of(actor, report):
        raise RuleBroken(_("Báo cáo không chuyển được sang trạng thái này."))
    present, state = report.state, ReportState(to_state)
    _check(report, state, words)
    if state in SIGNED:
        _sign(actor, signature)
    revise(report, version, state=state)
    session().add(
        ReportMove(
            report_id=report.id,
            from_state=present,
            to_state=state,
            at=clock.now(),
            by_pid=actor.user,
            words=words,
        )
    )
    if state == ReportState.CLOSED:
        freeze(actor, report)
    audit.record(actor, "move_report", f"report/{pid}", reason=state)
    _tell(report, state)
    return report


def history_of(report: PlanReport) -> list[Moved]:
    """Every move of a report, the first one first."""
    query = select(ReportMove).where(ReportMove.report_id == report.id).order_by(ReportMove.id)
    moves = list(session().scalars(query))
    names = names_of(move.by_pid for move in moves)
    return [
        Moved(move.at, move.from_state, move.to_state, names.get(move.by_pid or "", ""), move.words)
        for move in moves
    ]


def _check(report: PlanReport, state: ReportState, words: str) -> None:
    if state == ReportState.RETURNED and not words:
        raise RuleBroken(_("Mời ghi rõ cần sửa gì."), field="words")
    if state == ReportState.SUBMITTED:
        period = period_of(report)
        if clock.today() <= period.last:
            day = written(period.last)
            raise RuleBroken(_("Kỳ này đến hết ngày %(day)s; sau đó mới gửi được.", day=day))
        refuse_overlap(report.plan_number, report.place_code, period)


def _sign(actor: Actor, signature: Signature) -> None:
    """A fresh code of the second factor; without one set, only where the installation lets it."""
    if signs_by_code(actor):
        signing_in.check_second_factor(actor.user or "", signature.code, signature.address)
    elif signature.required:
        raise RuleBroken(_("Mời bật mã xác nhận hai bước trước khi ký."))


def _tell(report: PlanReport, state: ReportState) -> None:
    """The other side finds a notice on its start page."""
    province = places.province_of(report.place_code, report.last_on)
    scope = province if state == ReportState.SUBMITTED else report.place_code
    notify(
        Role.OFFICER,
        scope or "",
        f"report_{state}",
        period=period_name(period_of(report)),
        place=places.name_of(report.place_code, report.last_on),
    )
