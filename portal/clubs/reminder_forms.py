"""What is typed about reminders."""

from typing import Any

from wtforms import BooleanField, RadioField, StringField
from wtforms.validators import InputRequired, Length

from portal.clubs.labels import BEFORE_LABELS, CHANNEL_LABELS, LANGUAGE_LABELS
from portal.forms import Form, ManyField, VersionField, options
from portal.i18n import lazy
from portal.messages.channels import Channel


class ReminderForm(Form):
    """By what to be reminded, in which language, and where that reaches the person."""

    channel = RadioField(lazy("Nhắc bằng cách nào?"), [InputRequired()], default="none")
    contact = StringField(lazy("Số điện thoại hoặc địa chỉ thư"), [Length(max=200)])
    language = RadioField(
        lazy("Nhắc bằng tiếng nào?"), default="vi", choices=options(LANGUAGE_LABELS.items())
    )

    def __init__(self, *args: Any, offered: list[Channel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reaches_out = bool({"email", "sms"} & set(offered))
        self.channel.choices = options(
            (way, words) for way, words in CHANNEL_LABELS.items() if way == "none" or way in offered
        )


class NotedReminderForm(ReminderForm):
    """The same, noted for a member."""

    agreed = BooleanField(lazy("Người này đã đồng ý được nhắc như vậy"))


class ReminderDaysForm(Form):
    """How long before a meeting."""

    days = ManyField(
        lazy("Nhắc khi nào?"), default=(), coerce=int, choices=options(BEFORE_LABELS.items())
    )
    version = VersionField()


class CalendarForm(Form):
    """Only the wish, once."""
