"""A plan's file: TOML in and out. One check for every way in; a fault names line and key."""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from portal.errors import RuleBroken
from portal.i18n import _
from portal.targets import plan_keys
from portal.targets.plan_keys import HEAD, TARGET, Fault
from portal.targets.written import Plan, Target

PLACE_OF_FAULT = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")
TABLE, KEY = re.compile(r"\s*\[\[\s*targets\s*\]\]"), re.compile(r"\s*\"?([\w-]+)\"?\s*=")
LONGEST = 200_000


class PlanError(RuleBroken):
    """A plan's file says something that nobody can count; names the file, the line and the key."""

    def __init__(self, file: str, line: int, key: str, says: str) -> None:
        place = _("%(file)s, dòng %(line)s", file=file, line=line)
        super().__init__(f"{place}{', ' if key else ''}{key}: {says}", field="text")
        self.file, self.line, self.key, self.says = file, line, key, says


@lru_cache(maxsize=256)
def parse(text: str, file: str = "TOML") -> Plan:
    """The plan that a text says; anything missing, unknown or left over is a PlanError."""
    raw = _loaded(text, file)
    try:
        return _plan(raw)
    except Fault as fault:
        raise PlanError(file, line_of(text, fault.key, fault.nth), fault.key, fault.says) from fault


def as_toml(raw: dict[str, Any]) -> str:
    """The text of a plan given by its keys; what is blank is left out."""
    lines = [*_pairs({key: value for key, value in raw.items() if key != "targets"})]
    for target in raw["targets"]:
        lines += ["", "[[targets]]", *_pairs(target)]
    return "\n".join(lines) + "\n"


def line_of(text: str, key: str, nth: int | None = None) -> int:
    """The line on which a key of the head or of the nth target stands; where it is missing, that
    of the table it should stand in."""
    table, found = None, 1
    for number, line in enumerate(_outside_quotes(text), start=1):
        if TABLE.match(line):
            table = 0 if table is None else table + 1
            found = number if table == nth else found
        named = KEY.match(line)
        if table == nth and named and named[1] == key:
            return number
    return found


def _outside_quotes(text: str) -> Iterator[str]:
    """The lines, those blanked that lie within a string of several lines."""
    within = False
    for line in text.splitlines():
        yield "" if within else line
        if (line.count('"""') + line.count("'''")) % 2:
            within = not within


def _loaded(text: str, file: str) -> dict[str, Any]:
    if len(text) > LONGEST:
        raise PlanError(file, 1, "", _("Văn bản dài quá."))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = str(error)
        place = PLACE_OF_FAULT.search(told)
        line = int(place[1]) if place and place[1] else len(text.splitlines()) or 1
        reason = PLACE_OF_FAULT.sub("", told)
        raise PlanError(
            file, line, "", _("Sai cú pháp TOML (%(reason)s).", reason=reason)
        ) from error
    except RecursionError as error:
        raise PlanError(file, 1, "", _("Văn bản lồng quá nhiều ngoặc.")) from error


def _plan(raw: dict[str, Any]) -> Plan:
    head = plan_keys.read(HEAD, {key: value for key, value in raw.items() if key != "targets"})
    head["map_day"] = head["map_day"] or head["signed"]
    if head["map_day"] is None:
        says = _("Cần ngày ký (signed) hoặc ngày của bản đồ (map_day).")
        raise Fault("signed", says)
    targets = raw.get("targets", [])
    if not isinstance(targets, list) or not all(isinstance(row, dict) for row in targets):
        raise Fault("targets", _("Mỗi chỉ tiêu là một bảng [[targets]]."))
    plan = Plan(**head, targets=tuple(_target(row, nth) for nth, row in enumerate(targets)))
    _check_together(plan)
    return plan


def _target(raw: dict[str, Any], nth: int) -> Target:
    try:
        known = plan_keys.read(TARGET, raw)
        plan_keys.check_target(known)
    except Fault as fault:
        raise Fault(fault.key, fault.says, nth) from fault
    known["first"], known["last"] = known.pop("from"), known.pop("to")
    return Target(**known)


def _check_together(plan: Plan) -> None:
    """Ids are used once; what a target promises lies in the plan's years."""
    seen = set()
    first, last = plan.years
    for nth, target in enumerate(plan.targets):
        if target.id in seen:
            raise Fault("id", _("Mã chỉ tiêu %(id)s đã dùng ở trên.", id=target.id), nth)
        seen.add(target.id)
        years = _("Kế hoạch chỉ từ năm %(first)s đến năm %(last)s.", first=first, last=last)
        if not first <= target.first.year <= last:
            raise Fault("from", years, nth)
        if target.last and target.last.year > last:
            raise Fault("to", years, nth)


def _pairs(raw: dict[str, Any]) -> Iterator[str]:
    for key, value in raw.items():
        if value not in (None, "", [], ()) and value is not False:
            yield f"{key} = {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
