"""What a member asks of their data, and what the commune answers."""

from wtforms import IntegerField, RadioField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from portal.forms import DayField, Form, options
from portal.i18n import lazy
from portal.people.labels import ANSWER_LABELS, REQUEST_LABELS

DAYS = [InputRequired(), NumberRange(min=1, max=60)]
WORDS = [Optional(), Length(max=1000)]


class AskForm(Form):
    """What, and in words."""

    kind = RadioField(
        lazy("Anh/chị muốn gì?"), [DataRequired()], choices=options(REQUEST_LABELS.items())
    )
    words = TextAreaField(lazy("Cần sửa chỗ nào, hoặc vì sao"), WORDS)


class AnswerForm(Form):
    """Taken up, done or refused."""

    to = RadioField(lazy("Trả lời"), [DataRequired()], choices=options(ANSWER_LABELS.items()))
    answer = TextAreaField(lazy("Lời nhắn cho người đề nghị"), WORDS)


class RequestRuleForm(Form):
    """The days that hold from a day on, and the paper that says so."""

    from_on = DayField(lazy("Áp dụng từ ngày"), [InputRequired()])
    answer_days = IntegerField(lazy("Trả lời trong vòng (ngày làm việc)"), DAYS)
    correct_days = IntegerField(lazy("Sửa xong trong vòng (ngày)"), DAYS)
    delete_days = IntegerField(lazy("Xóa xong trong vòng (ngày)"), DAYS)
    source = TextAreaField(lazy("Căn cứ: văn bản, điều khoản"), [DataRequired(), Length(max=1000)])
