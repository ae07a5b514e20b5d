"""Who answers for a commune that has people and no club, and by when."""

from datetime import date

from sqlalchemy import select

from portal import audit, clock
from portal.access import Actor
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.i18n import _
from portal.targets.areas import area_today
from portal.targets.models import Assignment
from portal.targets.plans import Plan, Target, all_plans
from portal.targets.scope import own_communes

CLUB_IN_EACH = "communes_with_club"


def target_of(commune: str) -> tuple[Plan, Target] | None:
    """The target that asks for a club in this commune of today: the first of the plans'."""
    today = clock.today()
    for plan in all_plans():
        if plan.place and commune in area_today(plan.place, plan.map_day, today).communes:
            for target in plan.targets:
                if target.indicator == CLUB_IN_EACH:
                    return plan, target
    return None


def current_assignments() -> dict[str, Assignment]:
    """Who answers for which commune now."""
    rows = session().scalars(select(Assignment).where(Assignment.replaced_at.is_(None)))
    return {row.place_code: row for row in rows}


def assignments_of(actor: Actor, commune: str) -> list[Assignment]:
    """All who have answered for a commune of the officer's own, the latest first."""
    _refuse_others(actor, commune)
    rows = select(Assignment).where(Assignment.place_code == commune)
    return list(session().scalars(rows.order_by(Assignment.id.desc())))


def assign(
    actor: Actor, commune: str, *, answerable: str, due_on: date, note: str, version: int | None
) -> Assignment:
    """Set who answers for a club in a commune of the officer's own; the former row stays as
    history, and one changed meanwhile is shown first."""
    _refuse_others(actor, commune)
    asked = target_of(commune)
    if asked is None:
        raise RuleBroken(_("Không có kế hoạch nào giao xã này thành lập câu lạc bộ."))
    if due_on < clock.today():
        raise RuleBroken(_("Hạn phải từ hôm nay trở đi."), field="due_on")
    plan, target = asked
    former = current_assignments().get(commune)
    if former:
        _replace(former, version)
    assignment = Assignment(
        plan_number=plan.number,
        target_id=target.id,
        place_code=commune,
        answerable=answerable,
        due_on=due_on,
        note=note,
        entered_at=clock.now(),
        entered_by=actor.user,
        version=former.version + 1 if former else 1,
    )
    session().add(assignment)
    session().flush()
    audit.record(actor, "assign", f"place/{commune}")
    return assignment


def _replace(former: Assignment, version: int | None) -> None:
    if former.version != version:
        theirs = {name: getattr(former, name) for name in ("answerable", "due_on", "note")}
        raise Conflict(
            _("Có người vừa sửa trước. Mời so hai bản bên dưới rồi lưu lại nếu vẫn muốn."),
            theirs={**theirs, "version": former.version},
        )
    former.replaced_at = clock.now()
    session().flush()


def _refuse_others(actor: Actor, commune: str) -> None:
    if commune not in own_communes(actor):
        raise NotFound
