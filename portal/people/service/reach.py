"""Whom an actor may see at all: the one place that says so."""

from sqlalchemy import ColumnElement, Select, false, or_, select

from portal.access import Actor, Role
from portal.people.models import Client
from portal.people.service.consents import consenting_to


def in_own_commune(actor: Actor) -> ColumnElement[bool]:
    """A case officer: those who live in the commune of their post."""
    communes = actor.scopes(Role.CASE_OFFICER)
    return Client.commune_code.in_(communes) if communes else false()


def within_reach(actor: Actor) -> ColumnElement[bool]:
    """A case officer their commune, a coordinator those whose join form for the club stands, a
    member themselves; nobody else anybody. An erased person is seen by no one."""
    reach = [in_own_commune(actor)]
    clubs = [f"club/{pid}" for pid in actor.scopes(Role.COORDINATOR)]
    if clubs:
        reach.append(Client.id.in_(consenting_to(clubs, "name")))
    if actor.client:
        reach.append(Client.pid == actor.client)
    return or_(*reach) & Client.key_wrapped.is_not(None)


def own_commune(actor: Actor) -> Select[Client]:
    """Those whose aftercare file the actor keeps: of their commune, as its case officer."""
    return select(Client).where(in_own_commune(actor), Client.key_wrapped.is_not(None))
