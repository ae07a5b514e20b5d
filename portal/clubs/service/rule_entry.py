"""A plan from what was typed: a sentence, or the plain fields that say the same."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from portal.clubs.recurrence.rules import (
    LunarDays,
    MonthDays,
    NthWeekday,
    Rule,
    Weekly,
)
from portal.clubs.recurrence.sentence import LONGEST, Misread, read
from portal.clubs.service.plans import Plan
from portal.errors import RuleBroken
from portal.i18n import _, lazy

USUAL_LENGTH = timedelta(minutes=90)
MISREAD: dict[str, Any] = {
    "nothing": lazy("Chưa hiểu “%(words)s” là ngày nào."),
    "words": lazy("Chưa hiểu các chữ: “%(words)s”."),
    "weekday": lazy("Câu này thiếu thứ mấy trong tuần."),
    "week": lazy("Câu này thiếu tuần thứ mấy trong tháng: thứ nhất đến thứ tư, hoặc cuối."),
    "weeks": lazy("Cách %(words)s tuần thì chưa đặt được: từ 1 đến 8 tuần."),
    "both": lazy("Câu này vừa nói thứ trong tuần vừa nói ngày trong tháng. Mời chọn một."),
    "day": lazy("Không có ngày %(words)s trong tháng."),
    "month": lazy("Lịch này lặp lại mọi tháng, không ghi riêng một tháng được."),
    "hour": lazy("Chưa hiểu giờ “%(words)s”."),
    "long": lazy("Câu này dài quá."),
}
EXAMPLES = lazy(
    "Ví dụ: tối thứ Bảy tuần thứ hai hằng tháng, 19:30; chủ nhật hằng tuần 8h; "
    "ngày 1 và 15; mùng 1 và rằm âm lịch."
)
ANY_DAY = date(2000, 1, 1)


def plan_from(
    *,
    sentence: str,
    kind: str,
    weekdays: Sequence[int],
    every: int,
    nths: Sequence[int],
    days: str,
    starts: time | None,
    ends: time | None,
    place: str,
    agenda: str,
    from_on: date,
    until_on: date | None,
) -> Plan:
    """The plan that was typed; what the sentence says goes before the fields."""
    if sentence:
        rule, said_starts, said_ends = _read(sentence)
        starts = said_starts or starts
        ends = said_ends or (ends if not said_starts or (ends and ends > said_starts) else None)
    else:
        rule = _rule(kind, tuple(weekdays), every, tuple(nths), days)
    if starts is None:
        raise RuleBroken(_("Mời ghi giờ bắt đầu."), field="starts")
    return Plan(rule, starts, ends or _usual_end(starts), place, agenda, from_on, until_on)


def fields_of(plan: Plan) -> dict[str, Any]:
    """The plan as the plain fields say it."""
    rule = plan.rule
    fields = {**vars(plan), "sentence": ""}
    fields["weekdays"] = list(rule.weekdays) if isinstance(rule, Weekly | NthWeekday) else []
    match rule:
        case Weekly(every=every):
            return fields | {"kind": "weekly", "every": every[0]}
        case NthWeekday(nths=nths):
            return fields | {"kind": "nth", "nths": list(nths)}
        case MonthDays(days):
            return fields | {"kind": "month", "days": ", ".join(map(str, days))}
        case LunarDays(days):
            return fields | {"kind": "lunar", "days": ", ".join(map(str, days))}


def _read(sentence: str) -> tuple[Rule, time | None, time | None]:
    try:
        reading = read(sentence)
    except Misread as misread:
        words = misread.words or sentence[:LONGEST]
        raise RuleBroken(str(MISREAD[misread.why]) % {"words": words}, field="sentence") from None
    return reading.rule, reading.starts, reading.ends


def _rule(
    kind: str, weekdays: tuple[int, ...], every: int, nths: tuple[int, ...], days: str
) -> Rule:
    if kind in ("weekly", "nth") and not weekdays:
        raise RuleBroken(_("Mời chọn ít nhất một ngày trong tuần."), field="weekdays")
    if kind == "weekly":
        return Weekly(weekdays, (every,))
    if kind == "nth":
        if not nths:
            raise RuleBroken(_("Mời chọn tuần thứ mấy trong tháng."), field="nths")
        return NthWeekday(weekdays, nths)
    return LunarDays(_numbers(days, 30)) if kind == "lunar" else MonthDays(_numbers(days, 31))


def _numbers(days: str, most: int) -> tuple[int, ...]:
    """Days of a month as they are typed: "1, 15"."""
    numbers = {int(word) for word in re.findall(r"\d{1,9}", days)}
    strange = re.search(r"[^\d\s,;.và]", days)
    if strange or not numbers or not 1 <= min(numbers) <= max(numbers) <= most:
        raise RuleBroken(
            _("Mời ghi các ngày từ 1 đến %(most)s, ví dụ: 1, 15.", most=most), field="days"
        )
    return tuple(sorted(numbers))


def _usual_end(starts: time) -> time:
    """An hour and a half later, but on the same day."""
    ends = datetime.combine(ANY_DAY, starts) + USUAL_LENGTH
    return ends.time() if ends.date() == ANY_DAY else time(23, 59)
