"""A vacancy in the words of the page."""

from datetime import date
from typing import Any

from portal import clock
from portal.i18n import _, day, kept, lazy, number
from portal.jobs.lawful import LAWS
from portal.jobs.models import (
    Paper,
    ReportState,
    Vacancy,
    VacancyEvent,
    VacancyState,
    Verification,
)
from portal.places import service as places
from portal.trades.labels import (
    CONTRACT_LABELS,
    DEMAND_LABELS,
    EDUCATION_LABELS,
    SHIFT_LABELS,
    in_words,
)
from portal.trades.service import occupation_name, skill_names

STANDINGS: dict[str, tuple[str, Any]] = {
    Verification.PENDING: ("attention", lazy("chờ duyệt")),
    Verification.VERIFIED: ("good", lazy("đã duyệt")),
    Verification.REFUSED: ("bad", lazy("chưa được duyệt")),
    Verification.SUSPENDED: ("bad", lazy("tạm ngưng")),
}
PAPERS: dict[str, Any] = {
    Paper.BUSINESS: lazy("Giấy chứng nhận đăng ký doanh nghiệp"),
    Paper.HOUSEHOLD: lazy("Giấy chứng nhận đăng ký hộ kinh doanh"),
    Paper.COOPERATIVE: lazy("Giấy chứng nhận đăng ký hợp tác xã"),
    Paper.FOUNDING: lazy("Quyết định thành lập"),
    Paper.OTHER: lazy("Giấy tờ khác"),
}
DECIDED: dict[str, Any] = {
    Verification.PENDING: lazy("gửi lại để duyệt"),
    Verification.VERIFIED: lazy("đã duyệt"),
    Verification.REFUSED: lazy("chưa được duyệt"),
    Verification.SUSPENDED: lazy("tạm ngưng"),
    "renamed": lazy("ghi nhận tên hoặc mã số thuế mới"),
    "name_kept": lazy("giữ tên và mã số thuế cũ"),
}
EVENTS: dict[str, Any] = {
    "extended": lazy("gia hạn"),
    "warned": lazy("đã báo sắp hết hạn"),
    VacancyState.EXPIRED: lazy("đã hết hạn"),
    VacancyState.CLOSED: lazy("đã đóng"),
    VacancyState.TAKEN_DOWN: lazy("bị gỡ"),
}
REPORT_STATES: dict[str, tuple[str, Any]] = {
    ReportState.NEW: ("attention", lazy("mới")),
    ReportState.LOOKED_INTO: ("plain", lazy("đang kiểm tra")),
    ReportState.DISMISSED: ("plain", lazy("không có căn cứ")),
    ReportState.TAKEN_DOWN: ("bad", lazy("đã gỡ tin")),
}


# a code of HiringReason of the employer's side
EMPLOYER_REASONS: dict[str, Any] = {
    "filled": lazy("Đã đủ người"),
    "other_skills": lazy("Việc cần tay nghề khác"),
    "hours_differ": lazy("Giờ làm không khớp"),
    "not_reached": lazy("Không liên lạc được"),
    "did_not_come": lazy("Không đến hẹn"),
}


def pay(vacancy: Any) -> str:
    """8.000.000 – 9.000.000 đồng một tháng, for a vacancy or a row of the open list."""
    return _pay(vacancy.wage_from, vacancy.wage_to)


@kept
def _pay(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return str(_("Lương thỏa thuận"))
    if low is None:
        return str(_("Đến %(most)s đồng một tháng", most=number(high)))
    if high is None or high == low:
        return str(_("%(pay)s đồng một tháng", pay=number(low)))
    return str(_("%(low)s – %(high)s đồng một tháng", low=number(low), high=number(high)))


def listed(row: Any) -> list[str]:
    """What the open list says of a vacancy, line by line."""
    return [
        f"{row.employer_name} · {place_name(row.commune_code)}",
        pay(row),
        _hours(row.shifts, row.accommodation),
        _seats_until(row.seats_left, row.closes_on),
    ]


@kept
def _hours(bits: int, accommodation: bool) -> str:
    said = [shifts(bits), _("có chỗ ở") if accommodation else ""]
    return " · ".join(filter(None, said))


@kept
def _seats_until(seats: int, last: date) -> str:
    return str(_("còn %(n)s chỗ, nhận hồ sơ đến %(day)s", n=number(seats), day=day(last)))


def place_name(code: str) -> str:
    """The commune as it is called today."""
    return places.name_of(code, clock.today())


def vacancy_state(vacancy: Vacancy, verification: str) -> tuple[str, str]:
    """The kind of tag and the word: whether the vacancy is shown now, and if not, why."""
    today = clock.today()
    why_not = (
        (vacancy.state == VacancyState.TAKEN_DOWN, lazy("bị gỡ")),
        (vacancy.state == VacancyState.CLOSED, lazy("đã đóng")),
        (vacancy.state == VacancyState.EXPIRED, lazy("đã hết hạn")),
        (vacancy.taken >= vacancy.seats, lazy("đã đủ người")),
        (bool(vacancy.opens_on and vacancy.opens_on > today), lazy("chưa mở")),
    )
    for holds, word in why_not:
        if holds:
            return "plain", str(word)
    if verification != Verification.VERIFIED:
        return standing(verification)
    return "good", str(_("đang mở"))


def standing(verification: str) -> tuple[str, str]:
    """The kind of tag and the word for where an employer stands."""
    kind, word = STANDINGS[verification]
    return kind, str(word)


def shifts(bits: int) -> str:
    """When one works."""
    return in_words(bits, SHIFT_LABELS)


def suitable(stored: str) -> str:
    """About how many people fit, from the step that an inside job wrote: "10" is 10 to 20."""
    if stored.startswith("<"):
        return str(_("dưới %(n)s", n=stored[1:]))
    if not stored:
        return ""
    low = int(stored)
    high = low * 5 // 2 if str(low)[0] == "2" else low * 2
    return str(_("khoảng %(low)s đến %(high)s", low=number(low), high=number(high)))


def event(happened: VacancyEvent) -> str:
    """What happened to a vacancy: which day it then ended on, or the rule it broke."""
    said = str(EVENTS[happened.what])
    if happened.what in ("extended", "warned"):
        said = f"{said}: {day(happened.closes_on)}"
    rule = str(LAWS[happened.rule]) if happened.rule else ""
    told = ". ".join(filter(None, (said, rule, happened.words)))
    return told[:1].upper() + told[1:]


def hours(vacancy: Vacancy) -> str:
    """8 giờ một ngày · 48 giờ một tuần · làm thêm đến 20 giờ một tháng."""
    said = (
        vacancy.hours_day and _("%(n)s giờ một ngày", n=vacancy.hours_day),
        vacancy.hours_week and _("%(n)s giờ một tuần", n=vacancy.hours_week),
        vacancy.overtime_month and _("làm thêm đến %(n)s giờ một tháng", n=vacancy.overtime_month),
    )
    return " · ".join(str(part) for part in said if part)


def summary(vacancy: Vacancy, must: list[str], nice: list[str]) -> list[tuple[str, str]]:
    """What a vacancy offers and asks, term by term, blank ones left out; skills come as codes."""
    named = skill_names([*must, *nice])
    rows = [
        (_("Lương"), pay(vacancy)),
        (_("Nơi làm việc"), place_name(vacancy.commune_code)),
        (_("Nghề"), occupation_name(vacancy.occupation)),
        (_("Thời gian làm việc"), shifts(vacancy.shifts)),
        (_("Số giờ làm"), hours(vacancy)),
        (_("Công việc có"), in_words(vacancy.demands, DEMAND_LABELS)),
        (_("Học vấn cần có"), str(EDUCATION_LABELS[vacancy.education])),
        (_("Kỹ năng phải có"), ", ".join(named.get(code, code) for code in must)),
        (_("Kỹ năng có thì tốt"), ", ".join(named.get(code, code) for code in nice)),
        (_("Tuổi ít nhất"), str(vacancy.min_age or "")),
        (_("Hợp đồng"), str(CONTRACT_LABELS[vacancy.contract])),
        (_("Chỗ ở"), _("có chỗ ở cho người làm") if vacancy.accommodation else ""),
        (_("Số chỗ còn"), number(vacancy.seats - vacancy.taken)),
        (_("Nhận hồ sơ đến"), day(vacancy.closes_on)),
    ]
    return [(term, said) for term, said in rows if said]
