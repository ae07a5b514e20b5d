"""Days that a province sets for its communes; each rule holds from a day on, none is changed."""

from datetime import date
from typing import Any

from sqlalchemy import select

from portal import audit, clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.i18n import day as written
from portal.people.models import HandoverRule, RequestRule
from portal.places import service as places

RuleKind = type[HandoverRule] | type[RequestRule]


def rules_of(kind: RuleKind, province: str) -> list[Any]:
    """What the province has set, the newest first."""
    query = select(kind).where(kind.place_code == province)
    return list(session().scalars(query.order_by(kind.from_on.desc())))


def row_on(kind: RuleKind, commune: str, day: date) -> Any | None:
    """What the province of a commune set last, as of a day; None: nothing.

    The provinces' rules are read once a transaction.
    """
    province = places.province_of(commune, clock.today()) or ""
    known: dict[str, list[Any]] = session().info.setdefault(kind.__tablename__, {})
    if province not in known:
        known[province] = rules_of(kind, province)
    return next((row for row in known[province] if row.from_on <= day), None)


def own_province(actor: Actor) -> str:
    """The province in which the officer's place lies."""
    for scope in actor.scopes(Role.OFFICER):
        if province := places.province_of(scope, clock.today()):
            return province
    raise NotFound


def sets_rules(actor: Actor) -> bool:
    """Whether the officer's place is a province: only there are rules set."""
    return own_province(actor) in actor.scopes(Role.OFFICER)


def set_rule(actor: Actor, kind: RuleKind, *, from_on: date, source: str, **days: int) -> Any:
    """Set the province's days from a day on: what began before keeps the days it had."""
    if not sets_rules(actor):
        raise RuleBroken(_("Thời hạn do cán bộ cấp tỉnh đặt."))
    province = own_province(actor)
    newest = next(iter(rules_of(kind, province)), None)
    if newest and from_on <= newest.from_on:
        message = _("Đã có thời hạn từ ngày %(day)s. Mời chọn ngày sau đó.")
        raise RuleBroken(message % {"day": written(newest.from_on)}, field="from_on")
    if from_on < clock.today():
        raise RuleBroken(_("Thời hạn mới áp dụng từ hôm nay trở đi."), field="from_on")
    rule = kind(
        place_code=province,
        from_on=from_on,
        source=source,
        entered_by=actor.user,
        entered_at=clock.now(),
        **days,
    )
    session().add(rule)
    session().flush()
    session().info.pop(kind.__tablename__, None)
    what = kind.__tablename__.removesuffix("s")
    audit.record(actor, f"set_{what}", f"{what}/{rule.pid}", reason=source)
    return rule
