"""Sentences as people type them: with and without marks, composed or not, in any case."""

import contextlib
import unicodedata
from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.clubs.recurrence.rules import LAST, LunarDays, MonthDays, NthWeekday, Rule, Weekly
from portal.clubs.recurrence.sentence import Misread, read
from portal.clubs.recurrence.wording import say
from portal.text import fold
from tests.clubs.recurrence.test_rules import rules

SAID: dict[str, tuple[Rule, time | None]] = {
    "tối thứ Bảy tuần thứ hai hằng tháng": (NthWeekday((5,), (2,)), None),
    "tối thứ Bảy tuần thứ hai hàng tháng lúc 7 giờ": (NthWeekday((5,), (2,)), time(19)),
    "chủ nhật thứ hai hằng tháng, 8h30": (NthWeekday((6,), (2,)), time(8, 30)),
    "thứ hai tuần thứ hai hằng tháng": (NthWeekday((0,), (2,)), None),
    "thứ Bảy đầu tiên của tháng": (NthWeekday((5,), (1,)), None),
    "CN cuối tháng 8h30": (NthWeekday((6,), (LAST,)), time(8, 30)),
    "thứ Bảy tuần thứ nhất và thứ ba hằng tháng": (NthWeekday((5,), (1, 3)), None),
    "T7 hàng tuần 19h": (Weekly((5,)), time(19)),
    "thứ 7, 19:30": (Weekly((5,)), time(19, 30)),
    "chủ nhật hằng tuần 7 giờ rưỡi tối": (Weekly((6,)), time(19, 30)),
    "bảy giờ tối thứ Năm": (Weekly((3,)), time(19)),
    "thứ 3, 5 và 7": (Weekly((1, 3, 5)), None),
    "T3, T5 hàng tuần 19g30": (Weekly((1, 3)), time(19, 30)),
    "hai tuần một lần vào thứ tư từ 19h": (Weekly((2,), (2,)), time(19)),
    "thứ Năm, bốn tuần một lần": (Weekly((3,), (4,)), None),
    "mồng 1 và 15 hằng tháng": (MonthDays((1, 15)), None),
    "ngày cuối tháng 18h30": (MonthDays((31,)), time(18, 30)),
    "mùng 1 và rằm": (LunarDays((1, 15)), None),
    "mồng một và rằm âm lịch, 5 giờ chiều": (LunarDays((1, 15)), time(17)),
    "ngày 30 âm lịch": (LunarDays((30,)), None),
}
WRONG = {
    "khi nào rảnh": ("nothing", "khi nào rảnh"),
    "": ("nothing", ""),
    "thứ tám": ("nothing", "thứ tám"),
    "hằng năm": ("nothing", "năm"),
    "thứ bảy tuần sau": ("words", "tuần sau"),
    "thứ Bảy mỗi tuần 2 lần": ("both", ""),
    "thứ Bảy hằng tháng": ("week", ""),
    "tuần thứ hai hằng tháng": ("weekday", ""),
    "mỗi 1000000 tuần thứ bảy": ("weeks", "1000000"),
    "ngày 32 hằng tháng": ("day", "32"),
    "ngày 31 âm lịch": ("day", "31"),
    "25h thứ bảy": ("hour", "25:00"),
    "ngày 15 tháng 3": ("month", ""),
    "thứ bảy " * 100: ("long", ""),
}


@pytest.mark.parametrize("sentence", SAID)
@pytest.mark.parametrize(
    "typed",
    [str, fold, str.upper, lambda text: unicodedata.normalize("NFD", text)],
    ids=["as said", "without marks", "capitals", "NFD"],
)
def test_a_sentence_is_understood(sentence: str, typed: object) -> None:
    reading = read(typed(sentence))  # type: ignore[operator]
    assert (reading.rule, reading.starts) == SAID[sentence]


@pytest.mark.parametrize("sentence", WRONG)
def test_what_is_not_understood_is_named(sentence: str) -> None:
    with pytest.raises(Misread) as misread:
        read(sentence)
    why, words = WRONG[sentence]
    assert misread.value.why == why
    assert words in misread.value.words


def test_from_when_to_when() -> None:
    reading = read("thứ Bảy hằng tuần từ 7h đến 9h tối")
    assert (reading.starts, reading.ends) == (time(19), time(21))


@settings(deadline=None, max_examples=60)
@given(rules, st.times(min_value=time(1)).map(lambda hour: hour.replace(second=0, microsecond=0)))
def test_what_is_written_reads_back(rule: Rule, starts: time) -> None:
    reading = read(say(rule, starts))
    assert (reading.rule, reading.starts) == (rule, starts)
    assert read(fold(say(rule))).rule == rule


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=120))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(Misread):
        read(text)


def test_english() -> None:
    assert say(NthWeekday((5,), (2,)), time(19, 30), language="en") == (
        "the second Saturday of each month, 19:30"
    )
