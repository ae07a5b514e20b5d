"""The keys of a plan's file: what each may hold, and what is said where it does not."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from portal.i18n import _
from portal.i18n import day as written
from portal.targets.indicators import INDICATORS
from portal.targets.labels import VALUE_LABELS
from portal.text import tidy

FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST = 1_000_000
MAPS, COMPARATORS, UNITS = ("as_written", "today"), ("gt", "ge", "eq"), ("percent", "count", "each")
LEVELS = ("commune", "district", "club", "person", "staff", "place")
ADDRESSABLE = re.compile(r"(?=.*[0-9])[^\W_][\w./-]{0,59}")  # with a figure: never a page's name
TARGET_ID = re.compile(r"(?=.*[0-9])[A-Za-z0-9-]{1,30}")


class Fault(Exception):
    """What is wrong with a key, of the head or of the nth target."""

    def __init__(self, key: str, says: str, nth: int | None = None) -> None:
        super().__init__(says)
        self.key, self.says, self.nth = key, says, nth


Reader = Callable[[Any], Any]


@dataclass(frozen=True)
class Key:
    """How a key is read; one that may be missing says what it is then."""

    read: Reader
    required: bool = True
    missing: Any = None


def read(keys: Mapping[str, Key], raw: Mapping[str, Any]) -> dict[str, Any]:
    """The values by key; a Fault names the first that is unknown, missing or wrong."""
    for name in raw:
        if name not in keys:
            raise Fault(name, _("Không có mục này. %(near)s", near=nearest(name, keys)))
    return {name: _read(name, key, raw) for name, key in keys.items()}


def nearest(name: str, known: Any) -> str:
    """What may have been meant, else all that there is."""
    near = get_close_matches(name, list(known), n=2, cutoff=0.5)
    if near:
        return str(_("Gần giống: %(names)s.", names=", ".join(near)))
    return str(_("Chỉ có: %(names)s.", names=", ".join(known)))


def _read(name: str, key: Key, raw: Mapping[str, Any]) -> Any:
    if name not in raw:
        if key.required:
            raise Fault(name, _("Còn thiếu mục này."))
        return key.missing
    try:
        return key.read(raw[name])
    except ValueError as wrong:
        raise Fault(name, str(wrong)) from wrong


def check_target(target: Mapping[str, Any]) -> None:
    """What the keys of a target must hold together."""
    if target["to"] and target["to"] < target["from"]:
        says = _("Ngày cuối phải từ ngày đầu (%(day)s) trở đi.", day=written(target["from"]))
        raise Fault("to", says)
    indicator = INDICATORS[target["indicator"]]
    if target["level"] not in indicator.levels:
        says = _("Chỉ số này chỉ tính theo: %(fit)s.", fit=_named("level", indicator.levels))
        raise Fault("level", says)
    strange = [kind for kind in target["kinds"] if kind not in indicator.kinds]
    if strange:
        fit = _named("kinds", indicator.kinds) or "–"
        kind = _named("kinds", strange[:1])
        says = _("Chỉ số này không có loại %(kind)s. Có: %(fit)s.", kind=kind, fit=fit)
        raise Fault("kinds", says)
    _check_value(target)


def _check_value(target: Mapping[str, Any]) -> None:
    percent = target["unit"] == "percent"
    most = 100 if percent else MOST
    if percent and target["comparator"] == "gt":
        most = 99
    if not (0 if percent else 1) <= target["value"] <= most:
        least = 0 if percent else 1
        says = _("Mức cần đạt phải từ %(least)s đến %(most)s.", least=least, most=most)
        raise Fault("value", says)


def _text(longest: int, pattern: re.Pattern[str] | None = None) -> Reader:
    def read_text(value: Any) -> str:
        text = tidy(value) if isinstance(value, str) else ""
        if not text:
            raise ValueError(_("Mục này phải là chữ trong ngoặc kép."))
        if len(text) > longest:
            raise ValueError(_("Dài quá %(most)s ký tự.", most=longest))
        if pattern and not pattern.fullmatch(text):
            raise ValueError(_("Chỉ dùng chữ, số và dấu gạch; có ít nhất một chữ số."))
        return text

    return read_text


def _one_of(known: Any) -> Reader:
    def read_word(value: Any) -> str:
        if not isinstance(value, str) or value not in known:
            raise ValueError(
                _("Không có “%(word)s”. %(near)s", word=value, near=nearest(str(value), known))
            )
        return value

    return read_word


def _day(value: Any) -> date:
    if type(value) is not date:
        raise ValueError(_("Mục này phải là ngày, viết như 2026-11-21."))
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError(_year_range())
    return value


def _years(value: Any) -> tuple[int, int]:
    if (
        not isinstance(value, list)
        or len(value) != 2
        or any(type(year) is not int for year in value)
    ):
        raise ValueError(_("Mục này phải là năm đầu và năm cuối, viết như [2024, 2026]."))
    first, last = value
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        raise ValueError(_year_range())
    return first, last


def _year_range() -> str:
    return str(
        _("Năm phải từ %(first)s đến %(last)s, năm đầu trước.", first=FIRST_YEAR, last=LAST_YEAR)
    )


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise ValueError(_("Mục này phải là số nguyên."))
    return value


def _yes_no(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError(_("Mục này phải là true hoặc false."))
    return value


def _words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ValueError(_('Mục này phải là danh sách chữ, viết như ["work"].'))
    return tuple(value)


HEAD: Mapping[str, Key] = {
    "number": Key(_text(60, ADDRESSABLE)),
    "title": Key(_text(300)),
    "authority": Key(_text(200)),
    "place": Key(_text(10), required=False),
    "parent": Key(_text(60), required=False),
    "signed": Key(_day, required=False),
    "map_day": Key(_day, required=False),
    "years": Key(_years),
    "source": Key(_text(200), required=False, missing=""),
}
TARGET: Mapping[str, Key] = {
    "id": Key(_text(30, TARGET_ID)),
    "indicator": Key(_one_of(INDICATORS)),
    "kinds": Key(_words, required=False, missing=()),
    "level": Key(_one_of(LEVELS)),
    "map": Key(_one_of(MAPS)),
    "each_year": Key(_yes_no, required=False, missing=False),
    "from": Key(_day),
    "to": Key(_day, required=False),
    "comparator": Key(_one_of(COMPARATORS)),
    "value": Key(_whole),
    "unit": Key(_one_of(UNITS)),
    "wording": Key(_text(1000)),
}


def _named(key: str, values: Iterable[str]) -> str:
    """Values in words, each with what a file writes for it."""
    return ", ".join(f"{VALUE_LABELS[key][value]} ({value})" for value in values)
