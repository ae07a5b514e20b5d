"""Plans entered and changed: whatever the way in, one text, one check, one more edition."""

from datetime import date
from typing import Any

from sqlalchemy import select

from portal import audit, changes, clock
from portal.access import Actor
from portal.db import session
from portal.errors import Conflict, RuleBroken
from portal.i18n import _
from portal.places import service as places
from portal.targets.models import PlanEdition
from portal.targets.plan_file import PlanError, as_toml, line_of, parse
from portal.targets.plan_values import (
    fitting,
    head_raw,
    head_values,
    on_fields,
    target_raw,
    target_values,
)
from portal.targets.plans import all_plans, forget_plans
from portal.targets.scope import is_own
from portal.targets.service.plans import get_own_plan, version_of
from portal.targets.typed import place_typed
from portal.targets.written import Plan

TYPED = "TOML"


def add_plan(actor: Actor, text: str, file: str = TYPED) -> Plan:
    """Enter a plan for a place of one's own, under a number that no plan has."""
    plan = _checked(actor, text, file)
    if any(plan.slug == other.slug for other in all_plans()):
        says = _("Đã có kế hoạch số %(number)s. Mời mở kế hoạch đó để sửa.", number=plan.number)
        raise PlanError(file, line_of(text, "number"), "number", says)
    return _enter(actor, plan, "")


def add_typed_plan(actor: Actor, **typed: Any) -> Plan:
    """The same from a form; a local plan starts with those of its parent's targets that fit."""
    raw = _head(actor, typed)
    parent = next((plan for plan in all_plans() if plan.number == raw.get("parent")), None)
    level = places.unit_on(raw["place"], _map_day(raw)).level
    targets = fitting(parent, level, *raw["years"]) if parent else []
    with on_fields():
        return add_plan(actor, as_toml({**raw, "targets": targets}))


def revise_plan(
    actor: Actor, slug: str, *, text: str, version: int | None, reason: str, file: str = TYPED
) -> Plan:
    """Replace one's own plan by another text of the same number."""
    standing = _standing(actor, slug, version, lambda plan: {"text": as_toml(plan.raw)})
    return _replace(actor, standing, text, reason, file)


def revise_head(actor: Actor, slug: str, *, version: int | None, reason: str, **typed: Any) -> Plan:
    """Change what a plan says of itself; its number and its targets stay."""
    standing = _standing(actor, slug, version, head_values)
    raw = {**standing.raw, **_head(actor, typed)}
    with on_fields():
        return _replace(actor, standing, as_toml(raw), reason)


def add_target(actor: Actor, slug: str, *, version: int | None, reason: str, **typed: Any) -> Plan:
    """One more target."""
    standing = _standing(actor, slug, version, lambda _plan: {})
    return _with_targets(actor, standing, [*standing.raw["targets"], target_raw(typed)], reason)


def revise_target(
    actor: Actor, slug: str, target_id: str, *, version: int | None, reason: str, **typed: Any
) -> Plan:
    """Change a target; its old wording stays readable in the edition before."""
    target_values(get_own_plan(actor, slug), target_id)
    standing = _standing(actor, slug, version, lambda plan: target_values(plan, target_id))
    changed = {**target_raw(typed), "id": target_id}
    rows = [changed if row["id"] == target_id else row for row in standing.raw["targets"]]
    return _with_targets(actor, standing, rows, reason)


def remove_target(
    actor: Actor, slug: str, target_id: str, *, version: int | None, reason: str
) -> Plan:
    """Take a target out from now on; its figures and the editions before stay."""
    target_values(get_own_plan(actor, slug), target_id)
    standing = _standing(actor, slug, version, lambda _plan: {})
    rows = [row for row in standing.raw["targets"] if row["id"] != target_id]
    return _with_targets(actor, standing, rows, reason)


def _head(actor: Actor, typed: dict[str, Any]) -> dict[str, Any]:
    """The head as typed, with the code of its place."""
    raw = head_raw(typed)
    return {**raw, "place": place_typed(actor, raw["place"], _map_day(raw))}


def _map_day(raw: dict[str, Any]) -> date:
    day: date = raw["map_day"] or raw["signed"] or clock.today()
    return day


def _standing(actor: Actor, slug: str, version: int | None, theirs: Any) -> Plan:
    """The plan as it stands, if it still is the edition that was typed over."""
    plan = get_own_plan(actor, slug)
    now = version_of(plan)
    if version != now:
        says = _("Có người vừa sửa trước. Mời so hai bản bên dưới rồi lưu lại nếu vẫn muốn.")
        raise Conflict(says, theirs={**theirs(plan), "version": now})
    return plan


def _with_targets(actor: Actor, standing: Plan, rows: list[dict[str, Any]], reason: str) -> Plan:
    with on_fields():
        return _replace(actor, standing, as_toml({**standing.raw, "targets": rows}), reason)


def _replace(actor: Actor, standing: Plan, text: str, reason: str, file: str = TYPED) -> Plan:
    plan = _checked(actor, text, file)
    if plan.number != standing.number:
        says = _("Số của kế hoạch này là %(number)s, không đổi được.", number=standing.number)
        raise PlanError(file, line_of(text, "number"), "number", says)
    if plan == standing and not reason:
        return standing
    if not reason:
        raise RuleBroken(_("Mời ghi lý do sửa."), field="reason")
    return _enter(actor, plan, reason)


def _checked(actor: Actor, text: str, file: str) -> Plan:
    """The plan of a text, for a place of one's own; places are known to the database only."""
    plan = parse(text, file)

    def refuse(key: str, says: str) -> PlanError:
        return PlanError(file, line_of(text, key), key, says)

    if plan.place is None:
        raise refuse("place", _("Mời ghi nơi của kế hoạch."))
    if places.find_unit(plan.place, plan.map_day) is None:
        raise refuse("place", _("Không có nơi mã %(code)s vào ngày của bản đồ.", code=plan.place))
    if not is_own(actor, plan):
        raise refuse("place", _("Nơi này không thuộc địa bàn của anh/chị."))
    if plan.parent and plan.parent not in _above(plan):
        raise refuse("parent", _("Không có kế hoạch cấp trên số %(number)s.", number=plan.parent))
    return plan


def _above(plan: Plan) -> set[str]:
    """The numbers under which a plan may stand: never its own, nor of one that stands under it."""
    under = {plan.number}
    for _round in all_plans():
        under |= {other.number for other in all_plans() if other.parent in under}
    return {other.number for other in all_plans()} - under


def _enter(actor: Actor, plan: Plan, reason: str) -> Plan:
    """The new edition in place of the one that stands."""
    now = clock.now()
    query = select(PlanEdition).where(
        PlanEdition.number == plan.number, PlanEdition.replaced_at.is_(None)
    )
    if standing := session().scalar(query.with_for_update()):
        standing.replaced_at = now
        session().flush()
    session().add(
        PlanEdition(
            number=plan.number,
            slug=plan.slug,
            text=as_toml(plan.raw),
            reason=reason,
            entered_at=now,
            entered_by=actor.user,
        )
    )
    session().flush()
    forget_plans()
    audit.record(actor, "enter", f"plan/{plan.slug}", reason=reason)
    changes.note("plan", plan.slug, place=plan.place)
    return plan
