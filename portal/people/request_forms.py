"""What a member asks of their data, and what the commune answers."""

from wtforms import RadioField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from portal.forms import Form, options
from portal.i18n import lazy
from portal.people.labels import ANSWER_LABELS, REQUEST_LABELS

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
