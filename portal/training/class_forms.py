"""What is typed of a class: its days, seats, and the hours of its week; and of a seat offered."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import time
from typing import Any

from wtforms import BooleanField, IntegerField, RadioField, SelectField, StringField, TimeField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from portal.forms import DayField, Form, ManyField, VersionField, WordsField, options
from portal.i18n import WEEKDAYS, _, lazy
from portal.places.forms import CommuneField
from portal.trades.labels import SHIFT_LABELS
from portal.training.labels import DECLINED_LABELS
from portal.training.models import OFFER_DAYS, WeeklySession

HOURS = ["%H:%M", "%Hh%M"]
Line = tuple[Any, ...]
LINES = range(1, 8)  # a week can have other hours on each day
LONGEST_OFFER = 14


def _days(label: Any) -> ManyField:
    return ManyField(label, default=(), coerce=int, choices=options(enumerate(WEEKDAYS)))


def _hour(label: Any) -> TimeField:
    return TimeField(label, [Optional()], format=HOURS)


class ClassForm(Form):
    """When and where a course is held, with how many seats."""

    version = VersionField()
    commune_code = CommuneField(lazy("Xã, phường mở lớp"), [InputRequired(), Length(max=200)])
    address = StringField(lazy("Địa chỉ lớp"), [Length(max=200)])
    starts_on = DayField(lazy("Ngày khai giảng"), [InputRequired()])
    ends_on = DayField(lazy("Ngày kết thúc"), [Optional()])
    enrol_from = DayField(lazy("Mở ghi danh từ ngày"), [Optional()])
    enrol_by = DayField(lazy("Hạn ghi danh"), [InputRequired()])
    days_1 = _days(lazy("Các thứ"))
    starts_1 = _hour(lazy("Từ giờ"))
    ends_1 = _hour(lazy("Đến giờ"))
    shifts = WordsField(lazy("Học vào lúc nào"), [Optional()], SHIFT_LABELS)
    seats = IntegerField(lazy("Số chỗ"), [InputRequired(), NumberRange(min=1, max=1000)])
    min_seats = IntegerField(
        lazy("Cần ít nhất bao nhiêu người mới mở"),
        [Optional(), NumberRange(min=0, max=1000)],
    )
    offer_days = IntegerField(
        lazy("Giữ chỗ trống cho người chờ mấy ngày"),
        [InputRequired(), NumberRange(min=1, max=LONGEST_OFFER)],
        default=OFFER_DAYS,
    )
    accommodation = BooleanField(lazy("Có chỗ ở"))

    @property
    def week(self) -> list[Line]:
        """The lines of the week: the days, from, to."""
        names = ("days", "starts", "ends")
        return [tuple(self[f"{name}_{line}"] for name in names) for line in LINES]

    def validate(self, extra_validators: Any = None) -> bool:
        """A line of the week is whole: days with hours, or nothing."""
        sound: bool = super().validate(extra_validators)
        for days, starts, ends in self.week:
            given = [bool(days.data), starts.data is not None, ends.data is not None]
            if any(given) and not all(given) and not (starts.errors or ends.errors):
                at_fault = (days, starts, ends)[given.index(False)]
                at_fault.errors = [*at_fault.errors, _("Mời ghi đủ thứ, từ giờ và đến giờ.")]
                sound = False
        return sound

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, the lines of the week as one timetable."""
        lines = {field.name for line in self.week for field in line}
        typed = {name: value for name, value in super().values.items() if name not in lines}
        return {**typed, "min_seats": typed["min_seats"] or 0, "timetable": self._timetable()}

    def _timetable(self) -> list[tuple[int, time, time]]:
        return [
            (day, starts.data, ends.data) for days, starts, ends in self.week for day in days.data
        ]


for _line in LINES[1:]:
    setattr(ClassForm, f"days_{_line}", _days(lazy("Các thứ, khung giờ %(n)s", n=_line)))
    setattr(ClassForm, f"starts_{_line}", _hour(lazy("Từ giờ, khung %(n)s", n=_line)))
    setattr(ClassForm, f"ends_{_line}", _hour(lazy("Đến giờ, khung %(n)s", n=_line)))


def lines_of(sessions: Iterable[WeeklySession]) -> dict[str, Any]:
    """The weekly hours of a class as the lines of its form."""
    by_hours: defaultdict[tuple[time, time], list[int]] = defaultdict(list)
    for session in sessions:
        by_hours[session.starts, session.ends].append(session.weekday)
    lines: dict[str, Any] = {}
    for line, ((starts, ends), days) in zip(LINES, by_hours.items(), strict=False):
        lines |= {f"days_{line}": days, f"starts_{line}": starts, f"ends_{line}": ends}
    return lines


class AnswerForm(Form):
    """What somebody says to a seat that they were offered."""

    takes = RadioField(
        lazy("Người học trả lời"),
        [InputRequired()],
        choices=options([("yes", lazy("Nhận chỗ")), ("no", lazy("Không nhận chỗ"))]),
    )
    reason = SelectField(
        lazy("Lý do nếu không nhận"), choices=options([("", "–"), *DECLINED_LABELS.items()])
    )


class JoinForm(Form):
    """Who enrols by themselves, and that the provider may know it."""

    name = StringField(lazy("Họ và tên"), [DataRequired(), Length(max=100)])
    phone = StringField(lazy("Điện thoại"), [DataRequired(), Length(max=20)])
    agree = BooleanField(
        lazy("Tôi đồng ý"),
        [DataRequired(lazy("Mời đánh dấu đồng ý, hoặc gọi cho cơ sở đào tạo."))],
    )
