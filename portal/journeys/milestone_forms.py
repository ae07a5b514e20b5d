"""What is typed about milestones, and by a member about a job of theirs."""

from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from portal.forms import DayField, Form, options
from portal.i18n import lazy
from portal.journeys.forms import LONGEST_REMARK, as_yes
from portal.journeys.labels import EVIDENCE_LABELS, LEFT_LABELS, MILESTONE_LABELS


class MilestoneForm(Form):
    """What came about elsewhere, and the paper that shows it."""

    kind = RadioField(lazy("Việc gì"), [InputRequired()], choices=options(MILESTONE_LABELS.items()))
    reached_on = DayField(lazy("Ngày"), [InputRequired()])
    words = TextAreaField(lazy("Ở đâu, việc gì"), [Length(max=LONGEST_REMARK)])
    evidence = SelectField(lazy("Giấy tờ đã xem"), choices=options(EVIDENCE_LABELS.items()))
    number = StringField(lazy("Số giấy tờ"), [Length(max=100)])


class OwnJobForm(Form):
    """What a member says about a job of theirs."""

    kept = RadioField(
        lazy("Anh/chị còn làm ở đó không?"),
        [InputRequired()],
        coerce=as_yes,
        choices=options([(True, lazy("Còn làm")), (False, lazy("Không làm nữa"))]),
    )
    reason = SelectField(
        lazy("Vì sao không làm nữa"),
        choices=options([("", "–"), *LEFT_LABELS.items()]),
        default="",  # one tap says that one is still there, and sends no reason
    )
