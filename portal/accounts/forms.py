"""What is typed to sign in."""

from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, Length

from portal.forms import Form
from portal.i18n import lazy


class SignInForm(Form):
    """Login and password; a member types the PIN as the password."""

    login = StringField(lazy("Tên đăng nhập"), [DataRequired(), Length(max=100)])
    password = PasswordField(lazy("Mật khẩu hoặc mã PIN"), [DataRequired(), Length(max=200)])


class SecondFactorForm(Form):
    """The six digits that the phone shows."""

    code = StringField(lazy("Mã 6 chữ số"), [DataRequired(), Length(min=6, max=6)])
