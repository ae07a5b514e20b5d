"""The measures of a period that every report carries beside the plan's targets."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from flask_babel import LazyString

from portal.i18n import lazy


class Measure(NamedTuple):
    """A figure of a period: what it is called, what is counted, and of what, for a share."""

    key: str
    title: LazyString
    unit: str
    whole: str | None = None


MEASURES = (
    Measure("meetings", lazy("Buổi sinh hoạt câu lạc bộ"), "meetings"),
    Measure("present", lazy("Lượt có mặt trên lượt thành viên"), "contacts", "expected"),
    Measure("clubs_founded", lazy("Câu lạc bộ thành lập mới"), "clubs"),
    Measure("completions", lazy("Người hoàn thành chương trình"), "persons"),
    Measure("files_opened", lazy("Hồ sơ quản lý được lập"), "files"),
    Measure("under_aftercare", lazy("Người đang được quản lý cuối kỳ"), "persons"),
    Measure("needs_recorded", lazy("Nhu cầu được ghi nhận"), "needs"),
    Measure("needs_met", lazy("Nhu cầu được đáp ứng"), "needs"),
    Measure("consultations", lazy("Lượt tư vấn"), "contacts"),
    Measure("consulted", lazy("Người được tư vấn"), "persons"),
    Measure("certified", lazy("Người được cấp chứng chỉ"), "persons"),
    Measure("placed", lazy("Người nhận việc"), "persons"),
)


def between(measure: str, communes: Iterable[str], first: date, last: date) -> int:
    """The figure of a measure for these communes from one day to another."""
    return 0
