"""Where a club stands: planned, operating, paused or dissolved, and what a move brings with it."""

from datetime import date

from sqlalchemy import exists, select

from portal import audit, changes
from portal.access import Actor, Role
from portal.accounts.service.posts import end_posts
from portal.clubs.models import Club, ClubState, ClubStatus
from portal.clubs.service.clubs import area_of, commune_of, get_club, refuse_future
from portal.clubs.service.memberships import end_all_memberships
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.messages.service import queue_index
from portal.versions import revise

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

    With a dissolved club end the posts of its coordinators, its memberships, and what the club
    was let know of its members.
    """
    club = get_club(actor, pid)
    if status not in moves_of(actor, club):
        raise RuleBroken(_("Không chuyển được sang trạng thái này."), field="status")
    refuse_future(status_on, "status_on")
    if status_on < (club.status_on or club.founded_on or status_on):
        raise RuleBroken(_("Ngày này trước trạng thái hiện tại."), field="status_on")
    before = (club.status, club.status_on or club.founded_on or date.min)
    revise(club, version, status=status, status_on=status_on)
    _keep_history(club, *before)
    if status == ClubStatus.DISSOLVED:
        end_posts(Role.COORDINATOR, pid)
        end_all_memberships(actor, club, last_on=status_on)
    changes.note("club", pid, place=club.commune_code, day=status_on)
    audit.record(actor, "move_club", f"club/{pid}", reason=status)
    queue_index("club", [pid])
    return club


def _keep_history(club: Club, status: str, since: date) -> None:
    """Write down the new state, and before the first move the one that it ended."""
    if not session().scalar(select(exists().where(ClubState.club_id == club.id))):
        session().add(ClubState(club_id=club.id, status=status, from_on=since))
    session().flush()
    session().add(ClubState(club_id=club.id, status=club.status, from_on=club.status_on))
    session().flush()
