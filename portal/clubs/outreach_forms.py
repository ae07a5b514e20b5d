"""What is typed about people whom a club approached."""

from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from portal.clubs.labels import ANSWER_LABELS, NOT_MET_LABELS, WHY_NOT_LABELS
from portal.forms import DayField, Form, options
from portal.i18n import lazy

SHORT = Length(max=200)


class ApproachForm(Form):
    """Somebody approached."""

    name = StringField(lazy("Họ tên"), [DataRequired(), SHORT])
    phone = StringField(lazy("Điện thoại"), [SHORT])
    approached_on = DayField(lazy("Ngày tiếp cận"), [InputRequired()])
    approached_by = StringField(lazy("Ai đã gặp"), [DataRequired(), SHORT])
    remark = TextAreaField(lazy("Ghi chú"), [Length(max=500)])


class OutreachAnswerForm(Form):
    """What came of it; only some answers need a reason."""

    state = RadioField(lazy("Kết quả"), [InputRequired()])
    reason = SelectField(
        lazy("Lý do"),
        default="",
        choices=[
            *options([("", "–")]),
            *options(NOT_MET_LABELS.items(), group=ANSWER_LABELS["not_reached"]),
            *options(WHY_NOT_LABELS.items(), group=lazy("Không tham gia")),
        ],
    )
