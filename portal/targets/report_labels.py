"""The words of reports: their states and moves, the units of their figures, when one is due."""

from typing import Any

from portal.i18n import lazy

STATES: dict[str, tuple[str, Any]] = {
    "draft": ("plain", lazy("Đang soạn")),
    "submitted": ("attention", lazy("Đã gửi, chờ xem")),
    "returned": ("bad", lazy("Trả lại để sửa")),
    "accepted": ("good", lazy("Đã nhận")),
    "closed": ("good", lazy("Đã chốt")),
}
MOVES: dict[str, Any] = {
    "submitted": lazy("Gửi báo cáo"),
    "returned": lazy("Trả lại để sửa"),
    "accepted": lazy("Nhận báo cáo"),
    "closed": lazy("Chốt số liệu"),
}
MOVED: dict[str, Any] = {
    "submitted": lazy("Đã gửi báo cáo."),
    "returned": lazy("Đã trả lại để sửa."),
    "accepted": lazy("Đã nhận báo cáo."),
    "closed": lazy("Đã chốt số liệu."),
}
UNITS: dict[str, Any] = {
    "communes": lazy("xã"),
    "districts": lazy("huyện"),
    "clubs": lazy("câu lạc bộ"),
    "persons": lazy("người"),
    "staff": lazy("cán bộ"),
    "places": lazy("nơi"),
    "contacts": lazy("lượt"),
    "meetings": lazy("buổi"),
    "needs": lazy("nhu cầu"),
    "events": lazy("cuộc"),
    "tasks": lazy("việc"),
}
SHOWS = {
    "all": lazy("Tất cả xã, phường"),
    "waiting": lazy("Chờ tỉnh xem"),
    "late": lazy("Trễ hạn"),
    "missing": lazy("Chưa gửi"),
}
CUTS = {1: lazy("Theo lịch: từ ngày 1 đến hết tháng"), 15: lazy("Từ ngày 15 đến ngày 14")}
MAPS = {
    "as_written": lazy("Bản đồ của kế hoạch"),
    "today": lazy("Bản đồ cuối kỳ"),
}
