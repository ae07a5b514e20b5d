"""What is wrong with a file, in the language of the page: commands say it in English only."""

import re

from portal.i18n import _, lazy

LINE = re.compile(r"line (?P<line>\d+)(?:, (?P<column>\w+))?: (?P<reason>.*)", re.S)
QUOTED = r"(?P<what>[\"'].*?[\"'])"
# what a command says, and the same with its parts named
REASONS = tuple(
    (re.compile(pattern, re.S), words)
    for pattern, words in (
        (r"must not be blank", lazy("không được để trống")),
        (rf"{QUOTED} is none of (?P<known>.*)", lazy("%(what)s không có; chỉ có: %(known)s")),
        (rf"{QUOTED} is not a whole number.*", lazy("%(what)s không phải số nguyên")),
        (
            r"(?P<what>\S+) is not between (?P<low>\S+) and (?P<high>\S+)",
            lazy("%(what)s không nằm từ %(low)s đến %(high)s"),
        ),
        (
            rf"{QUOTED} is not a period.*",
            lazy("%(what)s không phải kỳ; ghi như 2026, 2026-H1, 2026-Q3 hoặc 2026-07"),
        ),
        (rf"{QUOTED} is not a code.*", lazy("%(what)s không phải mã")),
        (
            rf"no place has the code {QUOTED} on (?P<day>\S+)",
            lazy("ngày %(day)s không có nơi mã %(what)s"),
        ),
        (rf"{QUOTED} is not one of your places", lazy("%(what)s không thuộc địa bàn của anh/chị")),
        (r"must not be below (?P<what>\w+)", lazy("không được nhỏ hơn %(what)s")),
        (
            r"(?P<what>.*) stands on line (?P<first>\d+) already",
            lazy("%(what)s đã có ở dòng %(first)s"),
        ),
        (
            rf"unknown column {QUOTED}; allowed: (?P<known>.*)",
            lazy("không có cột %(what)s; chỉ có: %(known)s"),
        ),
        (rf"column {QUOTED} stands there twice", lazy("cột %(what)s có hai lần")),
        (r"required column (?P<what>\w+) is missing", lazy("thiếu cột %(what)s")),
        (
            r"has (?P<cells>\d+) cells; the first line has (?P<first>\d+)",
            lazy("có %(cells)s ô; dòng đầu có %(first)s ô"),
        ),
        (r"the file is empty", lazy("tệp không có gì")),
    )
)


def in_words(flaw: str) -> str:
    """One flaw of a file as a page says it; what has no words here stays as it is."""
    told = LINE.fullmatch(flaw)
    if told is None:
        return flaw
    place = _("dòng %(line)s", line=told["line"])
    column = f", {told['column']}" if told["column"] else ""
    return f"{place}{column}: {_reason(told['reason'])}"


def _reason(reason: str) -> str:
    for pattern, words in REASONS:
        if found := pattern.fullmatch(reason):
            return str(words) % found.groupdict()
    return reason
