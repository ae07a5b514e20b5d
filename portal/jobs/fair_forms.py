"""What an officer types of a job fair, and of how many came."""

from typing import Any

from wtforms import IntegerField, SelectField, StringField, TimeField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from portal.forms import DayField, Form, VersionField, options
from portal.i18n import lazy
from portal.jobs.fair_words import CHANNEL_LABELS
from portal.places.forms import CommuneField

HOURS = ["%H:%M", "%H:%M:%S", "%Hh%M"]
MOST = NumberRange(0, 1_000_000)


def _text(label: Any) -> StringField:
    return StringField(label, [DataRequired(), Length(max=150)])


class FairForm(Form):
    """When, where, by whom."""

    name = _text(lazy("Tên phiên"))
    channel = SelectField(
        lazy("Hình thức"),
        [DataRequired()],
        choices=options([("", "–"), *CHANNEL_LABELS.items()]),
    )
    held_on = DayField(lazy("Ngày"), [InputRequired()])
    from_hour = TimeField(lazy("Từ giờ"), [InputRequired()], format=HOURS)
    to_hour = TimeField(lazy("Đến giờ"), [InputRequired()], format=HOURS)
    venue = _text(lazy("Nơi tổ chức"))
    commune_code = CommuneField(lazy("Xã, phường"), [InputRequired(), Length(max=200)])
    organiser = _text(lazy("Đơn vị tổ chức"))


class EditFairForm(FairForm):
    """The same, with the version that was read."""

    version = VersionField()


class CancelFairForm(Form):
    """Why it does not take place."""

    said = _text(lazy("Vì sao không diễn ra"))


class FairCountForm(Form):
    """Contacts and persons: who came twice is two contacts and one person."""

    version = VersionField()
    contacts = IntegerField(lazy("Số lượt tư vấn"), [InputRequired(), MOST])
    persons = IntegerField(lazy("Số người được tư vấn"), [InputRequired(), MOST])
    reason = StringField(lazy("Lý do sửa"), [Length(max=300)])
