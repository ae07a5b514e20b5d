"""What labour law forbids in a vacancy: each finding names the rule, the figure and the field.

Only what is plainly unlawful is found. "Không thu phí", "không đặt cọc" and what a customer pays
are lawful: an honest employer must never be stopped by a word.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal import clock
from portal.i18n import _, lazy, number
from portal.jobs import wordings
from portal.places import service as places
from portal.trades.vocabulary import DEMANDS, SHIFTS, from_bits

YOUNGEST = 15
GROWN_UP = 18
NOT_FOR_MINORS = ("heavy", "heights", "chemicals", "night")
LONGEST_DAY, LONGEST_WEEK, MOST_OVERTIME = 12, 48, 40  # hours; overtime a month
NORMAL_DAY, MINORS_DAY, MINORS_WEEK = 10, 8, 40
MOST_SAID = {"day": LONGEST_DAY, "week": LONGEST_WEEK, "overtime": MOST_OVERTIME}
ZONES = ("", "I", "II", "III", "IV")
# what an officer names who takes a vacancy down
LAWS: dict[str, Any] = {
    "wage": lazy("Lương thấp hơn mức tối thiểu vùng (Bộ luật Lao động 2019, Điều 90 và 91)"),
    "age": lazy("Sai quy định về tuổi lao động (Bộ luật Lao động 2019, Điều 143 đến 147)"),
    "fee": lazy("Thu phí hoặc tiền cọc của người xin việc (Bộ luật Lao động 2019, Điều 11 và 17)"),
    "papers": lazy("Giữ giấy tờ của người lao động (Bộ luật Lao động 2019, Điều 17)"),
    "equal": lazy("Phân biệt đối xử (Bộ luật Lao động 2019, Điều 8 khoản 1)"),
    "hours": lazy("Quá giờ làm việc, làm thêm (Bộ luật Lao động 2019, Điều 105 và 107)"),
    "false": lazy("Hứa hẹn, quảng cáo gian dối (Bộ luật Lao động 2019, Điều 8 khoản 6)"),
}
GROUNDS: dict[str, Any] = {
    "sex": lazy("giới tính"),
    "age": lazy("tuổi"),
    "origin": lazy("quê quán, dân tộc, tôn giáo"),
    "marriage": lazy("tình trạng hôn nhân, thai sản"),
    "health": lazy("khuyết tật, tình trạng HIV"),
    "past": lazy("quá khứ của họ"),
}


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
    hours_day: int | None = None
    hours_week: int | None = None
    overtime_month: int | None = None


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


def _money(terms: Terms) -> Iterator[Finding]:
    """No fee for being hired, no deposit."""
    for field, text in _texts(terms):
        if wordings.demands_money(text):
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
        if wordings.keeps_papers(text):
            yield Finding(
                field,
                _(
                    "Không được giữ bản chính giấy tờ tùy thân, văn bằng, chứng chỉ "
                    "(Bộ luật Lao động 2019, Điều 17)."
                ),
            )


def _equal(terms: Terms) -> Iterator[Finding]:
    """No choosing by sex, age, origin, marriage, health or past."""
    for field, text in _texts(terms):
        for ground in wordings.grounds_of_choice(text):
            yield Finding(
                field,
                _(
                    "Không được chọn người theo %(ground)s khi công việc không đòi hỏi "
                    "(Bộ luật Lao động 2019, Điều 3 khoản 8 và Điều 8 khoản 1).",
                    ground=GROUNDS[ground],
                ),
            )


def _records(terms: Terms) -> Iterator[Finding]:
    """Nobody may ask for the second kind of criminal record."""
    for field, text in _texts(terms):
        if wordings.asks_for_records(text):
            yield Finding(
                field,
                _(
                    "Không được đòi Phiếu lý lịch tư pháp số 2; Phiếu số 1 chỉ khi luật định (Luật "
                    "Lý lịch tư pháp sửa đổi năm 2025, từ ngày 01/07/2026)."
                ),
            )


def _said_hours(terms: Terms) -> Iterator[Finding]:
    """48 hours a week, 12 a day with overtime, 40 of overtime a month: in the words."""
    for field, text in _texts(terms):
        if any(hours > MOST_SAID[per] for hours, per in wordings.hours_said(text)):
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


def _hours(terms: Terms) -> Iterator[Finding]:
    """The same in figures; who is under 18 works 8 hours a day and 40 a week."""
    young = terms.min_age < GROWN_UP
    limits = (
        ("hours_day", MINORS_DAY if young else NORMAL_DAY),
        ("hours_week", MINORS_WEEK if young else LONGEST_WEEK),
        ("overtime_month", MOST_OVERTIME),
    )
    for field, most in limits:
        if (getattr(terms, field) or 0) > most:
            yield Finding(field, _too_long(field, most, young=young))


def _too_long(field: str, most: int, *, young: bool) -> str:
    if field == "overtime_month":
        said = _(
            "Làm thêm không quá %(n)s giờ một tháng (Bộ luật Lao động 2019, Điều 107).", n=most
        )
        return str(said)
    per = _("một ngày") if field == "hours_day" else _("một tuần")
    said = (
        _(
            "Tin nhận người dưới 18 tuổi: làm không quá %(n)s giờ %(per)s (Bộ luật Lao động 2019, "
            "Điều 146).",
            n=most,
            per=per,
        )
        if young
        else _(
            "Giờ làm thường không quá %(n)s giờ %(per)s (Bộ luật Lao động 2019, Điều 105).",
            n=most,
            per=per,
        )
    )
    return str(said)


def _texts(terms: Terms) -> tuple[tuple[str, str], ...]:
    return ("title", terms.title), ("description", terms.description)


Rule = Callable[[Terms], Iterable[Finding]]
RULES: tuple[Rule, ...] = (_wage, _age, _money, _papers, _equal, _records, _said_hours, _hours)
