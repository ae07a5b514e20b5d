"""What a board says about a row: its state, and why it has no figures."""

from datetime import date
from math import floor
from typing import Any

from portal import clock
from portal.i18n import _, lazy, number
from portal.i18n import day as written
from portal.targets.communes import Standing
from portal.targets.indicators import INDICATORS
from portal.targets.judge import State
from portal.targets.labels import VALUE_LABELS
from portal.targets.rows import TargetRow

STATES = {
    State.MET: ("good", lazy("Đạt")),
    State.ON_TRACK: ("plain", lazy("Đúng tiến độ")),
    State.BEHIND: ("attention", lazy("Chậm")),
    State.NOT_DUE: ("plain", lazy("Chưa đến kỳ")),
    State.NO_DATA: ("plain", lazy("Chưa có số liệu")),
}


MAPS = {"as_written": lazy("Bản đồ của kế hoạch"), "today": lazy("Bản đồ hôm nay")}
STANDINGS = {
    Standing.CLUB: lazy("Có câu lạc bộ"),
    Standing.GAP: lazy("Có người, chưa có câu lạc bộ"),
    Standing.QUIET: lazy("Chưa có người được quản lý"),
    Standing.UNKNOWN: lazy("Chưa có câu lạc bộ"),
}


def forecast(row: TargetRow) -> str:
    """Where the pace of the last three months leads by the last day; nothing at the end or
    without figures."""
    verdict, figures, target = row.verdict, row.figures, row.target
    if not (verdict.gap and verdict.pace_needed and figures and verdict.forecast is not None):
        return ""
    reached = max(floor(verdict.forecast), 0)
    if target.unit != "count":
        reached = min(reached, figures.denominator)
    words = _(
        "Cứ đà này, đến %(day)s đạt %(reached)s trên %(whole)s.",
        day=written(target.last or date(clock.today().year, 12, 31)),
        reached=number(reached),
        whole=number(figures.denominator),
    )
    return str(words)


def lacks_figure(row: TargetRow) -> bool:
    """Whether an officer is still to enter the figure that the row is judged by."""
    if row.verdict.state != State.NO_DATA or row.area is None:
        return False
    return row.area.as_written and INDICATORS[row.target.indicator].count is None


def why_blank(row: TargetRow) -> str:
    """Why a row that is due has no figures; nothing where it has them."""
    if row.figures or row.verdict.state == State.NOT_DUE:
        return ""
    by_hand = INDICATORS[row.target.indicator].count is None
    if row.area is None:
        words = _("Văn bản không nêu tên tỉnh.")
    elif by_hand and row.area.as_written:
        words = _("Chưa ai nhập số báo cáo của năm.")
    elif by_hand:
        words = _("Số báo cáo chỉ ghi theo bản đồ của kế hoạch.")
    elif not row.area.people_known:
        words = _("Nơi cư trú và nơi làm việc chỉ biết theo bản đồ hiện nay.")
    else:
        words = _("Bản đồ này không còn cấp huyện.")
    return str(words)


def value_in_words(key: str, value: Any) -> str:
    """What a key of a plan held, as an officer reads it."""
    if value in (None, "", []):
        return "–"
    if isinstance(value, date):
        return written(value)
    if isinstance(value, list):
        return ", ".join(value_in_words(key, one) for one in value)
    if value is True:
        return str(_("có"))
    return str(VALUE_LABELS.get(key, {}).get(value, value))
