"""Sentences made from codes and figures, in the language of the page; never kept."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from portal import i18n
from portal.i18n import lazy
from portal.matching.facts import Figure
from portal.matching.reasons import Reason
from portal.trades.labels import (
    CONTRACT_LABELS,
    DEMAND_LABELS,
    EDUCATION_LABELS,
    SHIFT_LABELS,
    Labels,
)
from portal.trades.service import names_together

FACTS: dict[str, Any] = {
    "opens_later": lazy("bắt đầu nhận từ %(opens_on)s"),
    "open_until": lazy("còn nhận đến hết %(closes_on)s"),
    "open_always": lazy("đang nhận"),
    "closed": lazy("đã hết hạn ngày %(closes_on)s"),
    "seats_left": lazy("còn %(seats)s chỗ"),
    "no_seat_left": lazy("đã hết chỗ"),
    "within_reach": lazy("cách nhà %(metres)s km; anh/chị chọn tối đa %(max_km)s km"),
    "same_commune": lazy("ngay trong xã, phường anh/chị ở"),
    "lodging_offered": lazy("xa nhà nhưng có chỗ ở"),
    "too_far": lazy("cách nhà %(metres)s km; anh/chị chọn tối đa %(max_km)s km"),
    "distance_unknown": lazy("chưa rõ cách nhà bao xa"),
    "no_schooling_asked": lazy("không đòi hỏi học vấn"),
    "schooling_enough": lazy("đủ học vấn: cần %(least)s"),
    "schooling_short": lazy("cần học vấn %(least)s"),
    "shifts_fit": lazy("hợp giờ của anh/chị: %(shifts)s"),
    "shifts_free": lazy("giờ làm không cố định"),
    "shifts_lacking": lazy("cần làm %(shifts)s; anh/chị chưa chọn giờ này"),
    "limits_touched": lazy("có việc anh/chị không làm được: %(demands)s"),
    "limits_kept": lazy("không có việc anh/chị muốn tránh"),
    "skills_lacking": lazy("còn thiếu: %(skills)s"),
    "skills_claimed": lazy("anh/chị biết %(skills)s nhưng chưa có giấy xác nhận"),
    "no_skill_asked": lazy("không cần tay nghề sẵn"),
    "skills_proven": lazy("đủ tay nghề: %(skills)s"),
    "wage_by_agreement": lazy("lương thỏa thuận; anh/chị muốn từ %(wanted)s đồng"),
    "wage_open": lazy("lương thỏa thuận"),
    "no_wage_wish": lazy("lương đến %(wage)s đồng một tháng"),
    "wage_as_wished": lazy("lương đến %(wage)s đồng; anh/chị muốn từ %(wanted)s đồng"),
    "wage_just_below": lazy("lương đến %(wage)s đồng, gần mức %(wanted)s đồng anh/chị muốn"),
    "wage_too_low": lazy("lương đến %(wage)s đồng; anh/chị muốn từ %(wanted)s đồng"),
    "no_age_asked": lazy("không đòi hỏi tuổi"),
    "old_enough": lazy("đủ tuổi: cần từ %(least_age)s tuổi"),
    "too_young": lazy("cần từ %(least_age)s tuổi"),
    "employer_blocked": lazy("nơi anh/chị không muốn làm"),
    "employer_not_blocked": lazy("không phải nơi anh/chị muốn tránh"),
    "no_occupation_wish": lazy("nghề %(occupation)s; anh/chị chưa chọn nghề"),
    "occupation_same": lazy("đúng nghề anh/chị muốn: %(occupation)s"),
    "occupation_near": lazy("gần nghề anh/chị muốn: %(occupation)s"),
    "occupation_other": lazy("khác nghề anh/chị muốn: %(occupation)s"),
    "contract": lazy("hợp đồng: %(contract)s"),
    "free": lazy("học miễn phí"),
    "aid_covers_fee": lazy("học phí %(fee)s đồng, được hỗ trợ đến %(aid)s đồng"),
    "aid_covers_part": lazy("học phí %(fee)s đồng, được hỗ trợ %(aid)s đồng"),
    "fee": lazy("học phí %(fee)s đồng"),
    "certificate": lazy("có chứng chỉ khi học xong"),
    "no_certificate": lazy("không cấp chứng chỉ"),
}
STEPS: dict[str, Any] = {
    "learn_skills": lazy("Học thêm: %(skills)s."),
    "offer_shifts": lazy("Nếu làm được %(shifts)s, mời sửa giờ làm của anh/chị."),
    "go_farther": lazy("Nếu đi được %(km_needed)s km, mời sửa quãng đường đi làm."),
    "lower_wage_wish": lazy("Nếu nhận mức %(wish_that_fits)s đồng, mời sửa mức lương mong muốn."),
    "reach_schooling": lazy("Cần học xong %(least)s."),
}
MISSING: dict[str, Any] = {
    "skills": lazy("thiếu tay nghề"),
    "shifts": lazy("lệch giờ"),
    "distance": lazy("hơi xa"),
    "wage": lazy("lương thấp hơn mong muốn"),
    "education": lazy("thiếu học vấn"),
}
NEAR_TRADE = 2  # digits in common from which an occupation counts as near


class Voice:
    """Says reasons; the names of their skills and occupations are asked for once, for all."""

    def __init__(self, reasons: Iterable[Reason]) -> None:
        skills, occupations = _codes_in(reasons)
        trades, crafts = names_together(occupations, skills)
        self._names = crafts | trades

    def fact(self, reason: Reason) -> str:
        """What is true, with its figures: "Cách nhà 7,2 km; anh/chị chọn tối đa 20 km"."""
        words = self._filled(FACTS[_shade(reason)], reason.figures)
        return words[:1].upper() + words[1:]

    def step(self, reason: Reason) -> str:
        """What would mend a missing row; "" where the person cannot."""
        if reason.step is None or reason.fact == "distance_unknown":
            return ""
        return self._filled(STEPS[reason.step], reason.figures)

    def _filled(self, sentence: Any, figures: Mapping[str, Figure]) -> str:
        written = {name: self._written(name, value) for name, value in figures.items()}
        return str(sentence) % written

    def _written(self, name: str, value: Any) -> str:
        if name in NAMED:
            return ", ".join(self._names.get(code, code) for code in _list(value))
        return WRITERS.get(name, i18n.number)(value)


def missing_said(name: str) -> str:
    """A missing criterion in two words."""
    return str(MISSING[name])


def _codes_in(reasons: Iterable[Reason]) -> tuple[set[str], set[str]]:
    """The codes of skills and of occupations that the sentences will name."""
    skills: set[str] = set()
    occupations: set[str] = set()
    for reason in reasons:
        skills.update(_list(reason.figures.get("skills")))
        occupations.update(_list(reason.figures.get("occupation")))
    return skills, occupations


def _shade(reason: Reason) -> str:
    """Where one fact reads differently by its figures: which sentence."""
    figures = reason.figures
    if reason.fact == "within_reach" and not figures["metres"]:
        return "same_commune"
    if reason.fact == "occupation_shared":
        digits = int(str(figures["digits"]))
        shades = {4: "occupation_same"}
        return shades.get(digits, "occupation_near" if digits >= NEAR_TRADE else "occupation_other")
    if reason.fact == "shifts_fit" and not figures["shifts"]:
        return "shifts_free"
    if reason.fact == "wage_by_agreement" and not figures["wanted"]:
        return "wage_open"
    return reason.fact


def _list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _by(labels: Labels) -> Callable[[list[str]], str]:
    return lambda words: ", ".join(str(labels[word]) for word in words)


def _km(metres: int) -> str:
    return i18n.number(metres / 1000)


NAMED = ("skills", "occupation")
WRITERS: dict[str, Callable[[Any], str]] = {
    "metres": _km,
    "opens_on": i18n.day,
    "closes_on": i18n.day,
    "shifts": _by(SHIFT_LABELS),
    "demands": _by(DEMAND_LABELS),
    "contract": lambda word: str(CONTRACT_LABELS[word]),
    "least": lambda level: str(EDUCATION_LABELS[level]),
    "own": lambda level: str(EDUCATION_LABELS[level]),
}
