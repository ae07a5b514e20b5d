"""Visits by volunteers of the commune's team, as these tell the case officer, who writes them down.

What was agreed is a note of a visit: for its author and the commune's case officers alone, and for
the person on request. The club's coordinator, who may know who looks after a member, sees that they
were visited, on which day and when again, and no word more.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, exists, or_, select
from sqlalchemy.orm import aliased, contains_eager

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.clubs.models import Volunteer, VolunteerTeam, VolunteerVisit
from portal.clubs.service.clubs import refuse_future
from portal.clubs.service.memberships import MemberFile, viewer
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import Client
from portal.people.service import NAME, consented, name_in, own_commune
from portal.people.service.reach import in_own_commune
from portal.text import name_key


@dataclass(frozen=True)
class VisitDue:
    """Somebody of the commune whose next visit has come due and was not written down."""

    pid: str
    name: str
    volunteer: str
    next_on: date


@dataclass(frozen=True)
class Visited:
    """What a coordinator sees of a visit."""

    volunteer: str
    held_on: date
    next_on: date | None


def visible_visits(actor: Actor) -> Select[VolunteerVisit]:
    """The author's own, and those to people of the actor's commune as its case officer."""
    by_me = actor.user if actor.has(Role.CASE_OFFICER) else ""
    return (
        select(VolunteerVisit)
        .join(VolunteerVisit.client)
        .join(VolunteerVisit.volunteer)
        .options(contains_eager(VolunteerVisit.client), contains_eager(VolunteerVisit.volunteer))
        .where(or_(VolunteerVisit.author_pid == by_me, in_own_commune(actor)))
        .where(Client.key_wrapped.is_not(None))
    )


def visits_to(actor: Actor, client: Client) -> list[VolunteerVisit]:
    """The visits to one person that the actor may read of, the newest first."""
    query = visible_visits(actor).where(VolunteerVisit.client_id == client.id)
    return list(session().scalars(query.order_by(VolunteerVisit.held_on.desc(), BY_ID)))


def visits_known_to(member: MemberFile) -> list[Visited]:
    """What a member's coordinator sees of them, who may know of the member's needs."""
    if not consented(member.client.pid, viewer(member.club), "needs"):
        return []
    rows = session().execute(
        select(Volunteer.name, VolunteerVisit.held_on, VolunteerVisit.next_on)
        .join(Volunteer, Volunteer.id == VolunteerVisit.volunteer_id)
        .where(VolunteerVisit.client_id == member.client.id)
        .order_by(VolunteerVisit.held_on.desc(), BY_ID)
    )
    return [Visited(*row) for row in rows]


def volunteers_for(client: Client) -> list[Volunteer]:
    """The volunteers of the person's commune, today's or of the last weeks, by name."""
    rows = session().scalars(
        select(Volunteer)
        .join(VolunteerTeam, VolunteerTeam.id == Volunteer.team_id)
        .where(VolunteerTeam.commune_code == client.commune_code)
    )
    return sorted(rows, key=lambda one: (one.to_on is not None, name_key(one.name)))


def record_visit(
    actor: Actor,
    client_pid: str,
    *,
    volunteer_pid: str,
    held_on: date,
    agreed: str,
    next_on: date | None,
) -> VolunteerVisit:
    """Write down a visit to a person of the case officer's commune by one who was in its team."""
    client = session().scalar(own_commune(actor).where(Client.pid == client_pid))
    if client is None or actor.user is None:
        raise NotFound
    refuse_future(held_on, "held_on")
    if next_on and next_on <= held_on:
        raise RuleBroken(_("Lần sau phải sau ngày thăm."), field="next_on")
    who = [one for one in volunteers_for(client) if one.pid == volunteer_pid]
    if not who or not who[0].from_on <= held_on <= (who[0].to_on or held_on):
        message = _("Hôm đó người này không ở trong đội của xã, phường.")
        raise RuleBroken(message, field="volunteer_pid")
    visit = VolunteerVisit(
        client=client,
        volunteer=who[0],
        held_on=held_on,
        next_on=next_on,
        agreed=agreed,
        author_pid=actor.user,
        written_at=clock.now(),
    )
    session().add(visit)
    session().flush()
    audit.record(actor, "record_visit", f"visit/{visit.pid}", client=client_pid)
    changes.note("visit", visit.pid, place=client.commune_code, day=held_on, n=1)
    return visit


def visits_due(actor: Actor) -> list[VisitDue]:
    """Of the actor's commune: whose next visit's day has come, and nobody has visited them since,
    the longest due first."""
    later = aliased(VolunteerVisit)
    visited_since = exists().where(
        later.client_id == VolunteerVisit.client_id, later.held_on > VolunteerVisit.held_on
    )
    rows = session().execute(
        own_commune(actor)
        .with_only_columns(*NAME, Volunteer.name.label("volunteer"), VolunteerVisit.next_on)
        .join(VolunteerVisit, VolunteerVisit.client_id == Client.id)
        .join(Volunteer, Volunteer.id == VolunteerVisit.volunteer_id)
        .where(VolunteerVisit.next_on <= clock.today(), ~visited_since)
        .order_by(VolunteerVisit.next_on, VolunteerVisit.id)
    )
    return [VisitDue(row.pid, name_in(row), row.volunteer, row.next_on) for row in rows]


BY_ID = VolunteerVisit.id.desc()
