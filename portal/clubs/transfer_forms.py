"""What is typed about a member who goes from one club to another."""

from wtforms import BooleanField, RadioField, SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from portal.forms import DayField, Form, options
from portal.i18n import lazy


class AskTransferForm(Form):
    """To which club, and the paper by which the member agreed, if they have signed."""

    to_pid = SelectField(lazy("Chuyển đến"), [DataRequired()])
    signed_on = DayField(lazy("Giấy đồng ý ký ngày"), [Optional()])


class AskedTransferForm(Form):
    """The coordinator notes the signed paper, or takes the wish back."""

    step = RadioField(
        lazy("Việc tiếp theo"),
        [InputRequired()],
        choices=options(
            [
                ("signed", lazy("Người này đã ký giấy đồng ý")),
                ("withdrawn", lazy("Rút lại đề nghị")),
            ]
        ),
    )
    signed_on = DayField(lazy("Giấy đồng ý ký ngày"), [Optional()])


class AnswerTransferForm(Form):
    """Yes or no, and words."""

    takes = RadioField(
        lazy("Anh/chị trả lời"),
        [InputRequired()],
        choices=options([("yes", lazy("Nhận vào câu lạc bộ")), ("no", lazy("Chưa nhận được"))]),
    )
    answer = TextAreaField(lazy("Lời trả lời"), [Length(max=1000)])


class OwnTransferForm(Form):
    """The member's own wish."""

    from_pid = SelectField(lazy("Chuyển từ"), [DataRequired()])
    to_pid = SelectField(lazy("Chuyển đến"), [DataRequired()])
    agrees = BooleanField(lazy("Tôi đồng ý cho câu lạc bộ mới biết tên tôi để trả lời"))


class OwnTransferStepForm(Form):
    """What the member says to a wish that waits."""

    agrees = RadioField(
        lazy("Anh/chị có muốn chuyển không?"),
        [InputRequired()],
        choices=options([("yes", lazy("Tôi muốn chuyển")), ("no", lazy("Tôi không chuyển"))]),
    )
