"""What is typed to ask for a paper: what of, and the words of its head and foot."""

from typing import Any

from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from portal.forms import DayField, Form
from portal.i18n import _, lazy
from portal.targets.reports.model import Texts

SHORT, LINES = Length(max=200), Length(max=2000)
HEAD = ("above", "authority", "number", "signed_as", "signed_by", "recipients")


class PaperForm(Form):
    """Which report to set; two days typed go before the period chosen."""

    plan_number = SelectField(lazy("Kế hoạch"), [InputRequired()])
    place_code = SelectField(lazy("Nơi báo cáo"), [InputRequired()])
    period = SelectField(lazy("Kỳ"), [InputRequired()])
    first = DayField(lazy("Hoặc báo cáo đột xuất từ ngày"), [Optional()])
    last = DayField(lazy("đến ngày"), [Optional()])
    above = StringField(lazy("Cơ quan chủ quản"), [SHORT])
    authority = TextAreaField(lazy("Cơ quan ban hành"), [SHORT])
    number = StringField(lazy("Số báo cáo"), [SHORT])
    made_on = DayField(lazy("Ngày báo cáo"), [Optional()])
    signed_as = TextAreaField(lazy("Chức vụ người ký"), [SHORT])
    signed_by = StringField(lazy("Họ tên người ký"), [SHORT])
    recipients = TextAreaField(lazy("Nơi nhận"), [LINES])

    @property
    def asked(self) -> dict[str, Any]:
        """The plan, the place, the period as it is written, and the words typed."""
        first, last = self.first.data, self.last.data
        return {
            "plan_number": self.plan_number.data,
            "place_code": self.place_code.data,
            "period": f"{first}..{last}" if first and last else self.period.data,
            "texts": Texts(
                made_on=self.made_on.data, **{name: str(self[name].data or "") for name in HEAD}
            ),
        }

    def validate(self, extra_validators: Any = None) -> bool:
        """Both days or none, and in order."""
        sound: bool = super().validate(extra_validators)
        first, last = self.first.data, self.last.data
        if bool(first) != bool(last):
            self.last.errors = [_("Mời ghi cả hai ngày.")]
        elif first and first > last:
            self.last.errors = [_("Ngày cuối phải từ ngày đầu trở đi.")]
        return sound and not self.last.errors
