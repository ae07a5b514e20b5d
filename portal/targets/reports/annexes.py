"""The annexes of a report: places, clubs, classes and staff in figures; never a person helped."""

from collections.abc import Iterable
from fractions import Fraction

from sqlalchemy import select

from portal.clubs.models import Club, ClubStatus
from portal.clubs.service.resources import raised_by_club
from portal.db import session
from portal.targets.judge import half_up
from portal.targets.models import StaffTraining
from portal.targets.records import ClubRow
from portal.targets.reports.ground import Ground
from portal.targets.reports.lines import Line
from portal.targets.reports.model import Annex, Column, Row
from portal.targets.reports.wording import MAPS, STATES, UNITS
from portal.targets.rolls import Held
from portal.text import sort_key

ORDER = Column("TT", "number")
STANDS = {ClubStatus.OPERATING: "đang hoạt động", ClubStatus.PAUSED: "tạm dừng"}
ENDED = "đã giải thể"


def targets(lines: Iterable[Line]) -> Annex:
    """Every figure of the report beside that of the period before."""
    columns = (
        ORDER,
        Column("Mã"),
        Column("Nội dung"),
        Column("Đơn vị tính"),
        Column("Thực hiện", "number"),
        Column("Trên tổng số", "number"),
        Column("Tỷ lệ", "percent"),
        Column("Kỳ trước thực hiện", "number"),
        Column("Kỳ trước tỷ lệ", "percent"),
        Column("Chỉ tiêu"),
        Column("Tính theo"),
        Column("Đánh giá"),
    )
    rows = (
        (
            line.key if line.map else "",
            line.title,
            UNITS[line.unit],
            line.numerator,
            line.denominator,
            line.value if line.is_share else None,
            line.before[0] if line.before else None,
            line.value_before if line.is_share else None,
            goal_of(line),
            MAPS[line.map] if line.map else "",
            STATES[line.state] if line.state else "",
        )
        for line in lines
    )
    return Annex("targets", "Chỉ tiêu và số liệu trong kỳ", columns, numbered(rows))


def goal_of(line: Line) -> str:
    """What the plan promises, as its unit is written."""
    if line.goal is None:
        return ""
    return f"{line.goal}%" if line.is_share else f"{line.goal} {UNITS[line.unit]}"


def clubs(ground: Ground) -> Annex:
    """The clubs of the place as at the last day, with what they held in the period."""
    columns = (
        ORDER,
        Column("Câu lạc bộ"),
        Column("Xã, phường"),
        Column("Ngày thành lập", "date"),
        Column("Quyết định thành lập"),
        Column("Tình trạng"),
        Column("Thành viên cuối kỳ", "number"),
        Column("Buổi trong kỳ", "number"),
        Column("Buổi có biên bản", "number"),
        Column("Nguồn lực huy động (đồng)", "number"),
    )
    names, raised = _names(), raised_by_club(ground.period.first, ground.until)
    rows = []
    for club, commune in ground.clubs():
        members = ground.records.members.get(club.id, ())
        held = ground.held(club)
        rows.append(
            (
                names[club.id],
                ground.name(commune),
                club.founded_on,
                club.decision,
                _stands(club, ground),
                len({stay.who for stay in members if stay.covers(ground.until)}),
                len(held),
                sum(meeting.has_minutes for meeting in held),
                raised.get(club.id, 0),
            )
        )
    return Annex("clubs", "Câu lạc bộ", columns, numbered(sorted(rows, key=_by_place)))


def attendance(ground: Ground) -> Annex:
    """How the members of each club came to its meetings; excused absence is left out."""
    columns = (
        ORDER,
        Column("Câu lạc bộ"),
        Column("Xã, phường"),
        Column("Buổi trong kỳ", "number"),
        Column("Buổi có điểm danh", "number"),
        Column("Tỷ lệ có mặt bình quân", "percent"),
    )
    names = _names()
    rows = []
    for club, commune in ground.clubs():
        held = ground.held(club)
        called = [meeting for meeting in held if meeting.attended is not None]
        if held:
            place = ground.name(commune)
            rows.append((names[club.id], place, len(held), len(called), _mean_share(called)))
    return Annex(
        "attendance",
        "Tham gia sinh hoạt",
        columns,
        numbered(sorted(rows, key=_by_place)),
        "Tỷ lệ của một buổi là số có mặt trên số thành viên ngày đó, không kể người vắng có phép.",
    )


def staff(ground: Ground) -> Annex:
    """The register of staff training as at the last day."""
    columns = (
        ORDER,
        Column("Họ và tên"),
        Column("Nơi công tác"),
        Column("Nhiệm vụ"),
        Column("Khóa tập huấn"),
        Column("Ngày hoàn thành", "date"),
    )
    register = select(
        StaffTraining.name,
        StaffTraining.place_code,
        StaffTraining.role,
        StaffTraining.course,
        StaffTraining.completed_on,
    )
    last = ground.until
    rows = [
        (name, ground.name(place), role, course, day if day and day <= last else None)
        for name, place, role, course, day in session().execute(register)
        if place in ground.area.units
    ]
    return Annex(
        "staff_training", "Tập huấn cán bộ", columns, numbered(sorted(rows, key=_by_place))
    )


def _names() -> dict[int, str]:
    return {key: name for key, name in session().execute(select(Club.id, Club.name))}


def numbered(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows with their order before them."""
    return tuple((index, *row) for index, row in enumerate(rows, start=1))


def _by_place(row: Row) -> tuple[str, str]:
    return sort_key(str(row[1])), sort_key(str(row[0]))


def _stands(club: ClubRow, ground: Ground) -> str:
    if club.counts_on(ground.until):
        return STANDS[ClubStatus.OPERATING]
    return STANDS.get(ClubStatus(club.status), ENDED)


def _mean_share(called: list[Held]) -> float | None:
    """The mean of the exact shares of the meetings, of 100, with one decimal."""
    shares = [meeting.attended for meeting in called if meeting.attended is not None]
    return half_up(100 * sum(shares, Fraction()) / len(shares)) if shares else None
