"""What each edition of a plan changed: who, when, why, and every field from what to what."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple

from sqlalchemy import select

from portal.accounts.models import User
from portal.db import session
from portal.errors import NotFound
from portal.i18n import _
from portal.targets.models import PlanEdition
from portal.targets.plan_file import as_toml, parse
from portal.targets.plans import shipped_plans
from portal.targets.written import Plan


class Difference(NamedTuple):
    """A key of the plan's head or of one target, and what became of it; None: was not there."""

    target: str
    key: str
    old: Any
    new: Any


class Edition(NamedTuple):
    """The plan as entered: by whom, when and why, and what that changed; 0 is the shipped one."""

    serial: int
    plan: Plan
    entered_at: datetime | None
    entered_by: str
    reason: str
    changed: list[Difference]


def history(plan: Plan, target_id: str | None = None) -> list[Edition]:
    """Every edition, the latest first; of a target, those that changed it."""
    editions = list(_editions(plan.number))
    first = [edition._replace(changed=[]) for edition in editions[:1]]
    later = [
        new._replace(changed=list(differences(old.plan, new.plan)))
        for old, new in pairwise(editions)
    ]
    if target_id is None:
        return [*first, *later][::-1]
    narrowed = [
        edition._replace(changed=[row for row in edition.changed if row.target == target_id])
        for edition in later
    ]
    return [edition for edition in narrowed if edition.changed][::-1]


def edition_text(plan: Plan, serial: int) -> tuple[Edition, str]:
    """One edition and its whole text."""
    for edition in _editions(plan.number):
        if edition.serial == serial:
            return edition, as_toml(edition.plan.raw)
    raise NotFound(_("Không có bản này."))


def differences(old: Plan, new: Plan) -> Iterator[Difference]:
    """Every key that differs, of the head and target by target."""
    before, after = _flat(old), _flat(new)
    for target, key in dict.fromkeys([*before, *after]):
        was, now = before.get((target, key)), after.get((target, key))
        if was != now:
            yield Difference(target, key, was, now)


def _flat(plan: Plan) -> dict[tuple[str, str], Any]:
    head = {("", key): value for key, value in plan.raw.items() if key != "targets"}
    rows = {(row["id"], key): value for row in plan.raw["targets"] for key, value in row.items()}
    return {key: value for key, value in (head | rows).items() if value not in (None, "", [])}


def _editions(number: str) -> Iterator[Edition]:
    for plan in shipped_plans():
        if plan.number == number:
            yield Edition(0, plan, None, "", "", [])
    query = (
        select(PlanEdition, User.name)
        .outerjoin(User, User.pid == PlanEdition.entered_by)
        .where(PlanEdition.number == number)
        .order_by(PlanEdition.id)
    )
    for serial, (row, name) in enumerate(session().execute(query), start=1):
        plan = parse(row.text, number)
        yield Edition(serial, plan, row.entered_at, name or "", row.reason, [])
