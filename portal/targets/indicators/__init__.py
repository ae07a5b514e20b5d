"""The named measures that targets are written in: what each counts, from records or as reported."""

from portal.i18n import lazy
from portal.journeys.labels import NEED_LABELS
from portal.people.labels import KIND_LABELS
from portal.targets.indicators.asking import Asked, Indicator, Tally
from portal.targets.indicators.clubs import (
    clubs_founded,
    clubs_stable,
    communes_with_club,
    counselling_points,
    districts_with_club,
)
from portal.targets.indicators.people import aftercare_file_opened, need_met, staff_trained
from portal.targets.indicators.work import WORK

__all__ = ["INDICATORS", "Asked", "Indicator", "Tally"]

_ALL = (
    Indicator(
        "clubs_founded",
        lazy("Xã có câu lạc bộ mới thành lập"),
        lazy("xã có câu lạc bộ thành lập trong kỳ"),
        lazy("số xã của chỉ tiêu"),
        clubs_founded,
        unit="communes",
        over_places="sum",
        levels=("commune",),
    ),
    Indicator(
        "districts_with_club",
        lazy("Huyện có câu lạc bộ"),
        lazy("huyện, thành phố có câu lạc bộ đang hoạt động"),
        lazy("tất cả huyện, thành phố"),
        districts_with_club,
        unit="districts",
        over_time="last",
        over_places="sum",
        levels=("district",),
    ),
    Indicator(
        "communes_with_club",
        lazy("Xã có câu lạc bộ"),
        lazy("trong đó xã có câu lạc bộ đang hoạt động"),
        lazy("xã có người đang được quản lý sau cai"),
        communes_with_club,
        by_residence=True,
        unit="communes",
        over_time="last",
        over_places="sum",
        levels=("commune",),
    ),
    Indicator(
        "clubs_stable",
        lazy("Câu lạc bộ hoạt động ổn định, hiệu quả"),
        lazy("câu lạc bộ (hoặc xã có câu lạc bộ) đạt đủ tiêu chí"),
        lazy("câu lạc bộ đủ ba tháng trở lên (hoặc tất cả xã)"),
        clubs_stable,
        unit="clubs",
        over_time="last",
        over_places="sum",
        levels=("club", "commune"),
    ),
    Indicator(
        "aftercare_file_opened",
        lazy("Người hoàn thành được lập hồ sơ quản lý"),
        lazy("người đã có hồ sơ quản lý"),
        lazy("người hoàn thành trong kỳ"),
        aftercare_file_opened,
        by_residence=True,
        kinds=tuple(KIND_LABELS),
    ),
    Indicator(
        "need_met",
        lazy("Người có nhu cầu được hỗ trợ"),
        lazy("người được đáp ứng mọi nhu cầu"),
        lazy("người có nhu cầu trong kỳ"),
        need_met,
        by_residence=True,
        kinds=tuple(NEED_LABELS),
    ),
    Indicator(
        "staff_trained",
        lazy("Cán bộ được tập huấn"),
        lazy("cán bộ hoàn thành mọi khóa"),
        lazy("tất cả cán bộ"),
        staff_trained,
        by_residence=True,
        unit="staff",
        over_time="last",
        levels=("staff",),
    ),
    Indicator(
        "counselling_points",
        lazy("Xã có điểm tư vấn"),
        lazy("xã có điểm tư vấn đang mở"),
        lazy("số xã của chỉ tiêu"),
        counselling_points,
        unit="communes",
        over_time="last",
        over_places="sum",
        levels=("commune",),
    ),
    *WORK,
    Indicator(
        "reached",
        lazy("Người được tiếp cận dịch vụ"),
        lazy("người được tiếp cận"),
        lazy("người có hồ sơ quản lý"),
    ),
    Indicator(
        "voluntary_share",
        lazy("Tỷ trọng cai nghiện tự nguyện"),
        lazy("người tự nguyện"),
        lazy("tổng số người cai nghiện"),
    ),
    Indicator(
        "registered_voluntarily",
        lazy("Người tự nguyện đăng ký"),
        lazy("người đã đăng ký"),
        lazy("người chưa tham gia chương trình nào"),
    ),
    Indicator(
        "schools_prevention",
        lazy("Trường học triển khai phòng ngừa"),
        lazy("trường đã triển khai"),
        lazy("tất cả trường học"),
        unit="places",
        over_time="last",
        over_places="sum",
        levels=("place",),
    ),
)
INDICATORS = {indicator.key: indicator for indicator in _ALL}
