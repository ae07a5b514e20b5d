"""What is typed about needs."""

from wtforms import SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from portal.forms import DayField, Form, options
from portal.i18n import lazy
from portal.journeys.labels import NEED_LABELS

LONGEST_REMARK = 2000


class NeedForm(Form):
    """A need as the person told it."""

    kind = SelectField(lazy("Cần hỗ trợ về"), choices=options(NEED_LABELS.items()))
    recorded_on = DayField(lazy("Ngày ghi nhận"), [InputRequired()])
    remark = TextAreaField(lazy("Ghi chú"), [Length(max=LONGEST_REMARK)])


class MetForm(Form):
    """When and how a need was met."""

    met_on = DayField(lazy("Ngày đáp ứng"), [InputRequired()])
    how = TextAreaField(lazy("Đáp ứng bằng cách nào"), [DataRequired(), Length(max=LONGEST_REMARK)])
