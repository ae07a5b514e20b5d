"""The figures of a report in whole sentences, each with its change since the period before."""

from portal.targets.reports.lines import Line
from portal.targets.reports.model import Correction
from portal.targets.reports.wording import STATES, UNITS, number, percent

NOT_COUNTED = "Tỷ"  # a share by name is not "a number of"


def target_sentence(line: Line) -> str:
    """What the plan says, how far it is, and how that is judged where it is the plan's own."""
    said = f"Kế hoạch nêu: “{line.wording}”. {figure_sentence(line)}"
    return f"{said} Đánh giá: {STATES[line.state]}." if line.state else said


def figure_sentence(line: Line) -> str:
    """Số xã có câu lạc bộ là 40 trên 95 xã, phường (42,1%), tăng 2,1 điểm phần trăm so với kỳ
    trước (40%)."""
    if line.numerator is None:
        return f"{_subject(line)} chưa có số liệu."
    if line.is_share and line.value is None:
        return f"{_subject(line)} chưa tính được tỷ lệ, vì tổng số bằng 0."
    return f"{_subject(line)} là {_amount(line)}, {_change(line)}."


def correction_sentence(title: str, correction: Correction) -> str:
    """What was corrected after the figures had been closed."""
    before = "chưa có số liệu" if correction.from_figure is None else number(correction.from_figure)
    return (
        f"{title}: đã điều chỉnh từ {before} thành {number(correction.to_figure)}. "
        f"Lý do: {correction.reason.rstrip('.')}."
    )


def _subject(line: Line) -> str:
    if line.title.startswith(NOT_COUNTED):
        return line.title
    return f"Số {line.title[:1].lower()}{line.title[1:]}"


def _amount(line: Line) -> str:
    unit = UNITS[line.unit]
    done = number(line.numerator or 0)
    if line.is_share and line.value is not None:
        return f"{done} trên {number(line.denominator or 0)} {unit} ({percent(line.value)})"
    if line.goal is not None:
        return f"{done} {unit} (chỉ tiêu: {number(line.goal)})"
    return f"{done} {unit}"


def _change(line: Line) -> str:
    change, before = line.change, line.value_before
    if change is None or before is None:
        return "kỳ trước chưa có số liệu để so sánh"
    was = percent(before) if line.is_share else f"{number(before)} {UNITS[line.unit]}"
    if change == 0:
        return f"bằng kỳ trước ({was})"
    how = "tăng" if change > 0 else "giảm"
    by = number(abs(change)).removesuffix(",0")
    measure = "điểm phần trăm" if line.is_share else UNITS[line.unit]
    return f"{how} {by} {measure} so với kỳ trước ({was})"
