"""A plan's keys as the forms name them: "from" is no name for a field, and two years are two."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.targets.plan_file import PlanError
from portal.targets.typed import place_written
from portal.targets.written import Plan

FIELDS = {"from": "first", "to": "last", "years": "first_year"}
KEYS = {"first": "from", "last": "to"}


def head_values(plan: Plan) -> dict[str, Any]:
    """What a form of the head holds."""
    values = {key: value for key, value in plan.raw.items() if key not in ("targets", "years")}
    place = place_written(plan.place, plan.map_day) if plan.place else ""
    first, last = plan.years
    return {**values, "place": place, "first_year": first, "last_year": last}


def head_raw(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a form of the head holds, by the keys of the file."""
    rest = {key: value for key, value in values.items() if not key.endswith("_year")}
    return {**rest, "years": [values["first_year"], values["last_year"]]}


def target_values(plan: Plan, target_id: str) -> dict[str, Any]:
    """What a form of a target holds."""
    target = plan.find_target(target_id)
    if target is None:
        raise NotFound(_("Kế hoạch không có chỉ tiêu này."))
    return {FIELDS.get(key, key): value for key, value in target.raw.items()}


def target_raw(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a form of a target holds, by the keys of the file."""
    return {KEYS.get(key, key): value for key, value in values.items()}


def fitting(plan: Plan, place_level: str, first: int, last: int) -> list[dict[str, Any]]:
    """The targets of a plan as a start for a local plan of these years, without those that are
    past by then or that count districts in a place that has none."""
    opens, closes = date(first, 1, 1), date(last, 12, 31)
    return [
        {**target.raw, "from": max(target.first, opens), "to": min(target.last or closes, closes)}
        for target in plan.targets
        if target.first <= closes and (target.last or closes) >= opens
        if not (target.level == "district" and place_level == "commune")
    ]


@contextmanager
def on_fields() -> Iterator[None]:
    """What is wrong with a plan's text is said on the form's field, without file and line."""
    try:
        yield
    except PlanError as error:
        raise RuleBroken(error.says, field=FIELDS.get(error.key, error.key)) from error
