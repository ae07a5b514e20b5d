"""Who answers for a commune."""

from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from portal.forms import DayField, Form, VersionField
from portal.i18n import lazy


class AssignForm(Form):
    """Set who answers for a commune without a club."""

    answerable = StringField(
        lazy("Người chịu trách nhiệm và cơ quan"), [InputRequired(), Length(max=200)]
    )
    due_on = DayField(lazy("Hạn xong"), [InputRequired()])
    note = TextAreaField(lazy("Ghi chú"), [Length(max=1000)])
    version = VersionField()
