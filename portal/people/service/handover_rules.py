"""The days that a province gives its communes; each rule holds from a day on, none is changed."""

from datetime import date

from sqlalchemy import select

from portal import audit, clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.i18n import day as written
from portal.people.deadlines import DEFAULT, Rule
from portal.people.models import HandoverRule
from portal.places import service as places


def rules_of(province: str) -> list[HandoverRule]:
    """What the province has set, the newest first."""
    query = select(HandoverRule).where(HandoverRule.place_code == province)
    return list(session().scalars(query.order_by(HandoverRule.from_on.desc())))


def rule_on(commune: str, day: date) -> Rule:
    """What holds in a commune on a day: what its province set last, or the default.

    The provinces' rules are read once a transaction.
    """
    province = places.province_of(commune, clock.today()) or ""
    known: dict[str, list[HandoverRule]] = session().info.setdefault("handover_rules", {})
    if province not in known:
        known[province] = rules_of(province)
    row = next((row for row in known[province] if row.from_on <= day), None)
    return Rule(row.from_on, row.meet_days, row.file_days, row.source) if row else DEFAULT


def own_province(actor: Actor) -> str:
    """The province in which the officer's place lies."""
    for scope in actor.scopes(Role.OFFICER):
        if province := places.province_of(scope, clock.today()):
            return province
    raise NotFound


def sets_rules(actor: Actor) -> bool:
    """Whether the officer's place is a province: only there are rules set."""
    return own_province(actor) in actor.scopes(Role.OFFICER)


def set_rule(
    actor: Actor, *, from_on: date, meet_days: int, file_days: int, source: str
) -> HandoverRule:
    """Set the province's days from a day on: papers that arrived before keep the days they had."""
    if not sets_rules(actor):
        raise RuleBroken(_("Thời hạn do cán bộ cấp tỉnh đặt."))
    province = own_province(actor)
    newest = next(iter(rules_of(province)), None)
    if newest and from_on <= newest.from_on:
        message = _("Đã có thời hạn từ ngày %(day)s. Mời chọn ngày sau đó.")
        raise RuleBroken(message % {"day": written(newest.from_on)}, field="from_on")
    if from_on < clock.today():
        raise RuleBroken(_("Thời hạn mới áp dụng từ hôm nay trở đi."), field="from_on")
    rule = HandoverRule(
        place_code=province,
        from_on=from_on,
        meet_days=meet_days,
        file_days=file_days,
        source=source,
        entered_by=actor.user,
        entered_at=clock.now(),
    )
    session().add(rule)
    session().flush()
    session().info.pop("handover_rules", None)
    audit.record(actor, "set_handover_rule", f"handover_rule/{rule.pid}", reason=source)
    return rule
