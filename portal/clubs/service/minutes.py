"""The minutes of a meeting: begun from its agenda, kept in every version, signed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from portal import audit, changes, clock
from portal.access import Actor
from portal.accounts.models import User
from portal.clubs.models import Meeting, MinutesVersion
from portal.clubs.service.meetings import get_meeting
from portal.clubs.service.overview import board_of
from portal.clubs.service.tasks import NewTask, given_at
from portal.db import session
from portal.errors import Conflict, RuleBroken
from portal.i18n import _
from portal.text import fold
from portal.versions import revise

BULLET = re.compile(r"^(?:\d+[.)]|[-–•*+])\s*")  # what an agenda may put before its lines
POSTS = (("chair", "chu nhiem"), ("secretary", "thu ky"))  # as imports and as people write them
CLOSING = "Kết luận"  # the minutes are a paper: Vietnamese in every language


@dataclass(frozen=True)
class Draft:
    """What the form for the minutes begins with."""

    minutes: str
    chair: str
    secretary: str


@dataclass(frozen=True)
class Version:
    """The minutes as saved once: by whom, why, and who signed them."""

    row: MinutesVersion
    by: str
    signed_by: str


def draft_of(meeting: Meeting) -> Draft:
    """What is kept; where nothing is, a heading for each line of the agenda, and the board."""
    board = {fold(it.post): it.name for it in reversed(board_of(meeting.club, meeting.day))}
    chair, secretary = (
        next((board[post] for post in posts if post in board), "") for posts in POSTS
    )
    return Draft(
        meeting.minutes or _headings(meeting.agenda),
        meeting.chair or chair,
        meeting.secretary or secretary,
    )


def write_minutes(
    actor: Actor,
    pid: str,
    *,
    minutes: str,
    version: int,
    chair: str = "",
    secretary: str = "",
    reason: str = "",
    tasks: Sequence[NewTask] = (),
) -> None:
    """Keep what was said at a meeting that has begun, as a new version, and the tasks it gave.

    A stale save is refused. Minutes that were signed once are changed with a reason only.
    """
    meeting = get_meeting(actor, pid)
    _refuse_early(meeting)
    given = given_at(actor, meeting, tasks)
    if (minutes, chair, secretary) != (meeting.minutes, meeting.chair, meeting.secretary):
        _refuse_silent(meeting, reason)
        club = meeting.club
        revise(meeting, version, minutes=minutes, chair=chair, secretary=secretary)
        _keep(actor, meeting, reason)
        changes.note("meeting", meeting.pid, place=club.commune_code, day=meeting.day)
        audit.record(actor, "write_minutes", f"meeting/{pid}", reason=reason)
    if given:
        session().add_all(given)
        audit.record(actor, "add_tasks", f"meeting/{pid}")


def sign_minutes(actor: Actor, pid: str, *, version: int) -> None:
    """Sign the minutes as they were read: not if they were changed since."""
    meeting = get_meeting(actor, pid)
    session().refresh(meeting, ["version"], with_for_update=True)
    if version != meeting.version:
        raise Conflict(_("Biên bản vừa được sửa. Mời đọc lại rồi ký."))
    if not meeting.minutes:
        raise RuleBroken(_("Chưa có biên bản để ký."))
    last = _last(meeting)
    if last is None or last.body != meeting.minutes:  # it came with an import
        last = _keep(actor, meeting, "")
    if last.signed_at is None:
        last.signed_at, last.signed_by_pid = clock.now(), actor.user
        audit.record(actor, "sign_minutes", f"meeting/{pid}")
    session().flush()


def versions_of(meeting: Meeting) -> list[Version]:
    """All versions of the minutes, the last first."""
    signer = aliased(User)
    rows = session().execute(
        select(MinutesVersion, User.name, signer.name)
        .outerjoin(User, User.pid == MinutesVersion.by_pid)
        .outerjoin(signer, signer.pid == MinutesVersion.signed_by_pid)
        .where(MinutesVersion.meeting_id == meeting.id)
        .order_by(MinutesVersion.number.desc())
    )
    return [Version(row, by or "", signed_by or "") for row, by, signed_by in rows]


def signature_of(meeting: Meeting) -> Version | None:
    """The signed version, if it is what now stands."""
    last = next(iter(versions_of(meeting)), None)
    stands = last and last.row.signed_at and last.row.body == meeting.minutes
    return last if stands else None


def signed_once(meeting: Meeting) -> datetime | None:
    """When the minutes were last signed, in whatever version."""
    signed = select(func.max(MinutesVersion.signed_at))
    return session().scalar(signed.where(MinutesVersion.meeting_id == meeting.id))


def _headings(agenda: str) -> str:
    lines = [BULLET.sub("", line).strip() for line in agenda.splitlines()]
    headings = [line for line in lines if line] + [CLOSING]
    return "\n\n".join(f"{n}. {line}:\n" for n, line in enumerate(headings, start=1)).strip()


def _refuse_early(meeting: Meeting) -> None:
    if not meeting.has_come:
        raise RuleBroken(_("Buổi này chưa diễn ra hoặc đã hủy."), field="minutes")


def _refuse_silent(meeting: Meeting, reason: str) -> None:
    if not reason and signed_once(meeting):
        raise RuleBroken(_("Biên bản này đã ký. Mời ghi lý do sửa."), field="reason")


def _last(meeting: Meeting) -> MinutesVersion | None:
    mine = select(MinutesVersion).where(MinutesVersion.meeting_id == meeting.id)
    return session().scalar(mine.order_by(MinutesVersion.number.desc()).limit(1))


def _keep(actor: Actor, meeting: Meeting, reason: str) -> MinutesVersion:
    last = _last(meeting)
    kept = MinutesVersion(
        meeting_id=meeting.id,
        number=last.number + 1 if last else 1,
        body=meeting.minutes,
        reason=reason,
        written_at=clock.now(),
        by_pid=actor.user,
    )
    session().add(kept)
    session().flush()
    return kept
