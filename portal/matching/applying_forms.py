"""What a member types of themselves for a CV, and why they take an application back."""

from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from portal.forms import Form, options
from portal.i18n import lazy
from portal.matching.labels import APPLICANT_REASONS


class CvForm(Form):
    """All that stands on the CV. It may be sent again and again: each time it gives the file."""

    form_id = None

    name = StringField(lazy("Họ tên"), [DataRequired(), Length(max=100)])
    phone = StringField(lazy("Điện thoại"), [Length(max=30)])
    can_do = TextAreaField(lazy("Biết làm"), [Length(max=1000)])
    schooling = TextAreaField(lazy("Học vấn"), [Length(max=300)])
    past_work = TextAreaField(lazy("Việc đã làm"), [Length(max=2000)])
    keep = BooleanField(lazy("Giữ “Việc đã làm” cho lần sau"))


class TakeBackForm(Form):
    """Why an application is taken back; the employer does not learn it."""

    reason = SelectField(
        lazy("Vì sao?"),
        default="",
        choices=options([("", lazy("Tôi không muốn nói")), *APPLICANT_REASONS.items()]),
    )
