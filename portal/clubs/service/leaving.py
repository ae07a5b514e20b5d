"""A member leaves a club by themselves: today is the last day, and nobody asks them to explain."""

from collections.abc import Sequence

from sqlalchemy import select

from portal import clock
from portal.access import Actor, Role
from portal.clubs.labels import LEFT_LABELS
from portal.clubs.models import Club, Membership
from portal.clubs.models.clubs import LEFT_FOR
from portal.clubs.service.clubs import shown_name
from portal.clubs.service.memberships import end
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.messages.service import notify
from portal.people.service import own_client


def clubs_to_leave(actor: Actor) -> Sequence[Club]:
    """The clubs in which the member is to stay beyond today."""
    query = select(Club).join(Membership, Membership.club_id == Club.id)
    mine = Membership.client_id == own_client(actor).id
    return session().scalars(query.where(mine, Membership.left_on.is_(None))).all()


def leave_club(actor: Actor, club_pid: str, *, sure: bool, left_for: str = "") -> None:
    """Leave: the membership and what the club may know end with today, the history stays.

    The coordinators are told that somebody left, and why if that was said, without a name.
    """
    if not sure:
        raise RuleBroken(_("Mời đánh dấu để xác nhận."), field="sure")
    chosen = [club for club in clubs_to_leave(actor) if club.pid == club_pid]
    if not chosen or (left_for and left_for not in LEFT_FOR):
        raise RuleBroken(_("Mời chọn lại."), field="club_pid")
    (club,), client = chosen, own_client(actor)
    query = select(Membership).where(Membership.club_id == club.id, Membership.left_on.is_(None))
    membership = session().scalars(query.where(Membership.client_id == client.id)).one()
    membership.left_for = left_for
    end(actor, membership, club, client, max(clock.today(), membership.joined_on))
    why = str(LEFT_LABELS[left_for])
    notify(Role.COORDINATOR, club.pid, "member_left", club=shown_name(club), reason=why)
