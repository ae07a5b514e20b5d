"""What a board says about a row: its state, and why it has no figures."""

from portal.i18n import _, lazy
from portal.targets.indicators import INDICATORS
from portal.targets.judge import State
from portal.targets.rows import TargetRow

STATES = {
    State.MET: ("good", lazy("Đạt")),
    State.ON_TRACK: ("plain", lazy("Đúng tiến độ")),
    State.BEHIND: ("attention", lazy("Chậm")),
    State.NOT_DUE: ("plain", lazy("Chưa đến kỳ")),
    State.NO_DATA: ("plain", lazy("Chưa có số liệu")),
}


def why_blank(row: TargetRow) -> str:
    """Why a row that is due has no figures; nothing where it has them."""
    if row.figures or row.verdict.state == State.NOT_DUE:
        return ""
    by_hand = INDICATORS[row.target.indicator].count is None
    if row.area is None:
        words = _("Văn bản không nêu tên tỉnh.")
    elif by_hand and row.area.as_written:
        words = _("Chưa ai nhập số báo cáo của năm.")
    elif by_hand:
        words = _("Số báo cáo chỉ ghi theo bản đồ của kế hoạch.")
    elif not row.area.people_known:
        words = _("Nơi ở, nơi làm việc chỉ biết theo bản đồ hiện nay.")
    else:
        words = _("Bản đồ này không còn cấp huyện.")
    return str(words)
