"""Steps and reasons for a no in words: neutral, for any bystander may read them."""

from typing import Any

from portal.i18n import _, day, lazy
from portal.jobs.words import EMPLOYER_REASONS
from portal.journeys.service import Taken

REASON_LABELS: dict[str, Any] = {
    "too_far": lazy("Xa quá"),
    "low_pay": lazy("Lương thấp, học phí cao"),
    "hours": lazy("Không hợp giờ"),
    "health": lazy("Không hợp sức khỏe"),
    "other_trade": lazy("Không đúng nghề tôi muốn"),
    "wrong_facts": lazy("Thông tin về tôi chưa đúng"),
    "other": lazy("Lý do khác"),
}
# a code of HiringReason of the applicant's side
APPLICANT_REASONS: dict[str, Any] = {
    "other_job": lazy("Tôi đã có việc khác"),
    "too_far": lazy("Xa quá"),
    "low_pay": lazy("Lương thấp"),
    "hours": lazy("Không hợp giờ"),
    "health": lazy("Không hợp sức khỏe"),
    "changed_mind": lazy("Tôi đổi ý"),
}
PART_LABELS: dict[str, Any] = {
    "occupation": lazy("nghề"),
    "skills": lazy("tay nghề"),
    "distance": lazy("gần nhà"),
    "wage": lazy("lương"),
    "stability": lazy("hợp đồng"),
    "cost": lazy("học phí"),
    "certificate": lazy("chứng chỉ"),
}
# by kind of step and where its copy stands: the kind of tag, and the words
STATE_LABELS: dict[tuple[str, str], tuple[str, Any]] = {
    ("enrolled", "enrolled"): ("good", lazy("đã có chỗ")),
    ("enrolled", "waiting"): ("attention", lazy("đang chờ chỗ")),
    ("enrolled", "offered"): ("attention", lazy("có chỗ, chờ anh/chị trả lời")),
    ("enrolled", "completed"): ("good", lazy("đã học xong")),
    ("enrolled", "dropped"): ("plain", lazy("đã nghỉ học")),
    ("enrolled", "cancelled"): ("attention", lazy("lớp đã hủy")),
    ("enrolled", "withdrawn"): ("plain", lazy("đã rút")),
    ("applied", ""): ("plain", lazy("đã nộp trực tiếp")),
    ("applied", "relayed"): ("plain", lazy("đã lập phiếu cho trung tâm")),
    ("applied", "sent"): ("attention", lazy("đã gửi, chờ trả lời")),
    ("applied", "invited"): ("good", lazy("được mời gặp")),
    ("applied", "hired"): ("good", lazy("được nhận")),
    ("applied", "declined"): ("plain", lazy("chưa được nhận")),
    ("applied", "withdrawn"): ("plain", lazy("đã rút")),
    ("applied", "expired"): ("plain", lazy("hết hạn, không có trả lời")),
    ("placed", ""): ("good", lazy("đã nhận việc")),
}
# how a step ended that the member did not end by leaving
ENDED_LABELS: dict[str, Any] = {
    "declined": lazy("đã trả lời: không nhận chỗ"),
    "lapsed": lazy("hết hạn trả lời"),
    "unseated": lazy("lớp đã khai giảng, hết chỗ"),
}
ENDABLE = ("enrolled", "waiting", "cancelled", "sent", "invited", "relayed")


def part_said(name: str) -> str:
    """A part of the score in two words."""
    return str(PART_LABELS[name])


def step_state(step: Taken) -> tuple[str, str]:
    """The kind of tag and the words for where a step stands."""
    if step.ended_on is not None and step.state != "expired":
        return "plain", str(ENDED_LABELS.get(step.state, lazy("đã rút")))
    kind, words = STATE_LABELS.get((step.kind, step.state), ("plain", step.state))
    return kind, str(words)


def answer_said(step: Taken) -> str:
    """Until when an answer is to come, or why it was a no."""
    if step.state == "sent" and step.answer_by:
        return str(_("Có trả lời chậm nhất %(day)s.", day=day(step.answer_by)))
    why = EMPLOYER_REASONS.get(step.why)
    return str(_("Nơi tuyển cho biết: %(why)s.", why=str(why).lower())) if why else ""


def can_end(step: Taken) -> bool:
    """Whether the member can still leave or take it back."""
    return step.ended_on is None and (step.state in ENDABLE or step.channel == "plain")


ACT_LABELS: dict[str, Any] = {
    "enrol": lazy("Ghi danh vào lớp; nơi dạy biết họ tên, số điện thoại"),
    "apply": lazy("Ghi là đã tự nộp hồ sơ; nơi tuyển không biết gì từ đây"),
    "turn_down": lazy("Không nhận gợi ý này"),
}
