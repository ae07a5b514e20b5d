"""The words of clubs, as a page says them."""

from typing import Any

from portal.i18n import lazy

Labels = dict[str, Any]

STATUS_LABELS: Labels = {
    "planned": lazy("dự kiến"),
    "operating": lazy("đang hoạt động"),
    "paused": lazy("tạm dừng"),
    "dissolved": lazy("đã giải thể"),
}
MARK_LABELS: Labels = {
    "present": lazy("Có mặt"),
    "late": lazy("Muộn"),
    "absent_excused": lazy("Có phép"),
    "absent": lazy("Vắng"),
}
