"""Who may be the person of a paper already: for the commune's case officer to judge."""

from dataclasses import dataclass

from sqlalchemy import select

from portal.access import Actor
from portal.db import session
from portal.people.models import Client
from portal.people.service.phones import hashed
from portal.people.service.reach import own_commune
from portal.text import fold


@dataclass(frozen=True)
class Double:
    """Someone of the commune with the phone, or with the name and the year of birth."""

    pid: str
    name: str
    birth_year: int
    same_phone: bool


def doubles(actor: Actor, *, name: str, birth_year: int, phone: str) -> list[Double]:
    """Those of the actor's own communes alone: of others' people not even that they are there.

    Names are told apart without marks: a paper may have been typed without them.
    """
    number = hashed(phone)
    same_phone = (Client.phone_hash == number) if number else Client.id.is_(None)
    near = own_commune(actor).where((Client.birth_year == birth_year) | same_phone)
    return [
        Double(one.pid, one.name, one.birth_year, bool(number) and one.phone_hash == number)
        for one in session().scalars(near.order_by(Client.id))
        if (number and one.phone_hash == number)
        or (one.birth_year == birth_year and fold(one.name) == fold(name))
    ]


def phone_elsewhere(actor: Actor, phone: str) -> bool:
    """Whether somebody of another commune has the number: who it is, the province knows."""
    number = hashed(phone)
    if number is None:
        return False
    known = select(Client.id).where(Client.phone_hash == number, Client.key_wrapped.is_not(None))
    own = own_commune(actor).with_only_columns(Client.id)
    return session().scalar(known.where(Client.id.not_in(own)).limit(1)) is not None
