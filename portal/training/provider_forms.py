"""What an officer types of a provider, and the provider of itself."""

from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from portal.forms import MAIL, DayField, Form, VersionField, WordsField, options
from portal.i18n import lazy
from portal.places.forms import CommuneField
from portal.training.labels import PAPER_LABELS


class DecisionForm(Form):
    """An officer's answer to a provider, and the papers that were seen."""

    papers = WordsField(lazy("Giấy tờ đã xem"), [], PAPER_LABELS)
    paper_number = StringField(lazy("Số của giấy tờ chính"), [Length(max=60)])
    paper_on = DayField(lazy("Ngày của giấy tờ"), [Optional()])
    approval = RadioField(
        lazy("Quyết định"),
        [InputRequired()],
        choices=options([("approved", lazy("Duyệt")), ("refused", lazy("Không duyệt"))]),
    )
    reason = TextAreaField(lazy("Lý do nếu không duyệt"), [Length(max=500)])


class ProfileForm(Form):
    """What a provider says of itself."""

    version = VersionField()
    name = StringField(lazy("Tên cơ sở đào tạo"), [DataRequired(), Length(max=200)])
    commune_code = CommuneField(lazy("Xã, phường đặt cơ sở"), [InputRequired(), Length(max=200)])
    address = StringField(lazy("Địa chỉ"), [Length(max=200)])
    contact_name = StringField(lazy("Người liên hệ"), [Length(max=100)])
    phone = StringField(lazy("Điện thoại"), [DataRequired(), Length(min=8, max=20)])
    email = StringField(lazy("E-mail"), [DataRequired(), Length(max=200), MAIL])
    about = TextAreaField(lazy("Giới thiệu"), [Length(max=4000)])
