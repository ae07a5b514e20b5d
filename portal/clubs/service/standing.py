"""Where a club stands: planned, operating, paused, dissolved or merged into another, and what a
move brings with it."""

from datetime import date
from typing import Any

from sqlalchemy import exists, select

from portal import audit, changes, clock, i18n
from portal.access import Actor, Role
from portal.accounts.service.posts import end_posts
from portal.clubs.models import Club, ClubState, ClubStatus, Meeting, MeetingSeries, Membership
from portal.clubs.service.clubs import area_of, commune_of, get_club, refuse_future, shown_name
from portal.clubs.service.directory import operating
from portal.clubs.service.meetings import tell_members
from portal.clubs.service.memberships import end_all_memberships, inherit
from portal.clubs.service.planned import call_off
from portal.clubs.service.transfers import end_transfers_of_club
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.messages.service import queue_index
from portal.places import service as places
from portal.text import sort_key
from portal.versions import revise

MERGED_FROM = (ClubStatus.OPERATING, ClubStatus.PAUSED)
MOVES = {
    ClubStatus.PLANNED: (ClubStatus.OPERATING, ClubStatus.DISSOLVED),
    ClubStatus.OPERATING: (ClubStatus.PAUSED, ClubStatus.DISSOLVED),
    ClubStatus.PAUSED: (ClubStatus.OPERATING, ClubStatus.DISSOLVED),
    ClubStatus.DISSOLVED: (),
}


def moves_of(actor: Actor, club: Club) -> tuple[ClubStatus, ...]:
    """The states that the actor may move the club to: only an officer of its place may."""
    governs = commune_of(club) in area_of(actor, Role.OFFICER)
    return MOVES[ClubStatus(club.status)] if governs else ()


def move_club(actor: Actor, pid: str, *, status: str, status_on: date, version: int) -> Club:
    """Move a club to another state that its present one allows, from a day on.

    A planned club operates by decision, from its day of founding. With a dissolved club end the
    posts of its coordinators, its meetings to come, its memberships, and what the club was let
    know of its members.
    """
    _move(actor, pid, status=status, status_on=status_on, version=version)
    return get_club(actor, pid)


def heirs_of(actor: Actor, club: Club) -> list[Club]:
    """The clubs that the actor may merge the club into: others that operate in the same area."""
    if ClubStatus(club.status) not in MERGED_FROM or not moves_of(actor, club):
        return []
    area = area_of(actor, Role.OFFICER)
    others = session().scalars(operating().where(Club.id != club.id))
    return sorted((o for o in others if commune_of(o) in area), key=lambda o: sort_key(o.name))


def heir_in(actor: Actor, club: Club, heir_pid: str) -> Club:
    """One of them."""
    for heir in heirs_of(actor, club):
        if heir.pid == heir_pid:
            return heir
    raise RuleBroken(_("Mời chọn một câu lạc bộ đang hoạt động khác."), field="heir_pid")


def check_day(club: Club, status_on: date) -> None:
    """A move is of a day that has come, and not before the present state."""
    refuse_future(status_on, "status_on")
    if status_on < (club.status_on or club.founded_on or status_on):
        raise RuleBroken(_("Ngày này trước trạng thái hiện tại."), field="status_on")


def merge_club(actor: Actor, pid: str, *, heir_pid: str, status_on: date, version: int) -> Club:
    """Merge a club into another of the officer's area: it is dissolved, its members are the
    heir's from the next day."""
    club = get_club(actor, pid)
    heir = heir_in(actor, club, heir_pid)
    ended = _move(actor, pid, status=ClubStatus.DISSOLVED, status_on=status_on, version=version)
    club.heir_pid = heir.pid
    for membership in ended:
        inherit(actor, heir, membership)
    audit.record(actor, "merge_club", f"club/{pid}", reason=heir.pid)
    return heir


def _move(
    actor: Actor, pid: str, *, status: str, status_on: date, version: int
) -> list[Membership]:
    """Move it; the memberships that ended by it."""
    club = get_club(actor, pid)
    if status not in moves_of(actor, club):
        raise RuleBroken(_("Không chuyển được sang trạng thái này."), field="status")
    check_day(club, status_on)
    before = (club.status, club.status_on or club.founded_on or date.min)
    founding = _founding(club, status, status_on)
    revise(club, version, status=status, status_on=status_on, **founding)
    _keep_history(club, *before)
    ended = _close(actor, club, status_on) if status == ClubStatus.DISSOLVED else []
    changes.note("club", pid, place=club.commune_code, day=status_on)
    audit.record(actor, "move_club", f"club/{pid}", reason=status)
    queue_index("club", [pid])
    return ended


def _founding(club: Club, status: str, status_on: date) -> dict[str, Any]:
    """What a planned club becomes with its first day: a club founded by decision."""
    if club.founded_on or status != ClubStatus.OPERATING:
        return {}
    if not club.decision:
        raise RuleBroken(_("Chưa có số quyết định thành lập. Mời ghi trước."), field="status")
    commune = places.resolve_commune(club.commune_code, status_on)
    return {"founded_on": status_on, "commune_code": commune}


def _close(actor: Actor, club: Club, last_on: date) -> list[Membership]:
    """Nothing of a dissolved club goes on; members are told before they are members no more."""
    _call_off(club)
    end_transfers_of_club(actor, club)
    end_posts(Role.COORDINATOR, club.pid)
    return end_all_memberships(actor, club, last_on=last_on)


def _call_off(club: Club) -> None:
    series = select(MeetingSeries).where(MeetingSeries.club_id == club.id)
    for one in session().scalars(series.where(MeetingSeries.ended_at.is_(None))):
        one.ended_at = clock.now()
    coming = select(Meeting).where(Meeting.club_id == club.id, Meeting.cancelled_at.is_(None))
    for meeting in session().scalars(coming.where(Meeting.starts_at > clock.now())).all():
        call_off({meeting.day: meeting}, _("Câu lạc bộ đã giải thể."))
        when = i18n.moment(meeting.starts_at)
        facts = {"club": shown_name(club), "when": when}
        tell_members(club, meeting.day, "meeting_cancelled", **facts)


def _keep_history(club: Club, status: str, since: date) -> None:
    """Write down the new state, and before the first move the one that it ended."""
    if not session().scalar(select(exists().where(ClubState.club_id == club.id))):
        session().add(ClubState(club_id=club.id, status=status, from_on=since))
    session().flush()
    session().add(ClubState(club_id=club.id, status=club.status, from_on=club.status_on))
    session().flush()
