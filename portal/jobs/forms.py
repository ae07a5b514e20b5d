"""What an employer types, and what the officer decides."""

from typing import Any

from wtforms import (
    BooleanField,
    Field,
    HiddenField,
    IntegerField,
    PasswordField,
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
from wtforms.widgets import CheckboxInput, ListWidget

from portal import clock
from portal.forms import DayField, Form
from portal.i18n import _, lazy, number
from portal.jobs.models import Closing
from portal.places.forms import CommuneField
from portal.trades import service as trades
from portal.trades.labels import CONTRACT_LABELS, DEMAND_LABELS, EDUCATION_LABELS, SHIFT_LABELS
from portal.trades.vocabulary import DEMANDS, SHIFTS, to_bits

TRADES = tuple("56789")  # groups of VSCO whose work this portal places people in
HIGHEST_WAGE = 1_000_000_000

CLOSING_LABELS = {
    Closing.HIRED_HERE: lazy("Đã nhận được người qua trang này"),
    Closing.HIRED_ELSEWHERE: lazy("Đã nhận được người qua nơi khác"),
    Closing.NOT_NEEDED: lazy("Không cần người nữa"),
    Closing.OTHER: lazy("Lý do khác"),
}


class MoneyField(StringField):  # type: ignore[misc]
    """An amount in đồng, typed with or without dots: 8.000.000."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Digits only are read; anything else is refused."""
        typed = valuelist[0] if valuelist else ""
        digits = typed.translate(str.maketrans("", "", "., đ\u00a0"))
        if digits and not (digits.isascii() and digits.isdigit() and int(digits) <= HIGHEST_WAGE):
            raise ValueError(_("Mời ghi số tiền bằng chữ số, ví dụ: 8.000.000."))
        self.data = int(digits) if digits else None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else number(self.data)


class SeveralField(SelectMultipleField):  # type: ignore[misc]
    """Any of a few words, each with a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class RegisterForm(Form):
    """An employer and the person who acts for it."""

    name = StringField(lazy("Tên doanh nghiệp, cơ sở"), [DataRequired(), Length(max=200)])
    tax_code = StringField(lazy("Mã số thuế"), [DataRequired(), Length(max=20)])
    commune_code = CommuneField(lazy("Xã, phường nơi có trụ sở"), [InputRequired()])
    phone = StringField(lazy("Điện thoại liên hệ"), [Length(max=30)])
    email = StringField(lazy("E-mail liên hệ"), [Length(max=200)])
    contact_name = StringField(lazy("Họ tên người phụ trách"), [DataRequired(), Length(max=100)])
    login = StringField(lazy("Tên đăng nhập"), [DataRequired(), Length(min=4, max=50)])
    password = PasswordField(lazy("Mật khẩu"), [DataRequired(), Length(max=200)])


class VacancyForm(Form):
    """All that a vacancy says."""

    title = StringField(lazy("Tên công việc"), [DataRequired(), Length(max=150)])
    occupation = SelectField(lazy("Nghề"), [DataRequired()])
    description = TextAreaField(lazy("Mô tả công việc"), [DataRequired(), Length(max=5000)])
    commune_code = CommuneField(lazy("Nơi làm việc: xã, phường"), [InputRequired()])
    wage_from = MoneyField(lazy("Lương một tháng, từ (đồng)"))
    wage_to = MoneyField(lazy("Lương một tháng, đến (đồng)"))
    shifts = SeveralField(lazy("Thời gian làm việc"), choices=list(SHIFT_LABELS.items()))
    demands = SeveralField(lazy("Công việc có"), choices=list(DEMAND_LABELS.items()))
    education = SelectField(
        lazy("Học vấn cần có"), coerce=int, choices=list(EDUCATION_LABELS.items()), default=0
    )
    must_skills = SelectMultipleField(lazy("Kỹ năng phải có"))
    nice_skills = SelectMultipleField(lazy("Kỹ năng có thì tốt"))
    accommodation = BooleanField(lazy("Có chỗ ở cho người làm"))
    contract = SelectField(
        lazy("Hợp đồng"), [DataRequired()], choices=[("", "–"), *CONTRACT_LABELS.items()]
    )
    min_age = IntegerField(
        lazy("Tuổi ít nhất"), [InputRequired(), NumberRange(min=15, max=100)], default=18
    )
    seats = IntegerField(lazy("Số người cần"), [InputRequired(), NumberRange(min=1, max=10000)])
    opens_on = DayField(lazy("Nhận hồ sơ từ ngày"), [Optional()])
    closes_on = DayField(lazy("Đến hết ngày"), [InputRequired()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.occupation.choices = _occupations(self.occupation.data)
        self.must_skills.choices = self.nice_skills.choices = trades.skill_options()

    def validate_closes_on(self, field: Field) -> None:
        """A vacancy that has ended before it is shown helps nobody."""
        if field.data and field.data < clock.today():
            raise ValidationError(_("Ngày này đã qua. Mời chọn từ hôm nay trở đi."))
        if field.data and self.opens_on.data and field.data < self.opens_on.data:
            raise ValidationError(_("Hạn nhận hồ sơ phải từ ngày mở trở đi."))

    @property
    def values(self) -> dict[str, Any]:
        """As a service takes it: sets as bits."""
        typed = super().values
        return typed | {
            "shifts": to_bits(typed["shifts"], SHIFTS),
            "demands": to_bits(typed["demands"], DEMANDS),
        }


class EditVacancyForm(VacancyForm):
    """The same, with the version that was read."""

    version = HiddenField(filters=[lambda typed: int(typed or 0)])


class CloseVacancyForm(Form):
    """How the vacancy was filled."""

    how = SelectField(
        lazy("Vì sao đóng tin"), [DataRequired()], choices=[("", "–"), *CLOSING_LABELS.items()]
    )


class RefuseForm(Form):
    """Why the officer does not verify an employer; the employer reads it."""

    reason = StringField(lazy("Lý do chưa duyệt"), [DataRequired(), Length(max=300)])


def _occupations(chosen: str | None) -> dict[str, list[tuple[str, str]]]:
    """Occupations under the names of their groups of two digits; the one chosen is never lost."""
    offered = [
        (code, name)
        for code, name in trades.occupation_options()
        if code.startswith(TRADES) or code == chosen
    ]
    groups = trades.occupation_names({code[:2] for code, _name in offered})
    grouped: dict[str, list[tuple[str, str]]] = {str(_("Chưa chọn")): [("", "–")]}
    for code, name in offered:
        grouped.setdefault(groups[code[:2]], []).append((code, name))
    return grouped
