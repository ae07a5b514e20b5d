"""The words of a person's file, as a page says them."""

from collections.abc import Iterable, Mapping
from typing import Any

from portal.i18n import _, lazy
from portal.trades.labels import EDUCATION_LABELS

Labels = dict[str, Any]

# What the officer reads.
KIND_LABELS: Labels = {
    "voluntary": lazy("tự nguyện"),
    "compulsory": lazy("bắt buộc"),
    "substitution": lazy("điều trị thay thế"),
}
NOTE_LABELS: Labels = {"visit": lazy("thăm gặp"), "consultation": lazy("tư vấn")}

# What the member reads: neutral in every word, for any bystander may read it too.
FIELD_LABELS: Labels = {
    "name": lazy("họ tên"),
    "phone": lazy("số điện thoại"),
    "attendance": lazy("buổi có mặt"),
    "tasks": lazy("việc được giao"),
    "needs": lazy("nhu cầu hỗ trợ"),
    "matches": lazy("việc và lớp phù hợp"),
    "file": lazy("hồ sơ hỗ trợ"),
    "progress": lazy("phiếu hằng tháng"),
    "skills": lazy("tay nghề"),
    "schooling": lazy("học vấn"),
    "shifts": lazy("giờ làm được"),
    "calendar": lazy("lịch hẹn"),
    "email": lazy("địa chỉ thư điện tử"),
    "transfer": lazy("họ tên, trong lúc chờ trả lời"),
}
PURPOSE_LABELS: Labels = {
    "club": lazy("sinh hoạt câu lạc bộ"),
    "aftercare": lazy("đồng hành, giúp đỡ tại xã, phường"),
    "application": lazy("ứng tuyển"),
    "enrolment": lazy("ghi danh học"),
    "progress": lazy("cùng anh/chị nhìn lại từng tháng"),
    "reminders": lazy("nhắc lịch hẹn"),
    "volunteer": lazy("hỏi thăm, giúp đỡ gần nhà"),
    "invitation": lazy("mời anh/chị tham gia"),
    "retention": lazy("hỏi anh/chị còn làm ở đó không"),
    "transfer": lazy("xin chuyển câu lạc bộ"),
    "referral": lazy("giới thiệu anh/chị tới nơi giúp được"),
}
SCHOOLING_LABELS: dict[int, Any] = {**EDUCATION_LABELS, 0: lazy("chưa học xong tiểu học")}

# What the officer reads of handovers.
STATE_LABELS: Labels = {
    "expected": lazy("sắp về"),
    "sent_on": lazy("nơi khác chuyển đến"),
    "received": lazy("đã nhận giấy"),
    "met": lazy("đã gặp"),
    "opened": lazy("đã mở hồ sơ"),
    "closed": lazy("đã đóng"),
}
CHANGE_LABELS: Labels = {
    "suspended": lazy("tạm dừng theo dõi"),
    "resumed": lazy("theo dõi tiếp"),
    "ended": lazy("kết thúc sớm"),
}
CHANGED_LABELS: Labels = {**CHANGE_LABELS, "moved": lazy("chuyển nơi ở")}
HOW_LABELS: Labels = {
    "signed paper": lazy("ký giấy"),
    "in words": lazy("nói trước mặt cán bộ"),
}
RELATION_LABELS: Labels = {
    "parent": lazy("cha hoặc mẹ"),
    "grandparent": lazy("ông hoặc bà"),
    "sibling": lazy("anh hoặc chị"),
    "guardian": lazy("người giám hộ khác"),
}

# What the member reads too: neutral.
REQUEST_LABELS: Labels = {
    "correct": lazy("sửa thông tin"),
    "delete": lazy("xóa thông tin của tôi"),
}
REQUEST_STATE_LABELS: Labels = {
    "asked": lazy("đang chờ trả lời"),
    "answered": lazy("đã nhận, đang làm"),
    "done": lazy("đã làm xong"),
    "refused": lazy("không làm được"),
}
ANSWER_LABELS: Labels = {
    "answered": lazy("nhận, sẽ làm"),
    "done": lazy("đã làm xong"),
    "refused": lazy("không làm được"),
}


def skill_words(held: Iterable[tuple[str, bool]], names: Mapping[str, str]) -> list[str]:
    """Skills (code, proven) by name, saying of which there is a certificate."""
    return [
        _("%(skill)s (có chứng chỉ)", skill=names[code]) if proven else names[code]
        for code, proven in held
        if code in names
    ]
