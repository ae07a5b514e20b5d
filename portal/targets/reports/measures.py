"""The measures of a period that every report carries beside the plan's targets: keys of the
summary, in the words of the paper."""

from typing import NamedTuple

from flask_babel import LazyString

from portal.i18n import lazy


class Measure(NamedTuple):
    """A figure of a period: what it is called, and what is counted."""

    key: str
    title: LazyString
    unit: str
    is_share: bool = False


MEASURES = (
    Measure("meetings", lazy("Buổi sinh hoạt có biên bản"), "meetings", is_share=True),
    Measure("attendance", lazy("Lượt có mặt trên lượt thành viên"), "contacts", is_share=True),
    Measure("clubs_founded", lazy("Câu lạc bộ thành lập mới"), "clubs"),
    Measure("completions", lazy("Người hoàn thành trong kỳ"), "persons"),
    Measure("files_opened", lazy("Người được lập hồ sơ quản lý"), "persons"),
    Measure("under_aftercare", lazy("Người đang được quản lý cuối kỳ"), "persons"),
    Measure("needs_recorded", lazy("Nhu cầu được ghi nhận"), "needs"),
    Measure("needs_met", lazy("Nhu cầu được đáp ứng"), "needs"),
    Measure("consultations", lazy("Lượt tư vấn"), "contacts"),
    Measure("people_consulted", lazy("Người được tư vấn"), "persons"),
    Measure("certified", lazy("Người được cấp chứng chỉ"), "persons"),
    Measure("placed", lazy("Người nhận việc"), "persons"),
)
