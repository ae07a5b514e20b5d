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
AREA_LABELS: Labels = {
    "housing": lazy("Chỗ ở"),
    "work": lazy("Việc làm"),
    "health": lazy("Sức khỏe"),
    "family": lazy("Gia đình"),
    "services": lazy("Liên hệ với nơi hỗ trợ"),
}
STATE_LABELS: Labels = {
    "very_good": lazy("rất tốt"),
    "fine": lazy("ổn"),
    "hard": lazy("còn khó"),
    "help_now": lazy("cần giúp ngay"),
    "unknown": lazy("chưa biết"),
}
SHEET_LABELS: Labels = {
    "agreed": lazy("đã thống nhất"),
    "differs": lazy("thành viên thấy khác"),
    "open": lazy("chưa thống nhất"),
    "missing": lazy("chưa ghi"),
    "not_let": lazy("chưa có sự đồng ý"),
}
REASON_LABELS: Labels = {
    "missed_two": lazy("Vắng không phép cả hai buổi gần nhất."),
    "silent": lazy("Sáu mươi ngày nay không đến, không trả lời lời mời."),
    "falling": lazy("Ba buổi gần đây đến ít hơn hẳn ba buổi trước đó."),
}
NEXT_STEP_LABELS: Labels = {
    "call": lazy("gọi điện"),
    "visit": lazy("tình nguyện viên đến thăm"),
    "message": lazy("nhắn tin"),
    "talk": lazy("đến nhà trò chuyện"),
}
OUTCOME_LABELS: Labels = {
    "came_back": lazy("đã trở lại"),
    "moved": lazy("đã chuyển nơi ở"),
    "other_shift": lazy("làm ca khác giờ họp"),
    "pause": lazy("muốn nghỉ một thời gian"),
    "left": lazy("muốn thôi hẳn"),
}
LEFT_LABELS: Labels = {
    "": lazy("không nói"),
    "moved": lazy("chuyển nơi ở"),
    "hours": lazy("giờ họp không hợp"),
    "busy": lazy("bận việc"),
    "other": lazy("lý do khác"),
}
TRANSFER_LABELS: Labels = {
    "asked": lazy("chờ thành viên đồng ý"),
    "agreed": lazy("chờ câu lạc bộ mới trả lời"),
    "accepted": lazy("câu lạc bộ mới đã nhận"),
    "declined": lazy("câu lạc bộ mới chưa nhận được"),
    "withdrawn": lazy("đã rút lại"),
    "lapsed": lazy("quá hạn, không ai trả lời"),
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
CAME_IN_LABELS: Labels = {
    "carried": lazy("Số dư khi mở sổ"),
    "budget": lazy("Ngân sách hỗ trợ"),
    "dues": lazy("Thành viên đóng góp"),
    "other_in": lazy("Thu khác"),
}
WENT_OUT_LABELS: Labels = {
    "meeting": lazy("Buổi sinh hoạt: nước uống, hội trường"),
    "visit": lazy("Thăm hỏi, hiếu hỉ"),
    "help": lazy("Giúp thành viên"),
    "supplies": lazy("Văn phòng phẩm, in ấn"),
    "travel": lazy("Đi lại"),
    "other_out": lazy("Chi khác"),
}
PURPOSE_LABELS: Labels = {
    **CAME_IN_LABELS,
    "donation": lazy("Ủng hộ, tài trợ"),
    **WENT_OUT_LABELS,
}
RESOURCE_LABELS: Labels = {
    "money": lazy("Tiền"),
    "goods": lazy("Hiện vật"),
    "work": lazy("Ngày công"),
}
OUTREACH_LABELS: Labels = {
    "approached": lazy("đã tiếp cận"),
    "not_reached": lazy("chưa gặp được"),
    "agreed": lazy("đồng ý"),
    "declined": lazy("không tham gia"),
}
ANSWER_LABELS: Labels = {
    "agreed": lazy("Đồng ý tham gia"),
    "not_reached": lazy("Chưa gặp được"),
    "declined": lazy("Không tham gia: xóa tên ngay"),
}
NOT_MET_LABELS: Labels = {
    "no_answer": lazy("không nghe máy, không có nhà"),
    "wrong_number": lazy("sai số điện thoại"),
    "away": lazy("đang đi xa"),
}
WHY_NOT_LABELS: Labels = {
    "busy": lazy("bận việc"),
    "hours": lazy("giờ họp không hợp"),
    "shy": lazy("ngại gặp người quen"),
    "far": lazy("ở xa"),
    "no_need": lazy("thấy chưa cần"),
    "other": lazy("lý do khác"),
    "mistake": lazy("ghi nhầm, không tính"),
}
LANGUAGE_LABELS: Labels = {"vi": "Tiếng Việt", "en": "English"}
