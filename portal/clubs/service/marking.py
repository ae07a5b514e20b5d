"""Marking a roll: for whom, over what somebody else marked meanwhile, and putting it right."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from portal import audit, changes, clock
from portal.access import Actor
from portal.accounts.models import User
from portal.clubs.models import Attendance, AttendanceChange, Meeting
from portal.clubs.service.meetings import get_meeting
from portal.clubs.service.roll import ids_on_roll, list_kinds
from portal.db import session
from portal.errors import Conflict, RuleBroken
from portal.i18n import _
from portal.people.models import Client

COUNTED = ("guests", "family")  # who came beside the members: numbers, never names
MOST_DIGITS = 3


@dataclass(frozen=True)
class Correction:
    """A mark that was put right; `key` is the member's public id, or one of COUNTED."""

    at: datetime
    by: str
    key: str
    from_mark: str
    to_mark: str
    reason: str


def record_attendance(
    actor: Actor,
    meeting_pid: str,
    marks: Mapping[str, str],
    *,
    over: Mapping[str, str] | None = None,
    reason: str = "",
) -> None:
    """Mark members (public id to mark) and count guests and family at a meeting whose day has come.

    Only who was a member on that day stands on the roll. What somebody else marked since `over`
    was read is refused and told. Once the day is past, what stood is changed with a reason only,
    and stays in the history.
    """
    meeting = _held(actor, meeting_pid)
    on_roll = ids_on_roll(meeting)
    _refuse_unknown(marks, on_roll)
    stands = _standing(meeting, on_roll)
    _refuse_stale(marks, over or {}, stands)
    changed = {key: mark for key, mark in marks.items() if mark != stands.get(key, "")}
    if meeting.day < clock.today():
        corrected = {key: stands[key] for key in changed if key in stands}
        _keep_history(actor, meeting, on_roll, corrected=corrected, changed=changed, reason=reason)
    _keep(meeting, on_roll, changed)
    place = meeting.club.commune_code
    changes.note("attendance", meeting.pid, place=place, day=meeting.day)
    audit.record(actor, "record_attendance", f"meeting/{meeting.pid}", reason=reason)


def is_correcting(meeting: Meeting) -> bool:
    """Whether a change of this roll asks for a reason: it was called, and the day is past."""
    called = select(Attendance.id).where(Attendance.meeting_id == meeting.id).limit(1)
    return meeting.day < clock.today() and session().scalar(called) is not None


def corrections_of(meeting: Meeting) -> list[Correction]:
    """What was put right on a roll, the last first; the names are on the roll."""
    rows = session().execute(
        select(AttendanceChange, Client.pid, User.name)
        .outerjoin(Client, Client.id == AttendanceChange.client_id)
        .outerjoin(User, User.pid == AttendanceChange.by_pid)
        .where(AttendanceChange.meeting_id == meeting.id)
        .order_by(AttendanceChange.id.desc())
    )
    return [
        Correction(it.changed_at, by or "", it.counted or pid, it.from_mark, it.to_mark, it.reason)
        for it, pid, by in rows
    ]


def _held(actor: Actor, meeting_pid: str) -> Meeting:
    """A meeting whose day has come; its row is held, so that two rolls queue."""
    meeting = get_meeting(actor, meeting_pid)
    if not meeting.has_come:
        raise RuleBroken(_("Buổi này chưa diễn ra hoặc đã hủy."))
    session().refresh(meeting, COUNTED, with_for_update=True)
    return meeting


def _refuse_unknown(marks: Mapping[str, str], on_roll: Mapping[str, int]) -> None:
    of_members = {key: mark for key, mark in marks.items() if key not in COUNTED}
    if not on_roll.keys() >= of_members.keys() or not set(list_kinds()) >= set(of_members.values()):
        raise RuleBroken(_("Có người không phải thành viên hôm đó. Mời tải lại trang."))
    for key in marks.keys() - of_members.keys():
        if marks[key] and not _is_number(marks[key]):
            raise RuleBroken(_("Số khách, số người thân: mời ghi bằng chữ số, từ 0 đến 999."))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS


def _standing(meeting: Meeting, on_roll: Mapping[str, int]) -> dict[str, str]:
    """What has been marked and counted so far, by the same keys as `marks`."""
    rows = select(Attendance.client_id, Attendance.status)
    kept = dict(session().execute(rows.where(Attendance.meeting_id == meeting.id)).all())
    marked = {pid: kept[number] for pid, number in on_roll.items() if number in kept}
    counts = {key: getattr(meeting, key) for key in COUNTED}
    return marked | {key: str(count) for key, count in counts.items() if count is not None}


def _refuse_stale(
    marks: Mapping[str, str], over: Mapping[str, str], stands: Mapping[str, str]
) -> None:
    """Nobody writes over a mark that they have not seen, unless with the same."""
    theirs = {
        key: stands.get(key, "")
        for key in marks.keys() & over.keys()
        if stands.get(key, "") not in (over[key], marks[key])
    }
    if theirs:
        message = _("Có người vừa ghi khác ở những dòng bên dưới. Mời xem lại rồi lưu.")
        raise Conflict(message, theirs=theirs)


def _keep_history(
    actor: Actor,
    meeting: Meeting,
    on_roll: Mapping[str, int],
    *,
    corrected: Mapping[str, str],
    changed: Mapping[str, str],
    reason: str,
) -> None:
    if corrected and not reason:
        message = _("Buổi này đã điểm danh từ trước. Mời ghi lý do sửa.")
        raise RuleBroken(message, field="reason")
    session().add_all(
        AttendanceChange(
            meeting_id=meeting.id,
            client_id=on_roll.get(key),
            counted=key if key in COUNTED else None,
            from_mark=mark,
            to_mark=changed[key],
            reason=reason,
            changed_at=clock.now(),
            by_pid=actor.user,
        )
        for key, mark in corrected.items()
    )


def _keep(meeting: Meeting, on_roll: Mapping[str, int], changed: Mapping[str, str]) -> None:
    rows = session().scalars(select(Attendance).where(Attendance.meeting_id == meeting.id))
    kept = {row.client_id: row for row in rows}
    for key in changed.keys() & set(COUNTED):
        setattr(meeting, key, int(changed[key]) if changed[key] else None)
    for client_pid in changed.keys() - set(COUNTED):
        row = kept.get(on_roll[client_pid])
        if row is None:
            row = Attendance(meeting_id=meeting.id, client_id=on_roll[client_pid])
            session().add(row)
        row.status, row.noted_at = changed[client_pid], clock.now()
    session().flush()
