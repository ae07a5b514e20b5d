"""What an employer types, and what the officer decides."""

from typing import Any

from wtforms import (
    BooleanField,
    Field,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)

from portal import clock
from portal.forms import MAIL, DayField, Form, MoneyField, VersionField, WordsField, options
from portal.i18n import _, lazy
from portal.jobs.models import Closing
from portal.jobs.words import EMPLOYER_REASONS
from portal.places.forms import CommuneField
from portal.trades import service as trades
from portal.trades.forms import occupation_choices
from portal.trades.labels import CONTRACT_LABELS, DEMAND_LABELS, EDUCATION_LABELS, SHIFT_LABELS

CLOSING_LABELS = {
    Closing.HIRED_HERE: lazy("Đã nhận được người qua trang này"),
    Closing.HIRED_ELSEWHERE: lazy("Đã nhận được người qua nơi khác"),
    Closing.NOT_NEEDED: lazy("Không cần người nữa"),
    Closing.OTHER: lazy("Lý do khác"),
}


class RegisterForm(Form):
    """An employer and the person who acts for it."""

    name = StringField(lazy("Tên doanh nghiệp, cơ sở"), [DataRequired(), Length(max=200)])
    tax_code = StringField(lazy("Mã số thuế"), [DataRequired(), Length(max=20)])
    commune_code = CommuneField(lazy("Xã, phường nơi có trụ sở"), [InputRequired()])
    phone = StringField(lazy("Điện thoại liên hệ"), [Length(max=30)])
    email = StringField(lazy("E-mail liên hệ"), [Optional(), MAIL, Length(max=200)])
    contact_name = StringField(lazy("Họ tên người phụ trách"), [DataRequired(), Length(max=100)])
    login = StringField(lazy("Tên đăng nhập"), [DataRequired(), Length(max=40)])
    password = PasswordField(lazy("Mật khẩu"), [DataRequired(), Length(max=200)])


class VacancyForm(Form):
    """All that a vacancy says."""

    title = StringField(lazy("Tên công việc"), [DataRequired(), Length(max=150)])
    occupation = SelectField(lazy("Nghề"), [DataRequired()])
    description = TextAreaField(lazy("Mô tả công việc"), [DataRequired(), Length(max=5000)])
    how_to_apply = TextAreaField(lazy("Cách nộp hồ sơ"), [Length(max=500)])
    commune_code = CommuneField(lazy("Nơi làm việc: xã, phường"), [InputRequired()])
    wage_from = MoneyField(lazy("Lương một tháng, từ (đồng)"))
    wage_to = MoneyField(lazy("Lương một tháng, đến (đồng)"))
    shifts = WordsField(lazy("Thời gian làm việc"), None, SHIFT_LABELS)
    demands = WordsField(lazy("Công việc có"), None, DEMAND_LABELS)
    education = SelectField(
        lazy("Học vấn cần có"), coerce=int, choices=options(EDUCATION_LABELS.items()), default=0
    )
    must_skills = SelectMultipleField(lazy("Kỹ năng phải có"))
    nice_skills = SelectMultipleField(lazy("Kỹ năng có thì tốt"))
    accommodation = BooleanField(lazy("Có chỗ ở cho người làm"))
    contract = SelectField(
        lazy("Hợp đồng"), [DataRequired()], choices=options([("", "–"), *CONTRACT_LABELS.items()])
    )
    min_age = IntegerField(
        lazy("Tuổi ít nhất"), [InputRequired(), NumberRange(min=15, max=100)], default=18
    )
    seats = IntegerField(lazy("Số người cần"), [InputRequired(), NumberRange(min=1, max=10000)])
    opens_on = DayField(lazy("Nhận hồ sơ từ ngày"), [Optional()])
    closes_on = DayField(lazy("Đến hết ngày"), [InputRequired()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.occupation.choices = occupation_choices(self.occupation.data)
        self.must_skills.choices = self.nice_skills.choices = options(trades.skill_options())

    def validate_closes_on(self, field: Field) -> None:
        """A vacancy that has ended before it is shown helps nobody."""
        if field.data and field.data < clock.today():
            raise ValidationError(_("Ngày này đã qua. Mời chọn từ hôm nay trở đi."))
        if field.data and self.opens_on.data and field.data < self.opens_on.data:
            raise ValidationError(_("Hạn nhận hồ sơ phải từ ngày mở trở đi."))


class EditVacancyForm(VacancyForm):
    """The same, with the version that was read."""

    version = VersionField()


class CloseVacancyForm(Form):
    """How the vacancy was filled."""

    how = SelectField(
        lazy("Vì sao đóng tin"),
        [DataRequired()],
        choices=options([("", "–"), *CLOSING_LABELS.items()]),
    )


class DeclineForm(Form):
    """Why an applicant is declined: about the work, never about the person."""

    reason = RadioField(
        lazy("Lý do"), [InputRequired()], choices=options(EMPLOYER_REASONS.items()), default=None
    )


class RefuseForm(Form):
    """Why the officer does not verify an employer; the employer reads it."""

    reason = StringField(lazy("Lý do chưa duyệt"), [DataRequired(), Length(max=300)])
