"""What an employer types of itself, and what the officer decides of it."""

from wtforms import PasswordField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from portal.forms import MAIL, DayField, Form, VersionField, options
from portal.i18n import lazy
from portal.jobs.words import PAPERS
from portal.places.forms import CommuneField


class ProfileForm(Form):
    """Who the employer is, and how one reaches it."""

    name = StringField(lazy("Tên doanh nghiệp, cơ sở"), [DataRequired(), Length(max=200)])
    tax_code = StringField(lazy("Mã số thuế"), [DataRequired(), Length(max=20)])
    commune_code = CommuneField(lazy("Xã, phường nơi có trụ sở"), [InputRequired()])
    phone = StringField(lazy("Điện thoại liên hệ"), [Length(max=30)])
    email = StringField(lazy("E-mail liên hệ"), [Optional(), MAIL, Length(max=200)])


class EditProfileForm(ProfileForm):
    """The same, with the version that was read."""

    version = VersionField()


class RegisterForm(ProfileForm):
    """An employer and the person who acts for it."""

    contact_name = StringField(lazy("Họ tên người phụ trách"), [DataRequired(), Length(max=100)])
    login = StringField(lazy("Tên đăng nhập"), [DataRequired(), Length(max=40)])
    password = PasswordField(lazy("Mật khẩu"), [DataRequired(), Length(max=200)])


class SeenForm(Form):
    """The paper that the officer has seen, and what else there is to say of it."""

    paper = SelectField(
        lazy("Giấy tờ đã xem"), [DataRequired()], choices=options([("", "–"), *PAPERS.items()])
    )
    paper_number = StringField(lazy("Số giấy tờ"), [DataRequired(), Length(max=60)])
    paper_on = DayField(lazy("Ngày cấp"), [InputRequired()])
    words = TextAreaField(lazy("Ghi thêm"), [Length(max=500)])


class ReasonForm(Form):
    """Why; the employer reads it."""

    reason = StringField(lazy("Lý do"), [DataRequired(), Length(max=300)])


class PledgeForm(Form):
    """A pledge that was signed on paper."""

    signed_on = DayField(lazy("Ngày ký"), [InputRequired()])
    signed_by = StringField(lazy("Người ký, chức vụ"), [DataRequired(), Length(max=120)])
    pledge_number = StringField(lazy("Số bản cam kết"), [Length(max=60)])
