"""What is typed about a club's cash, and what was raised for it."""

from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from portal.clubs.labels import CAME_IN_LABELS, RESOURCE_LABELS, WENT_OUT_LABELS
from portal.forms import DayField, Form, MoneyField, options
from portal.i18n import _, lazy

SHORT = Length(max=200)


def more_than_nothing(_form: Form, field: MoneyField) -> None:
    """An amount that could not be read has been told so already."""
    if field.data == 0:
        raise ValidationError(_("Mời ghi số tiền lớn hơn 0."))


class EntryForm(Form):
    """What came in or went out; gifts are typed as resources raised."""

    day = DayField(lazy("Ngày"), [InputRequired()])
    purpose = SelectField(
        lazy("Thu hay chi, về việc gì"),
        [InputRequired()],
        choices=[
            *options(WENT_OUT_LABELS.items(), group=lazy("Chi")),
            *options(CAME_IN_LABELS.items(), group=lazy("Thu")),
        ],
    )
    words = StringField(lazy("Diễn giải"), [DataRequired(), SHORT])
    amount = MoneyField(lazy("Số tiền (đồng)"), [InputRequired(), more_than_nothing])
    voucher = StringField(lazy("Số chứng từ"), [SHORT])
    other_party = StringField(lazy("Người nộp hoặc người nhận"), [SHORT])


class ReasonForm(Form):
    """Why a line is taken back."""

    reason = StringField(lazy("Vì sao hủy?"), [DataRequired(), SHORT])


class ClosingForm(Form):
    """The cash as counted at the end of a month."""

    counted = MoneyField(lazy("Số tiền đếm được (đồng)"), [InputRequired()])
    remark = StringField(lazy("Nếu lệch với sổ: vì sao?"), [SHORT])


class ResourceForm(Form):
    """What somebody gave."""

    day = DayField(lazy("Ngày"), [InputRequired()])
    kind = SelectField(lazy("Loại"), [InputRequired()], choices=options(RESOURCE_LABELS.items()))
    words = StringField(lazy("Diễn giải"), [DataRequired(), SHORT])
    value = MoneyField(
        lazy("Số tiền hoặc giá trị ước tính (đồng)"), [InputRequired(), more_than_nothing]
    )
    giver = StringField(lazy("Người hoặc đơn vị ủng hộ"), [DataRequired(), SHORT])
    campaign = StringField(lazy("Đợt vận động"), [SHORT])
    voucher = StringField(lazy("Số chứng từ"), [SHORT])
