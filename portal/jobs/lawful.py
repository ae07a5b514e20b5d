"""What labour law forbids in a vacancy: each finding names the rule, the figure and the field.

Only what is plainly unlawful is found. "Không thu phí", "không đặt cọc" and what a customer pays
are lawful: an honest employer must never be stopped by a word.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from portal import clock
from portal.i18n import _, number
from portal.places import service as places
from portal.text import fold, nfc
from portal.trades.vocabulary import DEMANDS, SHIFTS, from_bits

YOUNGEST = 15
GROWN_UP = 18
NOT_FOR_MINORS = ("heavy", "heights", "chemicals", "night")
LONGEST_DAY, LONGEST_WEEK, MOST_OVERTIME = 12, 48, 40  # hours; overtime a month
ZONES = ("", "I", "II", "III", "IV")


@dataclass(frozen=True)
class Terms:
    """What of a vacancy the law judges; shifts and demands are bit masks, wages VND a month."""

    title: str
    description: str
    commune_code: str
    wage_from: int | None
    wage_to: int | None
    shifts: int
    demands: int
    min_age: int
    opens_on: date | None


@dataclass(frozen=True)
class Finding:
    """One rule that is broken, in words, and the field to change."""

    field: str
    message: str

    def __str__(self) -> str:
        return self.message


def legal_warnings(terms: Terms) -> list[Finding]:
    """Every rule of labour law that the terms plainly break."""
    return [finding for rule in RULES for finding in rule(terms)]


def _wage(terms: Terms) -> Iterator[Finding]:
    """No pay under the minimum of the zone of the place of work, on the day the work is offered."""
    lowest = terms.wage_from if terms.wage_from is not None else terms.wage_to
    day = max(terms.opens_on or clock.today(), clock.today())
    least = places.minimum_wage(terms.commune_code, day)
    if lowest is None or least is None or lowest >= least.month_vnd:
        return
    yield Finding(
        "wage_from" if terms.wage_from is not None else "wage_to",
        _(
            "Lương thấp nhất ở %(place)s (vùng %(zone)s) là %(month)s đồng một tháng, theo Nghị "
            "định %(decree)s. Việc không trọn ngày: để trống mức lương và ghi tiền công theo giờ, "
            "ít nhất %(hour)s đồng.",
            place=places.name_of(terms.commune_code, day),
            zone=ZONES[least.zone],
            month=number(least.month_vnd),
            decree=least.decree,
            hour=number(least.hour_vnd),
        ),
    )


def _age(terms: Terms) -> Iterator[Finding]:
    """Work from 15; heavy, high, chemical or night work from 18."""
    if 0 < terms.min_age < YOUNGEST:
        yield Finding(
            "min_age",
            _("Tuổi lao động từ đủ 15 (Bộ luật Lao động 2019, Điều 143)."),
        )
    asked = {*from_bits(terms.demands, DEMANDS), *from_bits(terms.shifts, SHIFTS)}
    if terms.min_age < GROWN_UP and asked.intersection(NOT_FOR_MINORS):
        yield Finding(
            "min_age",
            _(
                "Việc nặng, trên cao, hóa chất hoặc ca đêm chỉ nhận người từ đủ 18 tuổi "
                "(Bộ luật Lao động 2019, Điều 146 và 147)."
            ),
        )


# The patterns of money and papers read folded text: employers often leave the marks out.
MONEY = (
    r"(?:dat|tien|nop|dong tien|thu tien) coc|coc (?:tien|dong phuc|dung cu|\d)"
    r"|(?:tien|nop|phai) the chan|(?:nop|tien) ky quy"
    r"|(?:le )?phi (?:tuyen dung|ung tuyen|gioi thieu|xin viec|nhan viec|ho so|giu cho)"
    r"|(?:nop|dong) (?:truoc|phi|le phi)(?: \w+){0,3} (?:dong phuc|dao tao|hoc viec|thu viec|\d)"
    r"|(?:thu|nop|dong) (?:le )?phi(?: \w+){0,2} (?:nguoi lao dong|ung vien|nguoi xin viec)"
)
PAPERS = (
    r"(?<!luu )(?:giu|the chap|cam) (?:lai |ban |tam )*(?:goc |chinh )?"
    r"(?:giay to|cmnd|cccd|can cuoc|chung minh|bang goc|bang cap|bang lai|ho khau|ho chieu)"
    r"|(?:nop|thu|de lai) (?:lai |ban )*(?:goc |chinh )(?:\w+ )?"
    r"(?:giay to|cmnd|cccd|can cuoc|chung minh|bang|ho khau|ho chieu)"
    r"|(?:nop|thu|de lai) (?:cmnd|cccd|can cuoc|bang cap|bang lai|ho chieu) (?:ban )?(?:goc|chinh)"
)
DENIED = re.compile(r"(?:khong|chang|ko|mien|cam|chua)(?: (?!nhung|chi can|ma\b)\w+){0,5}$")
DENIED_AFTER = re.compile(r"\W{0,3}(?:khong\b|ko\b|0 ?(?:d|dong|vnd)?\b|mien phi)")
OTHERS_PAY = re.compile(
    r"\bkhach|\b(?:cong ty|doanh nghiep|co so|xuong|quan|chu|ben tuyen|chung toi)"
    r"(?: se| deu)? (?:tra|chiu|lo|dai tho|ho tro|hoan|thanh toan)|giay to xe"
)


def _demanded(text: str, pattern: str) -> bool:
    """Whether some clause demands it; a "không" reaches over the list that follows it."""
    for sentence in re.split(r"[.;!?\n]\s", fold(text)):
        denied = False
        for clause in sentence.split(","):
            spoken_of = re.search(rf"\b(?:{MONEY}|{PAPERS})", clause)
            denied = spoken_of is not None and (denied or _is_denied(clause, spoken_of))
            if not denied and re.search(rf"\b(?:{pattern})", clause):
                return True
    return False


def _is_denied(clause: str, found: re.Match[str]) -> bool:
    before, after = clause[: found.start()].rstrip(), clause[found.end() :]
    return bool(DENIED.search(before) or DENIED_AFTER.match(after) or OTHERS_PAY.search(clause))


def _money(terms: Terms) -> Iterator[Finding]:
    """No fee for being hired, no deposit."""
    for field, text in _texts(terms):
        if _demanded(text, MONEY):
            yield Finding(
                field,
                _(
                    "Không được thu phí hoặc nhận tiền cọc của người xin việc: mức được thu là 0 "
                    "đồng (Bộ luật Lao động 2019, Điều 11 và 17)."
                ),
            )


def _papers(terms: Terms) -> Iterator[Finding]:
    """No keeping of identity papers or diplomas."""
    for field, text in _texts(terms):
        if _demanded(text, PAPERS):
            yield Finding(
                field,
                _(
                    "Không được giữ bản chính giấy tờ tùy thân, văn bằng, chứng chỉ "
                    "(Bộ luật Lao động 2019, Điều 17)."
                ),
            )


# Marks are needed here: "chi tuyen nam nguoi" may well mean five.
ONE_SEX = re.compile(
    r"(?<!không )\bchỉ (?:tuyển|nhận|cần|lấy)(?: lao động| công nhân| nhân viên| thợ| ứng viên| là"
    r"| người| giới tính)*(?: nam| nữ)\b(?!\s*(?:[,/&+-]|và|hoặc|hay|nữ|nam|định))"
    r"|\bkhông (?:tuyển|nhận|lấy)(?: lao động| công nhân| người)?(?: nam| nữ)\b"
)
GROUPS = re.compile(
    r"\bkhông (?:tuyển|nhận|lấy)(?: lao động| công nhân)?(?: người)?"
    r"(?: dân tộc| khuyết tật| ngoại tỉnh| có thai| mang thai| có con| theo đạo| nhiễm hiv)"
    r"|\bcam kết (?:không|chưa) (?:kết hôn|sinh con|mang thai|lấy chồng|lấy vợ)"
)


def _equal(terms: Terms) -> Iterator[Finding]:
    """No choosing by sex, origin, marriage or health."""
    for field, text in _texts(terms):
        words = nfc(text).lower()
        if ONE_SEX.search(words) or GROUPS.search(words):
            yield Finding(
                field,
                _(
                    "Không được chọn người theo giới tính, quê quán, tình trạng hôn nhân hay sức "
                    "khỏe khi công việc không đòi hỏi (Bộ luật Lao động 2019, Điều 8)."
                ),
            )


HOURS = re.compile(
    r"\blam(?: viec)?(?: it nhat| toi thieu| khoang)? (?P<n>\d{1,3}) ?(?:gio|tieng|h)"
    r"\s*(?:/|mot |moi |tren )\s*(?P<per>ngay|tuan)"
)
OVERTIME = re.compile(
    r"(?:tang ca|lam them)[^.;\d]{0,30}(?P<n>\d{1,3}) ?(?:gio|tieng|h)"
    r"\s*(?:/|mot |moi |tren )?\s*thang"
)


def _hours(terms: Terms) -> Iterator[Finding]:
    """48 hours a week, 12 a day with overtime, 40 of overtime a month."""
    for field, text in _texts(terms):
        words = fold(text)
        stated = [(int(found["n"]), found["per"]) for found in HOURS.finditer(words)]
        stated += [(int(found["n"]), "over") for found in OVERTIME.finditer(words)]
        most = {"ngay": LONGEST_DAY, "tuan": LONGEST_WEEK, "over": MOST_OVERTIME}
        if any(hours > most[per] for hours, per in stated):
            yield Finding(
                field,
                _(
                    "Giờ làm thường không quá %(week)s giờ một tuần; cả làm thêm không quá %(day)s "
                    "giờ một ngày; làm thêm không quá %(over)s giờ một tháng (Bộ luật Lao động "
                    "2019, Điều 105 và 107).",
                    week=LONGEST_WEEK,
                    day=LONGEST_DAY,
                    over=MOST_OVERTIME,
                ),
            )


def _texts(terms: Terms) -> tuple[tuple[str, str], ...]:
    return ("title", terms.title), ("description", terms.description)


Rule = Callable[[Terms], Iterable[Finding]]
RULES: tuple[Rule, ...] = (_wage, _age, _money, _papers, _equal, _hours)
