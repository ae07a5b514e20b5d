"""Clients: found within the actor's reach, registered, and their contact data put right."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select

from portal import audit, changes, clock, contact, vault
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.paging import SIZE, Page
from portal.people.models import Client
from portal.people.service import phones
from portal.people.service.case_files import YOUNGEST, running_until
from portal.people.service.reach import in_own_commune, own_commune, within_reach
from portal.people.service.residence import relocate
from portal.places.gazetteer import Level
from portal.places.service import find_unit
from portal.text import fold, name_key
from portal.versions import revise

OLDEST = 100
NAME = (Client.pid, Client.name_sealed, Client.key_wrapped)
"""The columns from which `name_in` reads a name, for lists."""


def visible_clients(actor: Actor) -> Select[Client]:
    """Those whom the actor may see (`reach.within_reach`)."""
    return select(Client).where(within_reach(actor))


def find_client(actor: Actor, pid: str) -> Client | None:
    """The client within the actor's reach; that they were opened is written down first."""
    client = session().scalar(visible_clients(actor).where(Client.pid == pid))
    if client is not None:
        audit.opened(actor, f"client/{pid}", client=pid)
    return client


def get_client(actor: Actor, pid: str) -> Client:
    """The same; NotFound out of reach."""
    if client := find_client(actor, pid):
        return client
    raise NotFound


def own_client(actor: Actor) -> Client:
    """The actor's own record, asked for once a transaction."""
    known: dict[str | None, Client] = session().info.setdefault("own_clients", {})
    if actor.client not in known:
        known[actor.client] = _own_client(actor)
    return known[actor.client]


def _own_client(actor: Actor) -> Client:
    client = session().scalar(
        select(Client).where(Client.pid == (actor.client or ""), Client.key_wrapped.is_not(None))
    )
    if client is None:
        raise NotFound
    return client


def name_in(row: Row[*tuple[Any, ...]]) -> str:
    """The name in a row that has the columns NAME."""
    return vault.read(f"clients/{row.pid}/name_sealed", row.name_sealed, row.pid, row.key_wrapped)


@dataclass(frozen=True)
class Listed:
    """A line of the list of a commune; `managed_to` is blank where no aftercare runs today."""

    pid: str
    name: str
    birth_year: int
    commune_code: str
    managed_to: date | None


def list_clients(
    actor: Actor, number: int, *, text: str = "", under_aftercare: bool = False
) -> Page[Listed]:
    """The people of the actor's commune in the order of their names; one row of audit a list.

    Names are sealed, so they are found and sorted here and not by the database.
    """
    for commune in actor.scopes(Role.CASE_OFFICER):
        audit.record(actor, "read_list", f"commune/{commune}")
    until = running_until(own_commune(actor).with_only_columns(Client.id))
    query = own_commune(actor).with_only_columns(
        *NAME, Client.id, Client.birth_year, Client.commune_code
    )
    rows = [
        Listed(row.pid, name_in(row), row.birth_year, row.commune_code, until.get(row.id))
        for row in session().execute(query)
        if row.id in until or not under_aftercare
    ]
    found = sorted((r for r in rows if fold(text) in fold(r.name)), key=lambda r: name_key(r.name))
    start = (max(1, number) - 1) * SIZE
    return Page(found[start : start + SIZE], max(1, number), len(found))


def register_client(
    actor: Actor, *, name: str, phone: str, birth_year: int, commune_code: str, education: int
) -> Client:
    """Register a person by the coordinator or case officer who has met them.

    A phone that is known already makes no difference to the answer (`phones.look_for_clash`).
    """
    if not actor.has(Role.COORDINATOR, Role.CASE_OFFICER):
        raise NotFound
    check_person(birth_year, commune_code)
    client = Client(
        birth_year=birth_year,
        commune_code=commune_code,
        education=education,
        registered_on=clock.today(),
    )
    client.name, client.phone = name, contact.phone(phone)
    client.phone_hash = phones.hashed(phone)
    session().add(client)
    session().flush()
    phones.look_for_clash(client)
    audit.record(actor, "register_client", f"client/{client.pid}", client=client.pid)
    changes.note("client", client.pid, place=commune_code, day=clock.today(), n=1)
    return client


def update_contact(
    actor: Actor, pid: str, *, version: int | None, name: str, phone: str, commune_code: str
) -> Client:
    """Put name, phone and commune right: the case officer, or the person themselves."""
    query = select(Client).where(
        Client.pid == pid, in_own_commune(actor) | (Client.pid == (actor.client or ""))
    )
    client = session().scalar(query)
    if client is None:
        raise NotFound
    check_person(client.birth_year, commune_code)
    before, former = client.phone_hash, client.commune_code
    kept = contact.phone(phone)
    revise(client, version, name=name, phone=kept, commune_code=former)
    client.phone_hash = phones.hashed(kept)
    if client.phone_hash != before:
        session().flush()
        phones.look_for_clash(client)
    relocate(actor, client, commune_code, clock.today())
    audit.record(actor, "correct_contact", f"client/{pid}", client=pid)
    changes.note("client", pid, place=commune_code)
    return client


def update_own_phone(actor: Actor, *, version: int | None, phone: str) -> None:
    """A member puts their own number right."""
    client = own_client(actor)
    update_contact(
        actor,
        client.pid,
        version=version,
        name=client.name,
        phone=phone,
        commune_code=client.commune_code,
    )


def check_person(birth_year: int, commune_code: str) -> None:
    """A year of birth that can be, and a commune in force today."""
    this_year = clock.today().year
    if not this_year - OLDEST <= birth_year <= this_year - YOUNGEST:
        raise RuleBroken(_("Năm sinh chưa đúng."), field="birth_year")
    place = find_unit(commune_code, clock.today())
    if place is None or place.level != Level.COMMUNE:
        raise RuleBroken(_("Mời chọn xã, phường đang có hiệu lực."), field="commune_code")
