"""What a member says about an opening: I agree, or no and why."""

from wtforms import BooleanField, RadioField, SelectField
from wtforms.validators import DataRequired, InputRequired

from portal.forms import Form, options
from portal.i18n import lazy
from portal.journeys.labels import TOLD_HOW_LABELS
from portal.matching.labels import REASON_LABELS
from portal.training.labels import DECLINED_LABELS


class AgreeForm(Form):
    """Agreed to what has just been shown."""

    agree = BooleanField(
        lazy("Tôi đã đọc và đồng ý"),
        [DataRequired(lazy("Mời đánh dấu đồng ý, hoặc quay lại nếu chưa muốn."))],
    )


class NoForm(Form):
    """Why an opening is not wanted."""

    reason = RadioField(
        lazy("Vì sao?"), [InputRequired()], choices=options(REASON_LABELS.items()), default=None
    )


class DeclineSeatForm(Form):
    """Why a seat that was waited for is not wanted any more."""

    reason = RadioField(
        lazy("Vì sao?"),
        [InputRequired()],
        choices=options((code, str(label).capitalize()) for code, label in DECLINED_LABELS.items()),
        default=None,
    )


class ActForForm(Form):
    """What a member told staff to do, and how; the view puts in what may be done."""

    act = RadioField(lazy("Thành viên muốn"), [InputRequired()])
    told_how = RadioField(
        lazy("Thành viên nói thế nào"), [InputRequired()], choices=options(TOLD_HOW_LABELS.items())
    )
    reason = SelectField(
        lazy("Vì sao không nhận"), choices=options([("", "–"), *REASON_LABELS.items()])
    )
