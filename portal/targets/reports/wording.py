"""Figures, days and numerals as an official paper writes them: Vietnamese in every language."""

from collections.abc import Iterator
from datetime import date

from portal.papers.wording import short_day
from portal.targets.reports.model import Annex, Cell, Kind, Report

NOTHING = "Trong kỳ không có số liệu."
UNITS = {
    "communes": "xã, phường",
    "districts": "huyện, thành phố",
    "clubs": "câu lạc bộ",
    "persons": "người",
    "staff": "cán bộ",
    "places": "đơn vị",
    "meetings": "buổi",
    "contacts": "lượt",
    "files": "hồ sơ",
    "needs": "nhu cầu",
    "events": "cuộc",
    "tasks": "việc",
}
MAPS = {"as_written": "địa bàn khi ban hành", "today": "địa bàn hiện nay"}
STATES = {
    "met": "đạt",
    "on_track": "đúng tiến độ",
    "behind": "chậm tiến độ",
    "not_due": "chưa đến kỳ",
    "no_data": "chưa có số liệu",
}
MARKS = str.maketrans(",.", ".,")
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def number(value: float) -> str:
    """1.234; 12,5."""
    return f"{value:,}".translate(MARKS)


def percent(value: float) -> str:
    """45,5%."""
    return f"{number(round(value, 1)).removesuffix(',0')}%"


def roman(value: int) -> str:
    """I, II, III: the numbers of sections and annexes."""
    text = ""
    for worth, letters in ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text


def annex_names(report: Report) -> Iterator[tuple[str, Annex]]:
    """Each annex with its number: Phụ lục II."""
    for index, annex in enumerate(report.annexes, start=1):
        yield f"Phụ lục {roman(index)}", annex


def goes_with(report: Report) -> str:
    """Which paper an annex belongs to."""
    number = report.head.number.removeprefix("Số: ")
    when = report.head.place_and_date.partition(", ")[2]
    return f"(Kèm theo Báo cáo số {number} {when})"


def shown(cell: Cell, kind: Kind) -> str:
    """A cell as it is read; blank where nothing is known."""
    match cell:
        case None:
            return ""
        case date():
            return short_day(cell)
        case int() | float() if kind == "percent":
            return percent(cell)
        case int() | float():
            return number(cell)
    return cell
