"""Says a rule in a sentence: in Vietnamese one that `sentence.read` reads back, and in English."""

from datetime import time

from portal.clubs.recurrence.rules import LAST, LunarDays, MonthDays, NthWeekday, Rule, Weekly

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
NTHS = {1: "thứ nhất", 2: "thứ hai", 3: "thứ ba", 4: "thứ tư", LAST: "cuối"}
WEEKS = ("", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám")
PARTS = ((11, "sáng"), (13, "trưa"), (18, "chiều"), (24, "tối"))
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"}
COUNTS = ("", "two", "three", "four", "five", "six", "seven", "eight")


def say(rule: Rule, starts: time | None = None, *, language: str = "vi") -> str:
    """The rule and the hour in the language: "vi" or "en"."""
    words = _english(rule) if language == "en" else _vietnamese(rule)
    if starts is None:
        return words
    if language != "en":
        words = f"{next(part for until, part in PARTS if starts.hour < until)} {words}"
    return f"{words}, {starts:%H:%M}"


def _vietnamese(rule: Rule) -> str:
    match rule:
        case Weekly(weekdays, (1,)):
            return f"{_listed([WEEKDAYS[day] for day in weekdays], 'và')} hằng tuần"
        case Weekly(weekdays, every):
            days = _listed([WEEKDAYS[day] for day in weekdays], "và")
            return f"{days}, {WEEKS[every[0] - 1]} tuần một lần"
        case NthWeekday(weekdays, nths):
            days = _listed([WEEKDAYS[day] for day in weekdays], "và")
            return f"{days} {_listed([f'tuần {NTHS[nth]}' for nth in nths], 'và')} hằng tháng"
        case MonthDays(days):
            return f"ngày {_listed(list(map(str, days)), 'và')} hằng tháng"
        case LunarDays(days):
            return f"{_listed([_lunar_day(day) for day in days], 'và')} âm lịch hằng tháng"


def _english(rule: Rule) -> str:
    match rule:
        case Weekly(weekdays, (1,)):
            return f"every {_listed([DAYS[day] for day in weekdays], 'and')}"
        case Weekly(weekdays, every):
            days = _listed([DAYS[day] for day in weekdays], "and")
            return f"{days} every {COUNTS[every[0] - 1]} weeks"
        case NthWeekday(weekdays, nths):
            which = _listed([ORDINALS[nth] for nth in nths], "and")
            return f"the {which} {_listed([DAYS[day] for day in weekdays], 'and')} of each month"
        case MonthDays(days):
            return f"day {_listed(list(map(str, days)), 'and')} of each month"
        case LunarDays(days):
            return f"day {_listed(list(map(str, days)), 'and')} of each lunar month"


def _lunar_day(day: int) -> str:
    if day == 15:
        return "rằm"
    return f"mùng {day}" if day <= 10 else f"ngày {day}"


def _listed(words: list[str], last: str) -> str:
    *others, final = words
    return f"{', '.join(others)} {last} {final}" if others else final
