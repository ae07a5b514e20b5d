"""What of a meeting may stand where a bystander reads it: on a phone, in a calendar, on a slip."""

from portal.clubs.models import Meeting
from portal.clubs.service.clubs import TELLING
from portal.i18n import _
from portal.text import fold


def told_place(meeting: Meeting) -> str:
    """Where it is, unless the words themselves tell what it is about."""
    telling = any(word in fold(meeting.place) for word in TELLING)
    return "" if telling else meeting.place


def shown_place(meeting: Meeting) -> str:
    """The same, in a sentence."""
    return told_place(meeting) or _("chỗ hẹn như mọi khi")
