"""What is typed to sign in, to look after one's account, and to keep users."""

from typing import Any

from wtforms import EmailField, PasswordField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from portal.forms import MAIL, DayField, Form
from portal.i18n import _, lazy


class SignInForm(Form):
    """Login and password; a member types the PIN as the password."""

    login = StringField(lazy("Tên đăng nhập"), [DataRequired(), Length(max=100)])
    password = PasswordField(lazy("Mật khẩu hoặc mã PIN"), [DataRequired(), Length(max=200)])


class SecondFactorForm(Form):
    """The six digits that the phone shows."""

    code = StringField(lazy("Mã 6 chữ số"), [DataRequired(), Length(min=6, max=6)])


class Repeated(PasswordField):  # type: ignore[misc]
    """The new password once more: the same as in the field `password`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(lazy("Gõ lại lần nữa"), [DataRequired(), Length(max=200)], **kwargs)

    def pre_validate(self, form: Any) -> None:
        """The two must be the same."""
        if self.data != form.password.data:
            raise ValidationError(_("Hai lần gõ không giống nhau."))


class CardForm(Form):
    """What stands on a member's card, and the PIN they choose."""

    login = StringField(lazy("Số thẻ"), [DataRequired(), Length(max=30)])
    code = StringField(lazy("Mã dùng một lần"), [DataRequired(), Length(max=30)])
    password = PasswordField(lazy("Mã PIN mới"), [DataRequired(), Length(max=30)])
    again = Repeated()


class LinkForm(Form):
    """The password that a member of staff chooses."""

    password = PasswordField(lazy("Mật khẩu mới"), [DataRequired(), Length(max=200)])
    again = Repeated()


class ChangePasswordForm(Form):
    """The present password and the new one."""

    present = PasswordField(lazy("Mật khẩu hoặc mã PIN hiện nay"), [DataRequired()])
    password = PasswordField(lazy("Mật khẩu hoặc mã PIN mới"), [DataRequired(), Length(max=200)])
    again = Repeated()


class SetSecondFactorForm(SecondFactorForm):
    """A code that shows that the application has the secret."""

    present = PasswordField(lazy("Mật khẩu hiện nay"), [DataRequired()])


class UserForm(Form):
    """A new user."""

    login = StringField(lazy("Tên đăng nhập"), [DataRequired(), Length(max=40)])
    name = StringField(lazy("Họ tên"), [DataRequired(), Length(max=100)])
    email = EmailField(lazy("Thư điện tử"), [Optional(), MAIL, Length(max=200)])


class PostForm(Form):
    """A role, where, and from when to when; the choices of `role` are what can be given."""

    role = SelectField(lazy("Vai trò"), [DataRequired()])
    scope = StringField(lazy("Nơi làm việc"), [Length(max=100)])
    from_on = DayField(lazy("Từ ngày"), [InputRequired()])
    to_on = DayField(lazy("Đến hết ngày"), [Optional()])
