"""What is typed to sign in, to look after one's account, and to keep users."""

from typing import Any

from wtforms import EmailField, PasswordField, SelectField, StringField
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from portal.access import Role
from portal.forms import DayField, Form
from portal.i18n import _, lazy


class SignInForm(Form):
    """Login and password; a member types the PIN as the password."""

    login = StringField(lazy("Tên đăng nhập"), [DataRequired(), Length(max=100)])
    password = PasswordField(lazy("Mật khẩu hoặc mã PIN"), [DataRequired(), Length(max=200)])


class SecondFactorForm(Form):
    """The six digits that the phone shows."""

    code = StringField(lazy("Mã 6 chữ số"), [DataRequired(), Length(min=6, max=6)])


class _Twice(Form):
    """A new password typed twice."""

    password = PasswordField(lazy("Mật khẩu mới"), [DataRequired(), Length(max=200)])
    again = PasswordField(lazy("Gõ lại lần nữa"), [DataRequired(), Length(max=200)])

    def validate_again(self, field: Any) -> None:
        """The two must be the same."""
        if field.data != self.password.data:
            raise ValidationError(_("Hai lần gõ không giống nhau."))


class CardForm(_Twice):
    """What stands on a member's card, and the PIN they choose."""

    login = StringField(lazy("Số thẻ"), [DataRequired(), Length(max=30)])
    code = StringField(lazy("Mã dùng một lần"), [DataRequired(), Length(max=30)])
    password = PasswordField(lazy("Mã PIN mới"), [DataRequired(), Length(max=30)])


class LinkForm(_Twice):
    """The password that a member of staff chooses."""


class ChangePasswordForm(_Twice):
    """The present password and the new one."""

    present = PasswordField(lazy("Mật khẩu hoặc mã PIN hiện nay"), [DataRequired()])
    password = PasswordField(lazy("Mật khẩu hoặc mã PIN mới"), [DataRequired(), Length(max=200)])


class SetSecondFactorForm(SecondFactorForm):
    """A code that shows that the application has the secret."""

    present = PasswordField(lazy("Mật khẩu hiện nay"), [DataRequired()])


class UserForm(Form):
    """A new user."""

    login = StringField(lazy("Tên đăng nhập"), [DataRequired(), Length(max=40)])
    name = StringField(lazy("Họ tên"), [DataRequired(), Length(max=100)])
    email = EmailField(lazy("Thư điện tử"), [Optional(), Length(max=200)])


class PostForm(Form):
    """A role, where, and from when to when; the choices of `role` are what can be given."""

    role = SelectField(
        lazy("Vai trò"), [DataRequired()], choices=[(r.value, r.value) for r in Role]
    )
    scope = StringField(lazy("Nơi làm việc"), [Length(max=100)])
    from_on = DayField(lazy("Từ ngày"), [DataRequired()])
    to_on = DayField(lazy("Đến hết ngày"), [Optional()])
