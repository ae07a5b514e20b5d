"""Reads the sentence that says when a club meets, as people type it: with or without marks.

"tối thứ Bảy tuần thứ hai hằng tháng, 19:30", "T7 hang tuan 19h", "mùng 1 và rằm". Each step takes
the words it knows out of the sentence; a word that is left over is named, never passed over.
"""

import re
from dataclasses import dataclass
from datetime import time

from portal.clubs.recurrence.rules import (
    LAST,
    MOST_WEEKS,
    LunarDays,
    MonthDays,
    NthWeekday,
    Rule,
    Weekly,
)
from portal.text import fold, tidy

LONGEST = 200
WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
WEEKDAYS |= {str(number): number - 2 for number in range(2, 8)}
UNITS = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi")
NUMBERS = {word: number for number, word in enumerate(UNITS, 1)}
NUMBERS |= {"muoi " + word: number + 10 for word, number in NUMBERS.items() if number < 10}
NUMBERS |= {"muoi lam": 15, "hai muoi": 20, "tu": 4}
NTHS = {"nhat": 1, "mot": 1, "dau tien": 1, "dau": 1, "hai": 2, "nhi": 2, "ba": 3, "tu": 4}
NTHS |= {"bon": 4, "cuoi cung": LAST, "cuoi": LAST, "1": 1, "2": 2, "3": 3, "4": 4}
AFTER_NOON = {"trua": range(1, 4), "chieu": range(1, 12), "toi": range(1, 12), "dem": range(1, 12)}
SILENT = """
hang moi cac trong cua va vao luc tu den ngay nhung buoi sinh hoat hop gap nhau deu dan
duong lich thang sang trua chieu toi dem hoac cung clb
"""
EMPTY = set(SILENT.split())


class Misread(Exception):
    """Why a sentence says no rule, as a key of the messages, and the words it stumbled over."""

    def __init__(self, why: str, words: str = "") -> None:
        super().__init__(why, words)
        self.why, self.words = why, words


@dataclass(frozen=True)
class Reading:
    """What a sentence says: the rule, and the hours where it names them."""

    rule: Rule
    starts: time | None = None
    ends: time | None = None


class _Sentence:
    """The words not yet understood."""

    def __init__(self, text: str) -> None:
        bare = re.sub(r"[.;()“”\"–-]", " ", fold(tidy(text[: LONGEST + 1])))
        self.words = " ".join(re.sub(r",", " , ", bare).split())

    def take(self, pattern: str) -> list[re.Match[str]]:
        """Take every passage of that form out of the sentence."""
        found = list(re.finditer(rf"\b(?:{pattern})(?!\w)", self.words))
        self.words = re.sub(rf"\b(?:{pattern})(?!\w)", " | ", self.words)
        return found


def read(text: str) -> Reading:
    """The rule and the hours that a sentence says; Misread where it says none."""
    if len(text) > LONGEST:
        raise Misread("long")
    sentence = _Sentence(text)
    starts, ends = _hours(sentence)
    try:
        rule = _rule(sentence)
    except Misread as misread:
        raise Misread(misread.why, misread.words or _typed(text, sentence)) from None
    if _left(sentence):
        raise Misread("words", _typed(text, sentence))
    return Reading(rule, starts, ends)


def _hours(sentence: _Sentence) -> tuple[time | None, time | None]:
    """From when to when: 19h, 19:30, 7 giờ rưỡi tối, bảy giờ tối."""
    part = next(iter(re.findall(r"\b(?:trua|chieu|toi|dem)\b", sentence.words)), "")
    spoken = _any(NUMBERS)
    passages = sentence.take(rf"(\d{{1,9}}|{spoken}) ?(?:h|g|gio|:) ?(\d{{2}}|ruoi)?( ?phut)?")
    hours = [_hour(found[1], found[2], part) for found in passages]
    if len(hours) > 2:
        raise Misread("hour", ", ".join(found[0] for found in passages))
    starts, ends = [*hours, None, None][:2]
    return starts, ends


def _hour(hour: str, minute: str | None, part: str) -> time:
    number = NUMBERS.get(hour) or int(hour)
    if number in AFTER_NOON.get(part, ()):
        number += 12
    try:
        return time(number, 30 if minute == "ruoi" else int(minute or 0))
    except ValueError:
        raise Misread("hour", f"{hour}:{minute or '00'}") from None


def _rule(sentence: _Sentence) -> Rule:
    every = _every(sentence)
    nths = _nths(sentence)
    weekdays = _weekdays(sentence)
    monthly = bool(sentence.take(r"(?:hang|moi|trong|cua) thang"))
    days, lunar = _days(sentence)
    if days and (weekdays or nths or every):
        raise Misread("both")
    if days:
        return LunarDays(days) if lunar else MonthDays(days)
    if not weekdays:
        raise Misread("weekday" if nths or every else "nothing")
    if monthly and not nths:
        raise Misread("week")
    return NthWeekday(weekdays, nths) if nths else Weekly(weekdays, (every or 1,))


def _every(sentence: _Sentence) -> int:
    """Each how many weeks; 0 where it is not said."""
    number = rf"(\d{{1,9}}|{_any(NUMBERS)})"
    found = sentence.take(rf"{number} tuan (?:mot|1) lan|(?:moi|cach) {number} tuan")
    sentence.take(r"(?:hang|moi|cac) tuan")
    if not found:
        return 0
    typed = found[0][1] or found[0][2]
    weeks = NUMBERS.get(typed) or int(typed)
    if not 1 <= weeks <= MOST_WEEKS:
        raise Misread("weeks", typed)
    return weeks


def _nths(sentence: _Sentence) -> tuple[int, ...]:
    """Which of the month: "tuần thứ hai", "tuần 1 và tuần 3", "thứ Bảy đầu tiên của tháng"."""
    nth = _any(NTHS)
    month = r"(?:(?:cua|trong|hang|moi) )?thang"
    more = rf"(?: (?:,|va) (?:tuan )?(?:thu )?(?:{nth}))*"
    passages = [found[0] for found in sentence.take(rf"tuan (?:thu )?(?:{nth}){more}")]
    passages += [
        found[0] for found in sentence.take(rf"(?<!ngay )(?:dau tien|dau|cuoi cung|cuoi) {month}")
    ]
    ahead = r"(?<=\bthu \w{3} )|(?<=\bthu \w\w )|(?<=\bthu \w )|(?<=\bchu nhat )|(?<=\bt\d )"
    passages += [found[0] for found in sentence.take(rf"(?:{ahead})thu (?:{nth}) {month}")]
    numbers = {
        NTHS[word] for passage in passages for word in re.findall(rf"\b(?:{nth})\b", passage)
    }
    return tuple(sorted(numbers, key=lambda number: (number == LAST, number)))


def _weekdays(sentence: _Sentence) -> tuple[int, ...]:
    """Days of the week: "thứ 3, 5 và 7", "T7", "chủ nhật"."""
    day = _any(WEEKDAYS)
    passages = sentence.take(
        rf"(?:thu |t ?)(?:{day})(?: (?:,|va) (?:{day})(?! \w* ?(?:tuan|ngay)))*"
    )
    days = {
        WEEKDAYS[word]
        for found in passages
        for word in re.findall(rf"\b(?:{day})\b", re.sub(r"\bt(\d)", r"\1", found[0]))
    }
    if sentence.take("chu nhat|cn"):
        days.add(6)
    return tuple(sorted(days))


def _days(sentence: _Sentence) -> tuple[tuple[int, ...], bool]:
    """Days of the month, and whether of the moon's: "mồng 1 và 15", "rằm", "ngày cuối tháng"."""
    full = bool(sentence.take("(?:ngay )?ram"))
    lunar = bool(sentence.take("am lich|lich ta|lich am|am")) or full
    days = {15} if full else set()
    if sentence.take("(?:ngay )?cuoi (?:cung )?(?:hang |moi |cua )?thang"):
        days.add(30 if lunar else 31)
    for found in sentence.take(rf"(?:mong|mung|ngay) ({_any(NUMBERS)})"):
        days.add(NUMBERS[found[1]])
    if sentence.take(r"thang \d+"):
        raise Misread("month")
    for found in sentence.take(r"(?:(?:mong|mung|ngay) )?(\d{1,9})"):
        days.add(int(found[1]))
    wrong = [day for day in sorted(days) if not 1 <= day <= (30 if lunar else 31)]
    if wrong:
        raise Misread("day", str(wrong[0]))
    return tuple(sorted(days)), lunar


def _any(words: dict[str, int]) -> str:
    """One of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def _left(sentence: _Sentence) -> set[str]:
    return set(re.findall(r"\w+", sentence.words)) - EMPTY


def _typed(text: str, sentence: _Sentence) -> str:
    """The words that are left over, as they were typed."""
    left = _left(sentence)
    return " ".join(word for word in re.findall(r"\w+", tidy(text)) if fold(word) in left)
