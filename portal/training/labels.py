"""How the standings and states of training are said."""

from typing import Any

from portal import clock
from portal.i18n import _, day, lazy
from portal.training.models import Approval, DropReason, Mark, Standing

FEW = 5

STANDING_LABELS: dict[str, Any] = {
    Standing.ENROLLED: lazy("đang học"),
    Standing.WAITING: lazy("đang chờ"),
    Standing.OFFERED: lazy("được mời nhận chỗ"),
    Standing.DECLINED: lazy("không nhận chỗ"),
    Standing.LAPSED: lazy("hết hạn trả lời"),
    Standing.UNSEATED: lazy("lớp đã mở, không còn chỗ"),
    Standing.WITHDRAWN: lazy("đã rút"),
    Standing.COMPLETED: lazy("hoàn thành"),
    Standing.DROPPED: lazy("bỏ học"),
}
DECLINED_LABELS: dict[str, Any] = {
    "hours": lazy("không hợp giờ học"),
    "far": lazy("đường xa"),
    "cost": lazy("chi phí đi học"),
    "other_class": lazy("đã chọn lớp khác"),
    "busy": lazy("đang bận việc"),
    "other": lazy("lý do khác"),
}
AID_GROUP_LABELS: dict[str, Any] = {
    "disabled": lazy("người khuyết tật"),
    "poor_minority": lazy("hộ nghèo dân tộc thiểu số, hoặc hộ nghèo ở xã đặc biệt khó khăn"),
    "priority": lazy(
        "hộ nghèo, người dân tộc thiểu số, gia đình có công, hộ bị thu hồi đất, "
        "lao động nữ mất việc, ngư dân"
    ),
    "near_poor": lazy("hộ cận nghèo"),
    "other": lazy("phụ nữ hoặc lao động nông thôn khác"),
}
APPROVAL_LABELS: dict[str, Any] = {
    Approval.PENDING: lazy("chờ duyệt"),
    Approval.APPROVED: lazy("đã duyệt"),
    Approval.REFUSED: lazy("không duyệt"),
}
APPROVAL_KINDS = {
    Approval.PENDING: "attention",
    Approval.APPROVED: "good",
    Approval.REFUSED: "bad",
}

PAPER_LABELS: dict[str, Any] = {
    "activity": lazy("Giấy chứng nhận đăng ký hoạt động giáo dục nghề nghiệp"),
    "founding": lazy("Quyết định thành lập"),
    "business": lazy("Giấy chứng nhận đăng ký doanh nghiệp"),
    "premises": lazy("Giấy tờ về nơi dạy và thiết bị"),
    "teachers": lazy("Hồ sơ giáo viên"),
    "other": lazy("Giấy tờ khác"),
}
MARK_LABELS: dict[str, Any] = {
    Mark.PRESENT: lazy("có mặt"),
    Mark.ABSENT: lazy("vắng"),
    Mark.EXCUSED: lazy("có phép"),
}
DROP_LABELS: dict[str, Any] = {
    DropReason.HEALTH: lazy("sức khỏe"),
    DropReason.FAMILY: lazy("việc gia đình"),
    DropReason.FOUND_WORK: lazy("đã có việc làm"),
    DropReason.TOO_FAR: lazy("xa quá"),
    DropReason.COST: lazy("tốn kém"),
    DropReason.NOT_AS_EXPECTED: lazy("khóa học không như mong đợi"),
    DropReason.OTHER: lazy("lý do khác"),
}
OPINION_LABELS: dict[int, Any] = {
    4: lazy("rất tốt"),
    3: lazy("tốt"),
    2: lazy("tạm được"),
    1: lazy("chưa tốt"),
}
ASKED_LABELS: dict[str, Any] = {
    "overall": lazy("Nhìn chung"),
    "teaching": lazy("Giáo viên"),
    "practice": lazy("Máy móc, thực hành"),
    "hours": lazy("Giờ học, nơi học"),
}


def seats_left(left: int) -> tuple[str, str]:
    """The kind of tag and the words for how many seats are left; many are not counted."""
    if left <= 0:
        return "attention", str(_("hết chỗ, nhận danh sách chờ"))
    if left <= FEW:
        return "attention", str(_("còn %(n)s chỗ", n=left))
    return "good", str(_("còn nhiều chỗ"))


def enrolment_tag(held: Any) -> tuple[str, str]:
    """The kind of tag and the words for whether one may enrol yet, and how many seats are left."""
    if held.enrol_from and held.enrol_from > clock.today():
        return "plain", str(_("mở ghi danh từ %(day)s", day=day(held.enrol_from)))
    return seats_left(held.left)


def class_state(held: Any) -> tuple[str, str]:
    """The kind of tag and the word for where a class stands today."""
    today = clock.today()
    if held.cancelled_at is not None:
        return "bad", str(_("đã hủy"))
    if (held.ends_on or held.starts_on) < today:
        return "plain", str(_("đã kết thúc"))
    if held.starts_on <= today:
        return "good", str(_("đang diễn ra"))
    if held.enrol_by < today:
        return "plain", str(_("hết hạn ghi danh"))
    return _enrolment_state(held)


def _enrolment_state(held: Any) -> tuple[str, str]:
    if held.enrol_from and held.enrol_from > clock.today():
        return "plain", str(_("mở ghi danh từ %(day)s", day=day(held.enrol_from)))
    if held.taken >= held.seats:
        return "attention", str(_("đủ người"))
    return "good", str(_("còn chỗ"))
