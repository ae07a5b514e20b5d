"""What an officer types of an employment centre, and of how many people come to it."""

from datetime import date
from typing import Any

from wtforms import IntegerField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from portal import clock
from portal.forms import MAIL, DayField, Form, VersionField, options
from portal.i18n import lazy
from portal.journeys.flow import month_before

MONTHS_OFFERED = 12


class CentreForm(Form):
    """A centre and how to reach it."""

    name = StringField(lazy("Tên trung tâm"), [DataRequired(), Length(max=150)])
    address = StringField(lazy("Địa chỉ"), [Length(max=200)])
    phone = StringField(lazy("Điện thoại"), [Length(max=30)])
    email = StringField(lazy("E-mail"), [Optional(), MAIL, Length(max=200)])
    from_on = DayField(lazy("Hoạt động từ ngày"), [InputRequired()])


class EditCentreForm(CentreForm):
    """The same, with until when it ran, and the version that was read."""

    to_on = DayField(lazy("Đến hết ngày"), [Optional()])
    version = VersionField()


class FlowForm(Form):
    """How many people applied through it in a month that is over."""

    month = SelectField(lazy("Tháng"), [InputRequired()], coerce=date.fromisoformat)
    applicants = IntegerField(
        lazy("Số người tìm việc qua trung tâm"), [InputRequired(), NumberRange(0, 1_000_000)]
    )
    source = StringField(lazy("Nguồn"), [DataRequired(), Length(max=200)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = [month_before(clock.today())]
        while len(months) < MONTHS_OFFERED:
            months.append(month_before(months[-1]))
        self.month.choices = options((month.isoformat(), f"{month:%m/%Y}") for month in months)
