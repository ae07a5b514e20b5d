"""The words of the registers, as a page says them."""

from typing import Any

from portal.i18n import lazy

Labels = dict[str, Any]

# What the plans ask of a club, a counselling point and a commune, in the order of the sheet.
CHECKLIST: Labels = {
    "founding_decision": lazy("Có quyết định thành lập và danh sách ban chủ nhiệm"),
    "club_rules": lazy("Có quy chế hoạt động"),
    "work_plan": lazy("Có kế hoạch năm"),
    "monthly_meetings": lazy("Sinh hoạt ít nhất mỗi tháng một lần"),
    "minutes": lazy("Biên bản đủ cho từng buổi"),
    "attendance": lazy("Điểm danh đầy đủ, ghi rõ vắng có lý do"),
    "progress": lazy("Ghi tiến bộ của từng thành viên mỗi tháng"),
    "reports": lazy("Gửi báo cáo tháng đúng hạn"),
    "volunteer_team": lazy("Có đội tình nguyện, mỗi người giúp nhiều nhất 5 người"),
    "counselling_hours": lazy("Điểm tư vấn mở cửa đúng giờ đã công bố"),
    "police_and_health": lazy("Phối hợp với công an và trạm y tế"),
    "work_and_training": lazy("Giới thiệu học nghề và việc làm khi có nhu cầu"),
    "staff_training": lazy("Cán bộ đã qua tập huấn"),
    "data_protection": lazy("Hồ sơ thành viên được cất giữ kín"),
    "funds_book": lazy("Có sổ thu chi, chứng từ rõ ràng"),
}
ANSWERS: Labels = {
    "yes": lazy("Có"),
    "no": lazy("Không"),
    "not_applicable": lazy("Không áp dụng"),
}
REVIEW_KINDS: Labels = {"interim": lazy("Sơ kết"), "final": lazy("Tổng kết")}
RECIPIENTS: Labels = {
    "collective": lazy("Tập thể"),
    "official": lazy("Cán bộ, công chức"),
    "volunteer": lazy("Tình nguyện viên"),
    "board_member": lazy("Ban chủ nhiệm câu lạc bộ"),
}
FORMS: Labels = {
    "certificate": lazy("Bằng khen"),
    "letter": lazy("Giấy khen"),
    "title": lazy("Danh hiệu thi đua"),
    "other": lazy("Hình thức khác"),
}
