"""What is typed about clubs, meetings and members."""

from typing import Any

from wtforms import (
    BooleanField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from portal import clock
from portal.forms import DayField, Form, VersionField, options
from portal.i18n import lazy
from portal.people.labels import SCHOOLING_LABELS
from portal.places import service as places
from portal.places.forms import CommuneField

SHORT, LONG = Length(max=200), Length(max=20_000)
HOURS = ["%H:%M", "%Hh%M"]


class MeetingForm(Form):
    """When, where and what about."""

    day = DayField(lazy("Ngày"), [InputRequired()])
    starts = TimeField(lazy("Từ giờ"), [InputRequired()], format=HOURS)
    ends = TimeField(lazy("Đến giờ"), [InputRequired()], format=HOURS)
    place = StringField(lazy("Nơi họp"), [DataRequired(), SHORT])
    agenda = TextAreaField(lazy("Nội dung"), [LONG])
    back_entry = BooleanField(lazy("Ghi bù một buổi đã họp"))
    despite = BooleanField(lazy("Vẫn giữ ngày giờ này, tôi đã xem lưu ý"))


class NewMeetingForm(MeetingForm):
    """The same, of a club."""

    club_pid = SelectField(lazy("Câu lạc bộ"), [InputRequired()])


class EditMeetingForm(MeetingForm):
    """The same, over a version, and why it is moved."""

    reason = StringField(lazy("Lý do dời"), [SHORT])
    version = VersionField()


class CancelForm(Form):
    """Why a meeting is called off."""

    reason = StringField(lazy("Lý do"), [DataRequired(), SHORT])
    version = VersionField()


class NewMemberForm(Form):
    """A person whom the portal does not know yet."""

    club_pid = SelectField(lazy("Câu lạc bộ"), [InputRequired()])
    name = StringField(lazy("Họ tên"), [DataRequired(), SHORT])
    phone = StringField(lazy("Điện thoại"), [SHORT])
    birth_year = IntegerField(lazy("Năm sinh"), [InputRequired(), NumberRange(1900, 2100)])
    commune_code = CommuneField(lazy("Xã, phường đang ở"), [InputRequired()])
    education = SelectField(
        lazy("Đã học xong"), coerce=int, default=2, choices=options(SCHOOLING_LABELS.items())
    )
    signed = BooleanField(lazy("Đơn tham gia đã được ký"))
    outreach = HiddenField()  # whom the club had approached, if anyone


class CardForm(Form):
    """The login printed on a member's card."""

    club_pid = SelectField(lazy("Câu lạc bộ"), [InputRequired()])
    card = StringField(lazy("Mã trên thẻ"), [DataRequired(), SHORT])
    signed = BooleanField(lazy("Đơn tham gia đã được ký"))
    outreach = HiddenField()


class CardIssueForm(Form):
    """Only the wish for a card, once."""


class LeaveForm(Form):
    """The last day of a membership."""

    left_on = DayField(lazy("Ngày cuối cùng"), [InputRequired()])


class AnswerForm(Form):
    """Whether a member comes, and a word from who does not."""

    comes = RadioField(
        lazy("Anh/chị có đến không?"),
        [InputRequired()],
        choices=options([("yes", lazy("Tôi đến")), ("no", lazy("Tôi bận"))]),
    )
    apology = TextAreaField(lazy("Nhắn ban chủ nhiệm"), [Length(max=500)])


class ClubForm(Form):
    """What the open pages say of a club."""

    display_name = StringField(lazy("Tên hiển thị"), [SHORT])
    phone = StringField(lazy("Điện thoại liên hệ"), [SHORT])
    shows_meetings = BooleanField(lazy("Cho mọi người biết nơi và giờ sinh hoạt"))
    meeting_note = TextAreaField(lazy("Lời nhắn về nơi và giờ sinh hoạt"), [Length(max=500)])
    version = VersionField()


class FoundForm(Form):
    """A club by its founding decision."""

    commune_code = CommuneField(lazy("Xã, phường"), [InputRequired()])
    name = StringField(lazy("Tên theo quyết định"), [DataRequired(), SHORT])
    display_name = StringField(lazy("Tên hiển thị"), [SHORT])
    decision = StringField(lazy("Quyết định thành lập, số"), [DataRequired(), SHORT])
    decided_on = DayField(lazy("Ngày ký quyết định"), [Optional()])
    founded_on = DayField(lazy("Ngày thành lập"), [InputRequired()])
    old_district_code = SelectField(lazy("Thuộc huyện cũ"), default="")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.commune_code.data
        districts = places.old_districts_of(code, clock.today()) if code else []
        named = [(district.code, district.name) for district in districts]
        self.old_district_code.choices = options([("", "–"), *named])


class MoveForm(Form):
    """A new state of a club, from a day on."""

    status = SelectField(lazy("Trạng thái mới"), [InputRequired()])
    status_on = DayField(lazy("Từ ngày"), [InputRequired()])
    version = VersionField()


class SendReportForm(Form):
    """Only the wish to send a report, once."""
