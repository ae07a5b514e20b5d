"""People who let a club know them so that it may ask them to come, told to the commune."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from portal import audit, clock
from portal.access import Actor
from portal.clubs.models import Club, Membership
from portal.clubs.service.memberships import viewer
from portal.db import session
from portal.people.models import Client
from portal.people.service.consents import agreeing_to


class Invited(NamedTuple):
    """Whom the club may ask, and since when."""

    name: str
    phone: str
    since: date


def list_invited(actor: Actor, club: Club) -> list[Invited]:
    """Those who are no members of the actor's own club yet; each sees that they were read."""
    members = select(Membership.client_id).where(
        Membership.club_id == club.id, Membership.in_force(clock.today())
    )
    asked = agreeing_to(viewer(club), "invitation").where(Client.id.not_in(members))
    found = []
    for client, since in session().execute(asked):
        audit.opened(actor, f"client/{client.pid}", client=client.pid)
        found.append(Invited(client.name, client.phone, since))
    return found
