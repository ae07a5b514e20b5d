"""The words of plans, targets, tasks and figures, as an officer reads them."""

from typing import Any

from portal.i18n import lazy
from portal.journeys.labels import NEED_LABELS
from portal.people.labels import KIND_LABELS
from portal.targets.indicators import INDICATORS

Labels = dict[str, Any]

INDICATOR_LABELS: Labels = {key: indicator.title for key, indicator in INDICATORS.items()}
REPORTED_LABELS: Labels = {
    key: indicator.title for key, indicator in INDICATORS.items() if indicator.count is None
}
FAIR_PERSONS = "job_fair_persons"
FIGURE_LABELS: Labels = {
    **REPORTED_LABELS,
    FAIR_PERSONS: lazy("Người hoàn thành chương trình trong số người đến phiên việc làm"),
}
"""What is typed: reported indicators, and beside the consultations a figure of no target."""
KINDS: Labels = {**NEED_LABELS, **KIND_LABELS}
LEVEL_LABELS: Labels = {
    "commune": lazy("xã, phường"),
    "district": lazy("huyện, thành phố"),
    "club": lazy("câu lạc bộ"),
    "person": lazy("người"),
    "staff": lazy("cán bộ"),
    "place": lazy("cơ sở"),
}
MAP_LABELS: Labels = {
    "as_written": lazy("Bản đồ ngày ban hành kế hoạch"),
    "today": lazy("Bản đồ ngày xem"),
}
COMPARATOR_LABELS: Labels = {
    "ge": lazy("từ mức này trở lên (≥)"),
    "gt": lazy("trên mức này (>)"),
    "eq": lazy("đúng mức này (=)"),
}
UNIT_LABELS: Labels = {
    "percent": lazy("phần trăm"),
    "count": lazy("số lượng"),
    "each": lazy("mỗi nơi ít nhất chừng ấy"),
}
PROGRESS_LABELS: Labels = {
    "not_started": lazy("Chưa bắt đầu"),
    "under_way": lazy("Đang làm"),
    "done": lazy("Đã xong"),
    "dropped": lazy("Không làm nữa"),
}
KEY_LABELS: Labels = {
    "number": lazy("Số kế hoạch"),
    "title": lazy("Tên kế hoạch"),
    "authority": lazy("Cơ quan ban hành"),
    "place": lazy("Nơi thực hiện"),
    "parent": lazy("Kế hoạch cấp trên"),
    "signed": lazy("Ngày ký"),
    "map_day": lazy("Ngày của bản đồ"),
    "years": lazy("Từ năm, đến năm"),
    "source": lazy("Nguồn"),
    "id": lazy("Mã chỉ tiêu"),
    "indicator": lazy("Chỉ số"),
    "kinds": lazy("Chỉ tính các loại"),
    "level": lazy("Tính theo"),
    "map": lazy("Bản đồ"),
    "each_year": lazy("Tính lại mỗi năm"),
    "from": lazy("Từ ngày"),
    "to": lazy("Đến ngày"),
    "comparator": lazy("So sánh"),
    "value": lazy("Mức cần đạt"),
    "unit": lazy("Đơn vị"),
    "wording": lazy("Nguyên văn"),
}
VALUE_LABELS: dict[str, Labels] = {
    "indicator": INDICATOR_LABELS,
    "level": LEVEL_LABELS,
    "map": MAP_LABELS,
    "comparator": COMPARATOR_LABELS,
    "unit": UNIT_LABELS,
    "kinds": KINDS,
}
RESULT_UNIT_LABELS: Labels = {
    "contacts": lazy("lượt"),
    "persons": lazy("người"),
    "certificates": lazy("chứng chỉ"),
    "facilities": lazy("cơ sở"),
    "capacity": lazy("chỗ"),
    "percent": lazy("phần trăm"),
}
