"""What is typed by providers, by officers, and by whoever looks for a course."""

from typing import Any

from wtforms import (
    BooleanField,
    IntegerField,
    PasswordField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from portal.forms import (
    MAIL,
    Form,
    ManyField,
    MoneyField,
    VersionField,
    options,
)
from portal.i18n import lazy
from portal.places.forms import CommuneField
from portal.trades.forms import occupation_choices
from portal.trades.labels import EDUCATION_LABELS, LEVEL_LABELS
from portal.trades.service import skill_options


class RegisterForm(Form):
    """A provider and the person who acts for it."""

    name = StringField(lazy("Tên cơ sở đào tạo"), [DataRequired(), Length(max=200)])
    commune_code = CommuneField(lazy("Xã, phường đặt cơ sở"), [InputRequired(), Length(max=200)])
    phone = StringField(lazy("Điện thoại"), [DataRequired(), Length(min=8, max=20)])
    email = StringField(lazy("E-mail"), [DataRequired(), Length(max=200), MAIL])
    contact_name = StringField(lazy("Họ tên người liên hệ"), [DataRequired(), Length(max=100)])
    login = StringField(lazy("Tên đăng nhập"), [DataRequired(), Length(max=40)])
    password = PasswordField(lazy("Mật khẩu"), [DataRequired(), Length(max=200)])


class CourseForm(Form):
    """All that is said of a course."""

    version = VersionField()
    title = StringField(lazy("Tên khóa học"), [DataRequired(), Length(max=200)])
    description = TextAreaField(lazy("Giới thiệu"), [Length(max=4000)])
    occupation = SelectField(lazy("Nghề sẽ làm được"), [InputRequired()])
    level = SelectField(lazy("Trình độ"), choices=options(LEVEL_LABELS.items()))
    teaches = ManyField(lazy("Kỹ năng dạy được"))
    education = SelectField(
        lazy("Học vấn tối thiểu"), coerce=int, choices=options(EDUCATION_LABELS.items())
    )
    hours = IntegerField(lazy("Số giờ học"), [InputRequired(), NumberRange(min=1, max=5000)])
    fee = MoneyField(lazy("Học phí (đồng)"), [InputRequired()])
    certificate = BooleanField(lazy("Học xong được cấp chứng chỉ"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.occupation.choices = occupation_choices(self.occupation.data)
        self.teaches.choices = options(skill_options())


class LearnerForm(Form):
    """A provider's own learner."""

    name = StringField(lazy("Họ và tên"), [DataRequired(), Length(max=100)])
    phone = StringField(lazy("Điện thoại"), [Length(max=20)])


class ConfirmForm(Form):
    """Nothing to type: the button says it."""


class Filter(Form):
    """What a visitor looks for; it stays in the address."""

    class Meta(Form.Meta):
        """Nothing is changed: no token."""

        csrf = False

    q = StringField(lazy("Tìm"), [Length(max=100)])
    commune = SelectField(lazy("Nơi học"))
    group = SelectField(lazy("Nhóm nghề"))
    free = BooleanField(lazy("Miễn học phí"))
    accommodation = BooleanField(lazy("Có chỗ ở"))

    def offer(self, communes: list[tuple[str, str]], groups: list[tuple[str, str]]) -> None:
        """Set what can be chosen; anything else in the address is left out of account."""
        for field, choices in ((self.commune, communes), (self.group, groups)):
            field.choices = options([("", lazy("Tất cả")), *choices])
            if field.data not in dict(choices):
                field.data = ""

    def asked(self) -> dict[str, Any]:
        """The filters that narrow the list."""
        names = ("commune", "group", "free", "accommodation")
        return {name: self[name].data for name in names}
