"""What each part of "stable and effective" says: its name, what is there, what is still to do."""

from fractions import Fraction
from typing import Any, NamedTuple

from portal.i18n import _, lazy, month, percent
from portal.i18n import day as written
from portal.targets.indicators.stable import Part, Sign
from portal.targets.judge import half_up

TITLES: dict[Sign, Any] = {
    Sign.DECISION: lazy("Quyết định thành lập"),
    Sign.CHAIR: lazy("Chủ nhiệm"),
    Sign.MINUTES: lazy("Biên bản"),
    Sign.ATTENDANCE: lazy("Có mặt trung bình"),
    Sign.REPORT: lazy("Báo cáo tháng"),
}


class Said(NamedTuple):
    """A part in words; `todo` is blank where it holds."""

    title: str
    ok: bool
    there: str
    todo: str


def said(part: Part) -> Said:
    """The part as a page says it."""
    there, todo = _SAYS[part.name](part.there, part.needed)
    return Said(str(TITLES[part.name]), part.ok, there, "" if part.ok else todo)


def _decision(number: Any, _needed: object) -> tuple[str, str]:
    return number or _("chưa có"), _("Ghi số quyết định thành lập.")


def _chair(name: Any, _needed: object) -> tuple[str, str]:
    return _("có") if name else _("chưa có"), _("Bổ sung chủ nhiệm đương nhiệm vào ban chủ nhiệm.")


def _minutes(months: Any, needed: Any) -> tuple[str, str]:
    there = _("%(months)s trên %(needed)s tháng gần nhất", months=months, needed=needed)
    return there, _("Mỗi tháng có ít nhất một buổi với biên bản; viết nốt biên bản còn thiếu.")


def _attendance(share: Any, needed: Any) -> tuple[str, str]:
    there = _("%(share)s, cần %(needed)s", share=_percent(share), needed=_percent(needed))
    return there, _("Điểm danh đủ các buổi và hẹn giờ mà nhiều người đến được.")


def _report(sent_on: Any, month_end: Any) -> tuple[str, str]:
    of_month = f"{month(month_end).lower()}/{month_end.year}"
    there = _("gửi ngày %(day)s", day=written(sent_on)) if sent_on else _("chưa gửi")
    return there, _("Gửi báo cáo %(month)s.", month=of_month)


def _percent(share: Fraction) -> str:
    return percent(half_up(100 * share))


_SAYS = {
    Sign.DECISION: _decision,
    Sign.CHAIR: _chair,
    Sign.MINUTES: _minutes,
    Sign.ATTENDANCE: _attendance,
    Sign.REPORT: _report,
}
