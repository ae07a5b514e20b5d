"""What is typed about reports: begun, written, moved, corrected."""

from collections.abc import Iterable
from typing import Any

from wtforms import IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from portal.forms import DayField, Form, VersionField, options
from portal.i18n import _, lazy
from portal.targets.report_labels import MOVES

LONG = Length(max=20_000)
MOST = 1_000_000_000


class WhichReport(Form):
    """A plan, a place and a period; two days typed go before the period chosen."""

    plan_number = SelectField(lazy("Kế hoạch"), [InputRequired()])
    place_code = SelectField(lazy("Nơi báo cáo"), [InputRequired()])
    period = SelectField(lazy("Kỳ"), [InputRequired()])
    first = DayField(lazy("Hoặc báo cáo đột xuất từ ngày"), [Optional()])
    last = DayField(lazy("đến ngày"), [Optional()])

    @property
    def asked(self) -> dict[str, Any]:
        """The plan, the place and the period as it is written."""
        first, last = self.first.data, self.last.data
        return {
            "plan_number": self.plan_number.data,
            "place_code": self.place_code.data,
            "period": f"{first}..{last}" if first and last else self.period.data,
        }

    def validate(self, extra_validators: Any = None) -> bool:
        """Both days or none, and in order."""
        sound: bool = super().validate(extra_validators)
        first, last = self.first.data, self.last.data
        if sound and bool(first) != bool(last):
            self.last.errors = [_("Mời ghi cả hai ngày.")]
        elif sound and first and first > last:
            self.last.errors = [_("Ngày cuối phải từ ngày đầu trở đi.")]
        return sound and not self.last.errors


class ReportForm(Form):
    """What the officer writes beside the figures."""

    results = TextAreaField(lazy("Đánh giá kết quả"), [LONG])
    difficulties = TextAreaField(lazy("Khó khăn, vướng mắc"), [LONG])
    proposals = TextAreaField(lazy("Đề xuất, kiến nghị"), [LONG])
    next_tasks = TextAreaField(lazy("Nhiệm vụ kỳ tới"), [LONG])
    version = VersionField()


class MoveReportForm(Form):
    """Where the report goes, with what words, and signed by which code."""

    to_state = RadioField(lazy("Việc cần làm"), [InputRequired()])
    words = TextAreaField(lazy("Lời nhắn"), [Length(max=2000)])
    code = StringField(lazy("Mã 6 chữ số để ký"), [Length(max=6)])
    version = VersionField()

    def offer(self, states: Iterable[str]) -> None:
        """The moves that the officer may make now."""
        self.to_state.choices = options((state, MOVES[state]) for state in states)


class CorrectForm(Form):
    """Which figure of a closed report was wrong, what it is, and why."""

    line = SelectField(lazy("Nội dung"), [InputRequired()])
    to_figure = IntegerField(lazy("Số đúng"), [InputRequired(), NumberRange(0, MOST)])
    reason = StringField(lazy("Lý do"), [DataRequired(), Length(max=500)])
