"""A job fair in the words of the page."""

from typing import Any

from portal.i18n import lazy, weekday
from portal.jobs.models import FairState, JobFair
from portal.jobs.words import place_name

CHANNEL_LABELS: dict[str, Any] = {
    "centre": lazy("Trung tâm dịch vụ việc làm"),
    "mobile_day": lazy("Ngày việc làm lưu động ở xã, phường"),
    "telephone": lazy("Điện thoại"),
    "website": lazy("Trang web"),
    "social": lazy("Trang mạng xã hội"),
}
STATES: dict[str, tuple[str, Any]] = {
    FairState.PLANNED: ("good", lazy("sắp diễn ra")),
    FairState.HELD: ("plain", lazy("đã diễn ra")),
    FairState.CANCELLED: ("bad", lazy("không diễn ra")),
}


def channel(code: str) -> str:
    """By which way people are advised."""
    return str(CHANNEL_LABELS[code])


def fair_state(fair: JobFair) -> tuple[str, Any]:
    """Where it stands: a kind and words for a tag."""
    return STATES[fair.state]


def fair_hours(fair: JobFair) -> str:
    """thứ Bảy, 28/11, 08:00–11:30."""
    return f"{weekday(fair.held_on)}/{fair.held_on:%Y}, {fair.from_hour:%H:%M}–{fair.to_hour:%H:%M}"


def fair_said(fair: JobFair) -> list[str]:
    """What a list says of it, line by line."""
    return [
        fair_hours(fair),
        f"{fair.venue} · {place_name(fair.commune_code)}",
        f"{channel(fair.channel)} · {fair.organiser}",
    ]
