"""What is typed of a handover, and of what becomes of an aftercare file."""

from wtforms import IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from portal.forms import DayField, Form, ManyField, options
from portal.i18n import lazy
from portal.people.labels import CHANGE_LABELS, HOW_LABELS, KIND_LABELS, RELATION_LABELS
from portal.places.forms import CommuneField

SHORT = Length(max=200)
REASON = [DataRequired(), Length(max=1000)]


class IntakeForm(Form):
    """What the facility's paper says, who it may be already, and what the person agreed to.

    The choices of `same_as` and `agreed` are set by the view; nothing is ticked beforehand.
    """

    name = StringField(lazy("Họ tên"), [DataRequired(), Length(max=100)])
    birth_year = IntegerField(lazy("Năm sinh"), [InputRequired()])
    phone = StringField(lazy("Số điện thoại"), [Optional(), Length(max=30)])
    commune_code = CommuneField(lazy("Xã, phường nơi ở"), [InputRequired()])
    same_as = RadioField(lazy("Đây là ai?"), [Optional()], choices=[], validate_choice=False)
    kind = RadioField(lazy("Hình thức"), [DataRequired()], choices=options(KIND_LABELS.items()))
    completed_on = DayField(lazy("Ngày hoàn thành, hoặc ngày dự kiến về"), [InputRequired()])
    decided_months = IntegerField(
        lazy("Số tháng theo dõi đã quyết định"), [Optional(), NumberRange(min=1, max=60)]
    )
    facility = StringField(lazy("Cơ sở bàn giao"), [DataRequired(), SHORT])
    paper = StringField(lazy("Số giấy hoặc quyết định"), [Optional(), SHORT])
    paper_on = DayField(lazy("Ngày của giấy"), [Optional()])
    arrived_on = DayField(lazy("Ngày giấy đến xã, phường"), [Optional()])
    agreed = ManyField(lazy("Đồng ý cho biết họ tên, số điện thoại để mời tham gia"))
    given_how = SelectField(
        lazy("Đồng ý bằng cách nào"),
        [Optional()],
        choices=options([("", lazy("(chọn)")), *HOW_LABELS.items()]),
    )
    guardian_name = StringField(lazy("Họ tên người giám hộ"), [Optional(), Length(max=100)])
    guardian_relation = SelectField(
        lazy("Là gì của người này"),
        [Optional()],
        choices=options([("", lazy("(chọn)")), *RELATION_LABELS.items()]),
    )
    guardian_on = DayField(lazy("Ngày người giám hộ đồng ý"), [Optional()])


class ReceiveForm(Form):
    """The paper has come."""

    completed_on = DayField(lazy("Ngày hoàn thành"), [InputRequired()])
    arrived_on = DayField(lazy("Ngày giấy đến xã, phường"), [InputRequired()])


class MeetForm(Form):
    """The first meeting."""

    met_on = DayField(lazy("Ngày gặp lần đầu"), [InputRequired()])


class OpenFileForm(Form):
    """Blank days follow from the kind, or from the months that were decided."""

    opened_on = DayField(lazy("Ngày quyết định mở hồ sơ"), [InputRequired()])
    managed_from = DayField(lazy("Theo dõi từ ngày"), [Optional()])
    managed_to = DayField(lazy("Đến hết ngày"), [Optional()])


class SendOnForm(Form):
    """To the commune where the person lives."""

    commune_code = CommuneField(lazy("Xã, phường nhận"), [InputRequired()])
    reason = TextAreaField(lazy("Lý do"), REASON)


class CloseForm(Form):
    """Nothing comes of the paper."""

    reason = TextAreaField(lazy("Lý do"), REASON)


class ResidenceForm(Form):
    """Where the person has moved to."""

    commune_code = CommuneField(lazy("Xã, phường nơi ở mới"), [InputRequired()])
    moved_on = DayField(lazy("Ngày chuyển"), [InputRequired()])
    reason = TextAreaField(lazy("Lý do"), REASON)


class FileChangeForm(Form):
    """The choices are those that the state of the file allows."""

    kind = RadioField(
        lazy("Việc cần ghi"), [DataRequired()], choices=options(CHANGE_LABELS.items())
    )
    changed_on = DayField(lazy("Từ ngày"), [InputRequired()])
    last_on = DayField(lazy("Ngày cuối theo dõi mới, nếu quyết định có nêu"), [Optional()])
    reason = TextAreaField(lazy("Lý do"), REASON)


class HandoverRuleForm(Form):
    """The days that the province gives, and the paper that says so."""

    from_on = DayField(lazy("Áp dụng từ ngày"), [InputRequired()])
    meet_days = IntegerField(
        lazy("Gặp lần đầu trong vòng (ngày)"), [InputRequired(), NumberRange(min=1, max=60)]
    )
    file_days = IntegerField(
        lazy("Mở hồ sơ trong vòng (ngày làm việc)"), [InputRequired(), NumberRange(min=1, max=60)]
    )
    source = TextAreaField(lazy("Căn cứ: văn bản, điều khoản"), REASON)


class CardForm(Form):
    """A card is made once a form."""
