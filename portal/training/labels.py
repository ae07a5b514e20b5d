"""How the standings and states of training are said."""

from typing import Any

from portal.i18n import _, lazy
from portal.training.models import Approval, Standing

FEW = 5

STANDING_LABELS: dict[str, Any] = {
    Standing.ENROLLED: lazy("đang học"),
    Standing.WAITING: lazy("đang chờ"),
    Standing.WITHDRAWN: lazy("đã rút"),
    Standing.COMPLETED: lazy("hoàn thành"),
    Standing.DROPPED: lazy("bỏ học"),
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


def seats_left(left: int) -> tuple[str, str]:
    """The kind of tag and the words for how many seats are left; many are not counted."""
    if left <= 0:
        return "attention", str(_("hết chỗ, nhận danh sách chờ"))
    if left <= FEW:
        return "attention", str(_("còn %(n)s chỗ", n=left))
    return "good", str(_("còn nhiều chỗ"))
