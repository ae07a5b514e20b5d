"""The minutes as an official paper says them: from the meeting, its roll and its tasks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from portal import audit, clock
from portal.access import Actor
from portal.clubs.models import Meeting
from portal.clubs.service.marking import corrections_of
from portal.clubs.service.meetings import get_meeting
from portal.clubs.service.minutes import Version, draft_of, signature_of
from portal.clubs.service.overview import commune_name
from portal.clubs.service.roll import tally_of
from portal.clubs.service.tasks import TaskRow, tasks_at
from portal.papers.wording import long_day, short_day

BLANK = "…"  # to be filled in by hand
RECIPIENTS = ("- Thành viên ban chủ nhiệm;", "- Lưu: hồ sơ câu lạc bộ.")


@dataclass(frozen=True)
class MinutesPaper:
    """The whole paper, in Vietnamese; a writer puts it down as it is."""

    day: date
    above: str
    authority: str
    number: str
    kind: str
    abstract: str
    facts: tuple[str, ...]
    content: tuple[str, ...]
    tasks: tuple[str, ...]
    closing: str
    secretary: str
    chair: str
    notes: tuple[str, ...]
    recipients: tuple[str, ...] = RECIPIENTS


def minutes_paper(actor: Actor, pid: str, *, export: bool = False) -> MinutesPaper:
    """The paper of a meeting; that a file of it is taken away is recorded."""
    meeting = get_meeting(actor, pid)
    if export:
        audit.record(actor, "export_minutes", f"meeting/{pid}")
    draft = draft_of(meeting)
    return MinutesPaper(
        day=meeting.day,
        above=f"Ủy ban nhân dân {commune_name(meeting.club)}",
        authority=meeting.club.name,
        number=f"Số: {BLANK}/BB-CLB",
        kind="BIÊN BẢN",
        abstract=f"Buổi sinh hoạt {long_day(meeting.day)}",
        facts=(
            f"Thời gian bắt đầu: {_when(meeting.starts_at)}.",
            f"Địa điểm: {meeting.place or BLANK}.",
            f"Thành phần tham dự: {_attended(tally_of(meeting))}.",
            _named("Chủ trì", draft.chair),
            _named("Thư ký (người ghi biên bản)", draft.secretary),
        ),
        content=tuple(line for line in draft.minutes.splitlines() if line),
        tasks=tuple(_task(row) for row in tasks_at(actor, meeting)),
        closing=f"Buổi sinh hoạt kết thúc vào {_end(meeting)}./.",
        secretary=draft.secretary,
        chair=draft.chair,
        notes=tuple(_notes(meeting)),
    )


def _attended(tally: Mapping[str, int]) -> str:
    """In words, the guests and family after the members."""
    if tally["unmarked"] == tally["members"]:
        members = f"chưa điểm danh, câu lạc bộ có {tally['members']} thành viên"
    else:
        late, excused = tally.get("late", 0), tally.get("absent_excused", 0)
        members = (
            f"có mặt {tally.get('present', 0) + late} trên {tally['members']} thành viên"
            f"{f', trong đó {late} đến muộn' if late else ''}"
            f"; vắng có lý do {excused}; vắng không lý do {tally.get('absent', 0)}"
            f"{f'; chưa ghi {unmarked}' if (unmarked := tally['unmarked']) else ''}"
        )
    others = (("khách mời", tally["guests"]), ("người thân", tally["family"]))
    return members + "".join(f"; {words} {count}" for words, count in others if count)


def _named(post: str, name: str) -> str:
    return f"{post}: {name}." if name else f"{post}: {BLANK}"


def _task(row: TaskRow) -> str:
    parts = [row.task.body.rstrip("."), "một thành viên" if row.is_hidden else row.name]
    if row.task.due_on:
        parts.append(f"hạn {short_day(row.task.due_on)}")
    return "- " + " – ".join(part for part in parts if part) + "."


def _when(at: datetime) -> str:
    local = clock.local(at)
    return f"{local.hour} giờ {local.minute:02} phút, {long_day(local.date())}"


def _end(meeting: Meeting) -> str:
    return _when(meeting.ends_at) if meeting.ends_at else f"{BLANK} giờ {BLANK} cùng ngày"


def _notes(meeting: Meeting) -> Iterator[str]:
    """Who signed which version on the portal, and that the roll was put right since."""
    signed: Version | None = signature_of(meeting)
    if signed is None or signed.row.signed_at is None:
        return
    day = short_day(clock.local(signed.row.signed_at).date())
    yield f"Bản thứ {signed.row.number}, {signed.signed_by} ký xác nhận ngày {day}."
    later = [it.at for it in corrections_of(meeting) if it.at > signed.row.signed_at]
    if later:
        last = short_day(clock.local(later[0]).date())
        yield f"Số người dự theo điểm danh đã đính chính ngày {last}."
