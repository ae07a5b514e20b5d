"""What is typed about supports, referrals, the plan and its goals."""

from wtforms import IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from portal.forms import DayField, Form, ManyField, MoneyField, VersionField, options
from portal.i18n import lazy
from portal.journeys.forms import LONGEST_REMARK
from portal.journeys.labels import (
    BODY_LABELS,
    NEED_LABELS,
    SUPPORT_LABELS,
    TOLD_HOW_LABELS,
    WHO_LABELS,
)

SHORT = 200


class SupportForm(Form):
    """What is asked for, of whom."""

    kind = RadioField(
        lazy("Loại hỗ trợ"), [InputRequired()], choices=options(SUPPORT_LABELS.items())
    )
    body = StringField(lazy("Nơi hỗ trợ"), [DataRequired(), Length(max=SHORT)])
    asked_on = DayField(lazy("Ngày đề nghị"), [InputRequired()])
    amount = MoneyField(lazy("Số tiền (đồng)"))
    years = IntegerField(lazy("Thời hạn vay (năm)"), [Optional(), NumberRange(min=1, max=100)])
    words = TextAreaField(lazy("Ghi chú"), [Length(max=LONGEST_REMARK)])


class PapersForm(Form):
    """Which lines of the checklist are there; the view puts in the lines."""

    there = ManyField(lazy("Điều kiện và giấy tờ đã có"))


class SupportMoveForm(Form):
    """The next step of a support; the view puts in what may happen."""

    to = RadioField(lazy("Bước tiếp theo"), [InputRequired()])
    on = DayField(lazy("Ngày"), [InputRequired()])
    amount = MoneyField(lazy("Số tiền được duyệt (đồng)"))
    paper = StringField(lazy("Số quyết định, giấy báo"), [Length(max=SHORT)])
    words = TextAreaField(lazy("Lý do, ghi chú"), [Length(max=LONGEST_REMARK)])


class ReferralForm(Form):
    """To whom a person is sent on, and for what."""

    body_kind = SelectField(lazy("Gửi tới"), choices=options(BODY_LABELS.items()))
    body = StringField(lazy("Tên nơi nhận"), [DataRequired(), Length(max=SHORT)])
    need = SelectField(lazy("Vì nhu cầu"), choices=options(NEED_LABELS.items()))
    sent_on = DayField(lazy("Ngày gửi"), [InputRequired()])
    reply_by = DayField(lazy("Hẹn trả lời trước ngày"), [InputRequired()])
    consent = SelectField(
        lazy("Người đó đồng ý cho gửi"),
        choices=options([("", lazy("chưa hỏi")), *TOLD_HOW_LABELS.items()]),
    )
    words = TextAreaField(lazy("Ghi chú"), [Length(max=LONGEST_REMARK)])


class ReferralMoveForm(Form):
    """What the body answered; the view puts in what may happen."""

    to = RadioField(lazy("Kết quả"), [InputRequired()])
    on = DayField(lazy("Ngày"), [InputRequired()])
    words = TextAreaField(lazy("Nơi nhận trả lời, lý do"), [Length(max=LONGEST_REMARK)])


class PlanForm(Form):
    """What the person wants to reach."""

    version = VersionField()
    aim = TextAreaField(
        lazy("Điều muốn đạt, bằng lời của người đó"), [DataRequired(), Length(max=LONGEST_REMARK)]
    )


class AgreeForm(Form):
    """The plan as it was read."""

    version = VersionField()


class GoalForm(Form):
    """A goal of the plan."""

    version = VersionField()
    title = StringField(lazy("Mục tiêu"), [DataRequired(), Length(max=SHORT)])
    due_on = DayField(lazy("Đạt trước ngày"), [InputRequired()])
    who = SelectField(lazy("Ai lo"), choices=options(WHO_LABELS.items()))
    steps = TextAreaField(lazy("Các bước, mỗi bước một dòng"), [Length(max=LONGEST_REMARK)])


class GoalMoveForm(Form):
    """What became of a goal; the view puts in what may happen."""

    to = RadioField(lazy("Kết quả"), [InputRequired()])
    reason = TextAreaField(lazy("Lý do, ghi chú"), [Length(max=LONGEST_REMARK)])
