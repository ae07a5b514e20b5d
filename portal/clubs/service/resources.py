"""Resources raised for a club: money, which goes into its cash, things, and work of an estimated
value. What was noted by mistake is taken back and counts no more."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select

from portal import audit, clock
from portal.access import Actor, Role
from portal.clubs.models import CashEntry, Club, Resource
from portal.clubs.models.cash import RESOURCE_KINDS
from portal.clubs.service.cash import add_entry, refuse_day, reverse_entry
from portal.clubs.service.clubs import get_own_club
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _


def raised(club: Club, first: date, last: date) -> Mapping[str, int]:
    """What was raised in some days, in VND, by kind."""
    rows = session().execute(
        select(Resource.kind, func.sum(Resource.value))
        .where(Resource.club_id == club.id, Resource.day.between(first, last))
        .where(Resource.taken_back_on.is_(None))
        .group_by(Resource.kind)
    )
    sums = {kind: int(value) for kind, value in rows}
    return {kind: sums.get(kind, 0) for kind in RESOURCE_KINDS}


def raised_by_club(first: date, last: date) -> Mapping[int, int]:
    """The same of all kinds together, by the number of the club: for reports of a place."""
    rows = session().execute(
        select(Resource.club_id, func.sum(Resource.value))
        .where(Resource.day.between(first, last), Resource.taken_back_on.is_(None))
        .group_by(Resource.club_id)
    )
    return {club: int(value) for club, value in rows}


def list_resources(actor: Actor, pid: str, year: int) -> list[Resource]:
    """All of a year of the coordinator's own club, the last first, with the names of givers."""
    club = get_own_club(actor, pid)
    audit.record(actor, "read_resources", f"club/{pid}", reason=str(year))
    query = select(Resource).where(
        Resource.club_id == club.id, Resource.day.between(date(year, 1, 1), date(year, 12, 31))
    )
    return list(session().scalars(query.order_by(Resource.day.desc(), Resource.id.desc())))


def add_resource(
    actor: Actor,
    pid: str,
    *,
    day: date,
    kind: str,
    words: str,
    value: int,
    giver: str,
    campaign: str,
    voucher: str,
) -> Resource:
    """Write down what was given; money makes its entry in the cash."""
    club = get_own_club(actor, pid)
    refuse_day(club, day)
    entry = None
    if kind == "money":
        gift = {"purpose": "donation", "voucher": voucher, "other_party": giver}
        entry = add_entry(actor, pid, day=day, words=words, amount=value, **gift)
    resource = Resource(
        club_id=club.id,
        day=day,
        kind=kind,
        words=words,
        value=value,
        giver=giver,
        campaign=campaign,
        entry_id=entry.id if entry else None,
        by_pid=actor.user,
        written_at=clock.now(),
    )
    session().add(resource)
    session().flush()
    _note(actor, "add_resource", resource, club)
    return resource


def get_resource(actor: Actor, pid: str) -> tuple[Resource, Club]:
    """One of a club that the actor coordinates."""
    query = select(Resource, Club).join(Club, Club.id == Resource.club_id)
    own = query.where(Resource.pid == pid, Club.pid.in_(actor.scopes(Role.COORDINATOR)))
    row = session().execute(own).one_or_none()
    if row is None:
        raise NotFound
    return row[0], row[1]


def take_back(actor: Actor, pid: str, *, reason: str) -> None:
    """It was noted by mistake, or given back: money goes out of the cash with it."""
    resource, club = get_resource(actor, pid)
    if resource.entry_id:
        reverse_entry(actor, session().get_one(CashEntry, resource.entry_id).pid, reason=reason)
    else:
        session().refresh(resource, with_for_update=True)
        if resource.taken_back_on:
            raise RuleBroken(_("Dòng này đã được hủy rồi."))
        resource.taken_back_on, resource.reason = clock.today(), reason
        session().flush()
    _note(actor, "take_back_resource", resource, club)


def _note(actor: Actor, act: str, resource: Resource, club: Club) -> None:
    audit.record(actor, act, f"club/{club.pid}", reason=resource.reason)
