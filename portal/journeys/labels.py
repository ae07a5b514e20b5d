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

# the way of a person: milestones, supports, referrals, the plan
MILESTONE_LABELS: dict[str, Any] = {
    "consulted": lazy("được tư vấn"),
    "certified": lazy("được cấp chứng chỉ nơi khác"),
    "placed": lazy("nhận việc nơi khác"),
    "self_employed": lazy("tự làm, tự kinh doanh"),
}
EVIDENCE_LABELS: dict[str, Any] = {
    "contract": lazy("hợp đồng lao động"),
    "certificate": lazy("chứng chỉ, bằng nghề"),
    "licence": lazy("giấy phép kinh doanh"),
    "record": lazy("biên bản, sổ ghi"),
    "statement": lazy("lời kể của người đó"),
    "other": lazy("giấy tờ khác"),
}
SUPPORT_LABELS: dict[str, Any] = {
    "loan": lazy("vay vốn"),
    "legal_aid": lazy("trợ giúp pháp lý"),
    "schooling": lazy("học phí"),
    "housing": lazy("nhà ở"),
    "production": lazy("sản xuất"),
    "household": lazy("trợ cấp hộ gia đình"),
}
SUPPORT_STATES: dict[str, tuple[str, Any]] = {
    "asked": ("attention", lazy("Đã đề nghị, đang đủ giấy tờ")),
    "complete": ("plain", lazy("Đủ giấy tờ, chờ gửi")),
    "sent": ("plain", lazy("Đã gửi, chờ quyết định")),
    "granted": ("good", lazy("Được duyệt")),
    "refused": ("bad", lazy("Không được duyệt")),
    "done": ("good", lazy("Đã nhận")),
    "dropped": ("plain", lazy("Thôi đề nghị")),
}
BODY_LABELS: dict[str, Any] = {
    "commune": lazy("cơ quan của xã, phường"),
    "provider": lazy("cơ sở đào tạo"),
    "club": lazy("câu lạc bộ"),
    "employment_centre": lazy("trung tâm dịch vụ việc làm"),
    "legal_aid": lazy("trung tâm trợ giúp pháp lý"),
    "health": lazy("cơ sở y tế"),
    "bank": lazy("ngân hàng"),
    "other": lazy("nơi khác"),
}
REFERRAL_STATES: dict[str, tuple[str, Any]] = {
    "sent": ("plain", lazy("Đã gửi, chờ trả lời")),
    "accepted": ("good", lazy("Đã nhận")),
    "refused": ("bad", lazy("Không nhận")),
    "done": ("good", lazy("Đã giúp xong")),
    "dropped": ("plain", lazy("Thôi chuyển gửi")),
}
GOAL_STATES: dict[str, tuple[str, Any]] = {
    "open": ("plain", lazy("Đang làm")),
    "reached": ("good", lazy("Đã đạt")),
    "given_up": ("plain", lazy("Không làm nữa")),
}
WHO_LABELS: dict[str, Any] = {
    "member": lazy("thành viên"),
    "family": lazy("gia đình"),
    "case_officer": lazy("cán bộ phụ trách"),
    "coordinator": lazy("chủ nhiệm câu lạc bộ"),
    "volunteer": lazy("tình nguyện viên"),
    "other": lazy("người khác"),
}
TOLD_BY_LABELS: dict[str, Any] = {
    "member": lazy("chính người đó"),
    "family": lazy("gia đình"),
    "club": lazy("câu lạc bộ"),
    "volunteer": lazy("tình nguyện viên"),
    "visit": lazy("cán bộ đến thăm"),
    "facility": lazy("hồ sơ bàn giao"),
    "other": lazy("nguồn khác"),
}
TOLD_HOW_LABELS: dict[str, Any] = {
    "in_person": lazy("nói trực tiếp"),
    "phone": lazy("nói qua điện thoại"),
    "paper": lazy("viết trên giấy"),
    "message": lazy("nhắn tin"),
}
DOER_LABELS: dict[str, Any] = {
    "self": lazy("chính thành viên"),
    "case_officer": lazy("cán bộ phụ trách"),
    "coordinator": lazy("chủ nhiệm câu lạc bộ"),
    "officer": lazy("cán bộ chương trình"),
}
STEP_LABELS: dict[str, Any] = {
    "enrolled": lazy("Ghi danh học"),
    "applied": lazy("Nộp hồ sơ xin việc"),
    "placed": lazy("Nhận việc"),
    "turned_down": lazy("Từ chối một gợi ý"),
}
