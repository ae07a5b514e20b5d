"""What an employer types of a vacancy, and what others type about it."""

from typing import Any

from wtforms import (
    BooleanField,
    Field,
    IntegerField,
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
from portal.forms import DayField, Form, MoneyField, VersionField, WordsField, options
from portal.i18n import _, lazy
from portal.jobs.lawful import LAWS
from portal.jobs.models import Closing, ReportState
from portal.jobs.words import EMPLOYER_REASONS
from portal.places.forms import CommuneField
from portal.trades import service as trades
from portal.trades.forms import occupation_choices
from portal.trades.labels import CONTRACT_LABELS, DEMAND_LABELS, EDUCATION_LABELS, SHIFT_LABELS

NOT_TYPED = ("csrf_token", "form_id", "version")
LONGEST, MOST_CHOSEN = 5000, 100  # of a text; boxes and skills
HOURS = [Optional(), NumberRange(min=1, max=744)]

CLOSING_LABELS = {
    Closing.HIRED_HERE: lazy("Đã nhận được người qua trang này"),
    Closing.HIRED_ELSEWHERE: lazy("Đã nhận được người qua nơi khác"),
    Closing.NOT_NEEDED: lazy("Không cần người nữa"),
    Closing.OTHER: lazy("Lý do khác"),
}


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
    hours_day = IntegerField(lazy("Giờ làm một ngày"), HOURS)
    hours_week = IntegerField(lazy("Giờ làm một tuần"), HOURS)
    overtime_month = IntegerField(lazy("Giờ làm thêm một tháng, nhiều nhất"), HOURS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.occupation.choices = occupation_choices(self.occupation.data)
        self.must_skills.choices = self.nice_skills.choices = options(trades.skill_options())

    @property
    def typed(self) -> dict[str, list[str]]:
        """What was typed, as the browser sent it, right or wrong, to be kept as a draft."""
        kept = {name: field for name, field in self._fields.items() if name not in NOT_TYPED}
        return {
            name: [str(text)[:LONGEST] for text in field.raw_data[:MOST_CHOSEN]]
            for name, field in kept.items()
            if field.raw_data
        }

    def has_title(self) -> bool:
        """All that a draft needs; what is wrong is put on the field."""
        return bool(self.title.validate(self))

    def validate_wage_from(self, field: Field) -> None:
        """Nobody works for nothing; blank is by agreement."""
        if field.data == 0:
            raise ValidationError(_("Lương phải lớn hơn 0. Để trống nếu lương thỏa thuận."))

    def validate_wage_to(self, field: Field) -> None:
        """The same, and not below the lowest."""
        self.validate_wage_from(field)
        if field.data and self.wage_from.data and field.data < self.wage_from.data:
            raise ValidationError(_("Mức lương cao nhất phải từ mức thấp nhất trở lên."))

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
    """How the vacancy was filled, and how many by which way."""

    how = SelectField(
        lazy("Vì sao đóng tin"),
        [DataRequired()],
        choices=options([("", "–"), *CLOSING_LABELS.items()]),
    )
    here = IntegerField(
        lazy("Số người nhận qua trang này"), [Optional(), NumberRange(min=0, max=10000)]
    )
    elsewhere = IntegerField(
        lazy("Số người nhận qua nơi khác"), [Optional(), NumberRange(min=0, max=10000)]
    )


class DeclineForm(Form):
    """Why an applicant is declined: about the work, never about the person."""

    reason = RadioField(
        lazy("Lý do"), [InputRequired()], choices=options(EMPLOYER_REASONS.items()), default=None
    )


class ExtendForm(Form):
    """A later last day."""

    closes_on = DayField(lazy("Nhận hồ sơ đến hết ngày"), [InputRequired()])


REPORT_LABELS = {
    "fee": lazy("Đòi phí, tiền cọc"),
    "papers": lazy("Giữ giấy tờ"),
    "false": lazy("Việc, lương hoặc nơi làm không như tin đã ghi"),
    "unfair": lazy("Phân biệt đối xử"),
    "danger": lazy("Dụ dỗ, ép buộc, nguy hiểm"),
    "gone": lazy("Không còn tuyển, không liên lạc được"),
    "other": lazy("Điều khác"),
}


class ReportForm(Form):
    """What seems wrong with a job; nothing of who says so."""

    reason = SelectField(
        lazy("Điều đáng ngờ"),
        [DataRequired()],
        choices=options([("", "–"), *REPORT_LABELS.items()]),
    )
    words = TextAreaField(lazy("Kể thêm"), [Length(max=500)])


class AnswerReportForm(Form):
    """What the officer made of a report."""

    state = SelectField(
        lazy("Kết quả"),
        [DataRequired()],
        choices=options(
            [
                ("", "–"),
                (ReportState.LOOKED_INTO, lazy("Đang kiểm tra")),
                (ReportState.DISMISSED, lazy("Không có căn cứ")),
            ]
        ),
    )
    answer = TextAreaField(lazy("Đã kiểm tra gì"), [DataRequired(), Length(max=500)])


class TakeDownForm(Form):
    """The rule that a vacancy breaks, and what the employer should mend."""

    rule = SelectField(
        lazy("Điều luật"), [DataRequired()], choices=options([("", "–"), *LAWS.items()])
    )
    words = TextAreaField(lazy("Cần sửa gì"), [DataRequired(), Length(max=500)])
