"""The lines of a person's way that tell of supports and referrals, as far as each has come."""

from collections.abc import Iterator

from portal.i18n import _, number
from portal.journeys.labels import (
    BODY_LABELS,
    REFERRAL_STATES,
    SUPPORT_LABELS,
    SUPPORT_STATES,
)
from portal.journeys.models import Referral
from portal.journeys.service.referrals import referrals_of
from portal.journeys.service.supports import supports_of
from portal.journeys.service.told import Event
from portal.people.models import Client


def given(client: Client) -> Iterator[Event]:
    """Each support and each referral, on the day of its last step."""
    for row in supports_of(client):
        kind, state = SUPPORT_STATES[row.state]
        says = _("Hỗ trợ %(what)s: %(state)s", what=SUPPORT_LABELS[row.kind], state=state)
        sum_ = _("%(n)s đồng", n=number(row.amount)) if row.amount else ""
        link = ("journeys.support", row.pid)
        yield Event(row.state_on, says, [row.body, sum_, row.words], kind, row.by_pid, link)
    for sent in referrals_of(client):
        kind, state = REFERRAL_STATES[sent.state]
        yield Event(
            sent.state_on,
            _("Nhờ nơi khác giúp: %(state)s", state=state),
            [f"{sent.body} ({BODY_LABELS[sent.body_kind]})", _waits(sent), sent.words],
            "attention" if sent.is_late else kind,
            sent.by_pid,
            ("journeys.referral", sent.pid),
        )


def _waits(sent: Referral) -> str:
    if sent.state != "sent":
        return ""
    day = f"{sent.reply_by:%d/%m/%Y}"
    if sent.is_late:
        return str(_("Quá hạn trả lời từ %(day)s", day=day))
    return str(_("Hẹn trả lời trước ngày %(day)s", day=day))
