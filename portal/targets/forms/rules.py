"""What is typed to set the rule of a province."""

from wtforms import BooleanField, IntegerField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from portal.forms import DayField, Form, options
from portal.i18n import lazy
from portal.targets.report_labels import CUTS

DAYS = NumberRange(0, 60)


class RuleForm(Form):
    """Every part of a rule, from which day, and why."""

    from_on = DayField(lazy("Có hiệu lực từ ngày"), [InputRequired()])
    needs_decision = BooleanField(lazy("Phải có quyết định thành lập"))
    needs_chair = BooleanField(lazy("Phải có chủ nhiệm đương nhiệm"))
    months = IntegerField(
        lazy("Số tháng gần nhất phải có biên bản"), [InputRequired(), NumberRange(1, 12)]
    )
    least_attendance = IntegerField(
        lazy("Có mặt trung bình ít nhất, phần trăm"), [InputRequired(), NumberRange(0, 100)]
    )
    needs_report = BooleanField(lazy("Phải gửi báo cáo tháng gần nhất"))
    period_starts_on = SelectField(
        lazy("Kỳ báo cáo"), [InputRequired()], coerce=int, choices=options(CUTS.items())
    )
    commune_days = IntegerField(lazy("Xã gửi sau kỳ, số ngày"), [InputRequired(), DAYS])
    province_days = IntegerField(lazy("Tỉnh chốt sau kỳ, số ngày"), [InputRequired(), DAYS])
    reason = StringField(lazy("Lý do, văn bản căn cứ"), [DataRequired(), Length(max=500)])
