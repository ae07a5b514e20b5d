"""What has passed its day in a commune, for its case officer's start page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.access import Actor
from portal.i18n import _
from portal.journeys.service.plans import goals_late
from portal.journeys.service.referrals import referrals_late
from portal.journeys.service.supports import papers_missing


@dataclass(frozen=True)
class Late:
    """One line: whose, what, since when, and the page and public id of the record."""

    name: str
    what: str
    since: date
    page: str
    pid: str


def late_today(actor: Actor) -> list[Late]:
    """Referrals without an answer, goals past their day, supports without their papers: the
    longest first."""
    rows: list[tuple[Any, str, date]] = [
        *((row, _("Chưa trả lời chuyển gửi"), row.reply_by) for row in referrals_late(actor)),
        *((row, _("Mục tiêu qua ngày hẹn"), row.due_on) for row in goals_late(actor)),
        *((row, _("Hỗ trợ thiếu giấy tờ"), row.asked_on) for row in papers_missing(actor)),
    ]
    late = [
        Late(row.client.name, what, since, f"journeys.{type(row).__name__.lower()}", row.pid)
        for row, what, since in rows
    ]
    return sorted(late, key=lambda line: (line.since, line.pid))
