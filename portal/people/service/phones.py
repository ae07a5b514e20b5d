"""Phone numbers of clients: found by a keyed hash, and the clashes that a case officer settles."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from portal import audit, clock, contact, vault
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound
from portal.messages.service import notify
from portal.people.models import Client, PhoneClash
from portal.people.service.reach import in_own_commune

Other = aliased(Client)


def hashed(text: str) -> bytes | None:
    """What a number is found by, however it was typed; None where there is none."""
    number = contact.dialled(text)
    return vault.current().keyed_hash("phone", number) if number else None


def look_for_clash(client: Client) -> None:
    """A number known already goes to the case officer of the commune; whoever typed it learns
    nothing, for the answer would tell them about the other person."""
    if client.phone_hash is None:
        return
    other_id = session().scalar(
        select(Client.id)
        .where(Client.phone_hash == client.phone_hash, Client.id != client.id)
        .order_by(Client.id)
        .limit(1)
    )
    if other_id is not None:
        session().add(PhoneClash(client_id=client.id, other_id=other_id, found_at=clock.now()))
        notify(Role.CASE_OFFICER, client.commune_code, "phone_known")


@dataclass(frozen=True)
class Clash:
    """A clash as the case officer sees it; the other's name only where they live there too."""

    pid: str
    found_at: datetime
    client_pid: str
    name: str
    other_name: str | None


def open_clashes(actor: Actor) -> list[Clash]:
    """The clashes of the actor's commune that nobody has settled, oldest first."""
    rows = session().execute(
        _visible_clashes(actor)
        .add_columns(Client, Other)
        .where(PhoneClash.settled_at.is_(None))
        .order_by(PhoneClash.found_at)
    )
    communes = actor.scopes(Role.CASE_OFFICER)
    return [
        Clash(
            clash.pid,
            clash.found_at,
            client.pid,
            client.name,
            other.name if other.commune_code in communes else None,
        )
        for clash, client, other in rows
    ]


def settle_clash(actor: Actor, pid: str) -> None:
    """The case officer has looked: whose number it is has been put right in the contact data."""
    found = session().scalar(_visible_clashes(actor).where(PhoneClash.pid == pid))
    if found is None:
        raise NotFound
    if found.settled_at is None:
        found.settled_at = clock.now()
        audit.record(actor, "settle_clash", f"phone_clash/{pid}")


def _visible_clashes(actor: Actor) -> Select[PhoneClash]:
    return (
        select(PhoneClash)
        .join(Client, Client.id == PhoneClash.client_id)
        .join(Other, Other.id == PhoneClash.other_id)
        .where(
            in_own_commune(actor), Client.key_wrapped.is_not(None), Other.key_wrapped.is_not(None)
        )
    )
