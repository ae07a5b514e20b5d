"""What is typed about certificates and on slips of paper."""

from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from portal.forms import DayField, Form, options
from portal.i18n import lazy
from portal.training.labels import OPINION_LABELS

LONGEST_CODE = 60


class CertificateForm(Form):
    """The certificate given to a learner."""

    certificate_number = StringField(lazy("Số chứng chỉ"), [DataRequired(), Length(max=60)])
    certified_on = DayField(lazy("Ngày cấp"), [InputRequired()])


class CheckForm(Form):
    """The code of a paper in hand; it is asked as often as one likes."""

    form_id = None

    code = StringField(lazy("Mã kiểm tra chứng chỉ"), [DataRequired(), Length(max=LONGEST_CODE)])


def _question(label: str) -> RadioField:
    choices = options((str(mark), words) for mark, words in OPINION_LABELS.items())
    return RadioField(label, [InputRequired()], choices=choices)


class FeedbackForm(Form):
    """What a learner thinks of a course."""

    code = StringField(lazy("Mã trên phiếu"), [DataRequired(), Length(max=LONGEST_CODE)])
    overall = _question(lazy("Nhìn chung, khóa học thế nào?"))
    teaching = _question(lazy("Giáo viên dạy thế nào?"))
    practice = _question(lazy("Máy móc và thực hành thế nào?"))
    hours = _question(lazy("Giờ học và nơi học thế nào?"))
    words = TextAreaField(lazy("Muốn nói thêm"), [Length(max=1000)])

    @property
    def marks(self) -> dict[str, int]:
        """The answers to the questions."""
        asked = ("overall", "teaching", "practice", "hours")
        return {name: int(self[name].data) for name in asked}
