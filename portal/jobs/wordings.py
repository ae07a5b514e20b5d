"""What the words of a vacancy plainly say: money, papers, who is not wanted, how long one works.

Employers often leave the marks out, so most patterns read folded text; where the marks carry the
meaning ("nam" and "năm") they are asked for. A denial ("không thu phí") is never taken for its
opposite.
"""

import re
from collections.abc import Iterator

from portal.text import fold, nfc

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


def demands_money(text: str) -> bool:
    """Whether it asks the applicant for a fee or a deposit."""
    return _demanded(text, MONEY)


def keeps_papers(text: str) -> bool:
    """Whether the originals of papers are kept."""
    return _demanded(text, PAPERS)


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


# Marks are needed here: "chi tuyen nam nguoi" may well mean five.
WORKERS = r"(?: lao động| công nhân| nhân viên| thợ| ứng viên| là| người| bạn| giới tính)*"
BOTH = r"(?!\s*(?:[/&+-]|,\s*(?:nữ|nam)|và\b|hoặc|hay\b|nữ|nam|định))(?!\s+(?-i:[A-ZĐÀ-Ỹ]))"
NOT_HIRED = r"\b(?:không|ko|miễn) (?:tuyển|nhận|lấy|thuê|tiếp)(?: dụng| hồ sơ)?" + WORKERS
ONLY = r"\b(?:chỉ (?:tuyển|nhận|cần|lấy)|yêu cầu|ưu tiên)" + WORKERS
UNMARRIED = r" (?:độc thân|chưa (?:kết hôn|lập gia đình|có gia đình|có con|chồng|vợ))"
PAST = (
    r"(?: có| từng| đã)*(?: bị)? (?:tiền án|tiền sự|án tích|đi tù|ở tù|tù tội|mãn hạn tù|ra tù"
    r"|cai nghiện|sau cai|nghiện)"
)
CHOOSES = {
    "sex": re.compile(
        rf"(?<!không )\bchỉ (?:tuyển|nhận|cần|lấy){WORKERS} (?:nam|nữ)\b{BOTH}"
        rf"|(?<!không )\btuyển(?: gấp| dụng| thêm| ngay)*(?: \d+)?{WORKERS} (?:nam|nữ)\b{BOTH}"
        rf"|{NOT_HIRED} (?:nam|nữ)\b"
        rf"|\bưu tiên(?: tuyển| nhận)?{WORKERS} nam\b{BOTH}",
        re.IGNORECASE,
    ),
    "origin": re.compile(
        rf"{NOT_HIRED} (?:dân tộc|ngoại tỉnh|quê|gốc|miền|theo đạo|có đạo|tỉnh)", re.IGNORECASE
    ),
    "marriage": re.compile(
        rf"{NOT_HIRED} (?:có thai|mang thai|có con|có gia đình|đã kết hôn|có chồng|có vợ)"
        rf"|{ONLY}{UNMARRIED}"
        r"|\bcam kết (?:không|chưa) (?:kết hôn|sinh con|mang thai|lấy chồng|lấy vợ)",
        re.IGNORECASE,
    ),
    "health": re.compile(
        rf"{NOT_HIRED}(?: bị)? (?:khuyết tật|nhiễm hiv|có hiv|tàn tật)"
        r"|(?<!không )(?<!không cần )(?<!không yêu cầu )\b(?:xét nghiệm|test) hiv",
        re.IGNORECASE,
    ),
    "past": re.compile(
        rf"{NOT_HIRED}{PAST}"
        r"|(?<!hay )(?<!hoặc )(?<!kể )\b(?:không|chưa)(?: từng)?(?: có)?"
        r" (?:tiền án|tiền sự|án tích)"
        r"|\b(?:không|chưa) (?:từng )(?:đi tù|ở tù|cai nghiện|nghiện)"
        r"|\blý lịch trong sạch",
        re.IGNORECASE,
    ),
}
TO = r"\s*(?:-|–|—|đến|tới)\s*"
OLDEST = re.compile(
    r"\b(?:dưới|không quá|tối đa|nhiều nhất|đến)\s*(?P<most>\d\d)\s*tuổi"
    rf"|\b\d\d(?:\s*tuổi)?{TO}(?P<to>\d\d)\s*tuổi"
    rf"|\btuổi\s*(?:từ|:)*\s*\d\d{TO}(?P<until>\d\d)\b",
    re.IGNORECASE,
)
YOUNGEST_LIMIT = 20  # "không tuyển người dưới 18 tuổi" is the law itself
OTHERS_AGE = re.compile(
    r"\b(?:trẻ|bé|cháu|học sinh|học viên|khách|bệnh nhân|cụ|người già|cao tuổi|xe|cây|vườn)\b"
    r"|không (?:giới hạn|phân biệt|kể|yêu cầu)",
    re.IGNORECASE,
)


def grounds_of_choice(text: str) -> list[str]:
    """By what it plainly chooses people, of the grounds that the law forbids."""
    words = nfc(text)
    found = [ground for ground, pattern in CHOOSES.items() if pattern.search(words)]
    return [*found, "age"] if _chooses_by_age(words) else found


def _chooses_by_age(words: str) -> bool:
    for clause in re.split(r"[.;!?\n,]\s", words):
        limit = OLDEST.search(clause)
        if limit and not OTHERS_AGE.search(clause):
            return int(next(filter(None, limit.groups()))) >= YOUNGEST_LIMIT
    return False


RECORDS = re.compile(r"\bly lich tu phap (?:so )?(?:2|hai)\b")


def asks_for_records(text: str) -> bool:
    """Whether it asks for the second kind of criminal record."""
    for clause in re.split(r"[.;!?\n,]\s", fold(text)):
        found = RECORDS.search(clause)
        if found and not re.search(r"\b(?:khong|ko|chang)\b", clause[: found.start()]):
            return True
    return False


HOURS = re.compile(
    r"\blam(?: viec)?(?: it nhat| toi thieu| khoang)? (?P<n>\d{1,3}) ?(?:gio|tieng|h)"
    r"\s*(?:/|mot |moi |tren )\s*(?P<per>ngay|tuan)"
)
OVERTIME = re.compile(
    r"(?:tang ca|lam them)[^.;\d]{0,30}(?P<n>\d{1,3}) ?(?:gio|tieng|h)"
    r"\s*(?:/|mot |moi |tren )?\s*thang"
)


def hours_said(text: str) -> Iterator[tuple[int, str]]:
    """Hours of work that it names, and per what: "day", "week" or "overtime" (a month)."""
    words = fold(text)
    for found in HOURS.finditer(words):
        yield int(found["n"]), "day" if found["per"] == "ngay" else "week"
    for found in OVERTIME.finditer(words):
        yield int(found["n"]), "overtime"
