"""The words of needs and steps, neutral in themselves."""

from typing import Any

from portal.i18n import lazy

NEED_LABELS: dict[str, Any] = {
    "training": lazy("học nghề"),
    "work": lazy("việc làm"),
    "loan": lazy("vay vốn"),
    "legal_aid": lazy("trợ giúp pháp lý"),
    "schooling": lazy("học phí, học văn hóa"),
    "housing": lazy("nhà ở"),
    "papers": lazy("giấy tờ"),
    "health": lazy("sức khỏe"),
}
LEFT_LABELS: dict[str, Any] = {
    "wage": lazy("lương thấp"),
    "distance": lazy("đường xa"),
    "hours": lazy("giờ làm không hợp"),
    "health": lazy("sức khỏe"),
    "ended": lazy("hết việc, hết hợp đồng"),
    "other_job": lazy("đã có việc khác"),
    "people": lazy("không hợp với nơi làm"),
    "other": lazy("lý do khác"),
}
ORIGIN_LABELS: dict[str, Any] = {
    "sheet": lazy("phiếu tháng"),
    "roll": lazy("buổi sinh hoạt"),
    "talk": lazy("khi trò chuyện"),
}
RAISED_LABELS: dict[str, tuple[str, Any]] = {
    "waiting": ("plain", lazy("Đang chờ trả lời")),
    "late": ("attention", lazy("Quá hạn trả lời")),
    "taken": ("good", lazy("Đã nhận thành nhu cầu")),
    "turned_back": ("plain", lazy("Đã trả lời")),
}
CENTRE_LABELS: dict[str, tuple[str, Any]] = {
    "open": ("good", lazy("Đang nhận phiếu")),
    "full": ("attention", lazy("Tạm ngừng: đã đủ 1 %")),
    "no_figures": ("attention", lazy("Tạm ngừng: thiếu số liệu")),
}
