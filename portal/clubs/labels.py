"""The words of clubs, as a page says them."""

from typing import Any

from portal.clubs.recurrence.rules import LAST
from portal.i18n import WEEKDAYS, lazy

Labels = dict[str, Any]

STATUS_LABELS: Labels = {
    "planned": lazy("dự kiến"),
    "operating": lazy("đang hoạt động"),
    "paused": lazy("tạm dừng"),
    "dissolved": lazy("đã giải thể"),
}
POST_LABELS: Labels = {
    "chair": lazy("Chủ nhiệm"),
    "deputy": lazy("Phó chủ nhiệm"),
    "secretary": lazy("Thư ký"),
    "member": lazy("Ủy viên"),
}
MARK_LABELS: Labels = {
    "present": lazy("Có mặt"),
    "late": lazy("Muộn"),
    "absent_excused": lazy("Có phép"),
    "absent": lazy("Vắng"),
}
COUNTED_LABELS: Labels = {
    "guests": lazy("Khách"),
    "family": lazy("Người thân"),
}
DOER_LABELS: Labels = {
    "board": lazy("Ban chủ nhiệm"),
    "volunteers": lazy("Tình nguyện viên"),
    "members": lazy("Thành viên"),
}
KIND_LABELS: Labels = {
    "weekly": lazy("Theo tuần: chọn thứ, mấy tuần một lần"),
    "nth": lazy("Theo tháng: chọn thứ và tuần"),
    "month": lazy("Theo tháng: các ngày dương lịch"),
    "lunar": lazy("Theo tháng: các ngày âm lịch"),
}
WEEKDAY_LABELS: dict[int, Any] = dict(enumerate(WEEKDAYS))
NTH_LABELS: dict[int, Any] = {
    1: lazy("tuần thứ nhất"),
    2: lazy("tuần thứ hai"),
    3: lazy("tuần thứ ba"),
    4: lazy("tuần thứ tư"),
    LAST: lazy("tuần cuối"),
}
PART_LABELS: Labels = {
    "morning": lazy("Sáng"),
    "afternoon": lazy("Chiều"),
    "evening": lazy("Tối"),
}
CHANNEL_LABELS: Labels = {
    "none": lazy("Không cần nhắc"),
    "notice": lazy("Nhắc ngay trên trang này"),
    "email": lazy("Thư điện tử"),
    "sms": lazy("Tin nhắn điện thoại"),
}
BEFORE_LABELS: dict[int, Any] = {
    7: lazy("Trước 7 ngày"),
    3: lazy("Trước 3 ngày"),
    2: lazy("Trước 2 ngày"),
    1: lazy("Trước 1 ngày"),
    0: lazy("Sáng hôm đó"),
}
