"""The rules of a province: what holds, what held, and a new one from a day on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.i18n import day as written
from portal.places import service as places
from portal.targets.models import PlanReport, ReportState, RolloutRule
from portal.targets.records import Records
from portal.targets.rules import Rule
from portal.targets.service.names import names_of
from portal.targets.service.reports import visible_reports


@dataclass(frozen=True)
class RulesOf:
    """A province's rule in force today, all that it has set, the newest first, and by whom."""

    province: str
    name: str
    in_force: Rule
    history: list[RolloutRule]
    names: dict[str, str]


def rules_of_own(actor: Actor) -> RulesOf:
    """The rules of the province in which the officer's place lies."""
    province = _own_province(actor)
    query = select(RolloutRule).where(RolloutRule.place_code == province)
    history = list(session().scalars(query.order_by(RolloutRule.from_on.desc())))
    return RulesOf(
        province,
        places.name_of(province, clock.today()),
        Records().rule(province, clock.today()),
        history,
        names_of(row.entered_by for row in history),
    )


def sets_rules(actor: Actor) -> bool:
    """Whether the officer's place is a province: only there are rules set."""
    return _own_province(actor) in actor.scopes(Role.OFFICER)


def set_rule(actor: Actor, *, from_on: date, reason: str, **parts: Any) -> RolloutRule:
    """Set the own province's rule from a day on; what was judged or closed before stays so."""
    if not sets_rules(actor):
        raise RuleBroken(_("Quy tắc do cán bộ cấp tỉnh đặt."))
    province = _own_province(actor)
    _refuse_backwards(actor, province, from_on)
    rule = RolloutRule(
        place_code=province,
        from_on=from_on,
        reason=reason,
        entered_by=actor.user,
        entered_at=clock.now(),
        **parts,
    )
    session().add(rule)
    session().flush()
    changes.note("rule", rule.pid, place=province, day=from_on, n=1)
    audit.record(actor, "set_rule", f"rule/{rule.pid}", reason=reason)
    return rule


def _refuse_backwards(actor: Actor, province: str, from_on: date) -> None:
    """Not before the end of a closed period, nor before the rule that was set last."""
    closed = visible_reports(actor).where(PlanReport.state == ReportState.CLOSED).subquery()
    last_closed = session().scalar(select(func.max(closed.c.last_on)))
    if last_closed and from_on <= last_closed:
        message = _("Kỳ đến ngày %(day)s đã chốt. Mời chọn ngày sau đó.", day=written(last_closed))
        raise RuleBroken(message, field="from_on")
    own = select(func.max(RolloutRule.from_on)).where(RolloutRule.place_code == province)
    newest = session().scalar(own)
    if newest and from_on <= newest:
        message = _("Đã có quy tắc từ ngày %(day)s. Mời chọn ngày sau đó.", day=written(newest))
        raise RuleBroken(message, field="from_on")


def _own_province(actor: Actor) -> str:
    for scope in actor.scopes(Role.OFFICER):
        if province := places.province_of(scope, clock.today()):
            return province
    raise NotFound
