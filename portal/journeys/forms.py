"""What is typed about needs, and about how a job lasts."""

from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from portal.forms import DayField, Form, options
from portal.i18n import lazy
from portal.journeys.labels import LEFT_LABELS, NEED_LABELS, ORIGIN_LABELS, TOLD_BY_LABELS

LONGEST_REMARK = 2000


class NeedForm(Form):
    """A need as the person told it."""

    kind = SelectField(lazy("Cần hỗ trợ về"), choices=options(NEED_LABELS.items()))
    recorded_on = DayField(lazy("Ngày ghi nhận"), [InputRequired()])
    told_by = SelectField(lazy("Ai nói"), choices=options(TOLD_BY_LABELS.items()))
    where = StringField(lazy("Nói ở đâu, dịp nào"), [Length(max=200)])
    remark = TextAreaField(lazy("Ghi chú"), [Length(max=LONGEST_REMARK)])


class RaiseForm(Form):
    """A need that a coordinator passes on."""

    kind = SelectField(lazy("Cần hỗ trợ về"), choices=options(NEED_LABELS.items()))
    origin = RadioField(
        lazy("Biết qua"), [InputRequired()], choices=options(ORIGIN_LABELS.items()), default="talk"
    )
    remark = TextAreaField(lazy("Ghi chú"), [Length(max=LONGEST_REMARK)])


class AnswerRaisedForm(Form):
    """What the case officer answers to it."""

    takes = RadioField(
        lazy("Anh/chị trả lời"),
        [InputRequired()],
        choices=options(
            [("yes", lazy("Nhận, ghi thành nhu cầu")), ("no", lazy("Chưa nhận, trả lời bằng lời"))]
        ),
    )
    answer = TextAreaField(lazy("Lời trả lời"), [Length(max=LONGEST_REMARK)])


class MetForm(Form):
    """When and how a need was met."""

    met_on = DayField(lazy("Ngày đáp ứng"), [InputRequired()])
    how = TextAreaField(lazy("Đáp ứng bằng cách nào"), [DataRequired(), Length(max=LONGEST_REMARK)])


def as_yes(typed: object) -> bool:
    """What a radio button of yes and no sends."""
    return typed in (True, "True")


class RetentionForm(Form):
    """What the person said about the job; the view puts in which questions are due."""

    months = SelectField(lazy("Sau khi nhận việc"), coerce=int)
    asked_on = DayField(lazy("Ngày hỏi"), [InputRequired()])
    kept = RadioField(
        lazy("Còn làm không"),
        [InputRequired()],
        coerce=as_yes,
        choices=options([(True, lazy("Còn làm")), (False, lazy("Đã thôi việc"))]),
    )
    reason = SelectField(
        lazy("Lý do thôi việc"), choices=options([("", "–"), *LEFT_LABELS.items()])
    )
