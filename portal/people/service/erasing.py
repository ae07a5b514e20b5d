"""To erase a person: the key is destroyed, and with it all that is sealed; statistics stay."""

from collections.abc import Callable

from sqlalchemy import delete, or_

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.accounts.service.posts import end_posts
from portal.db import session
from portal.people.models import (
    BlockedEmployer,
    Client,
    ClientSkill,
    Consent,
    PhoneClash,
    WantedOccupation,
)

ROWS = (WantedOccupation, ClientSkill, BlockedEmployer)
Eraser = Callable[[Client], None]
ERASERS: list[Eraser] = []
"""What else goes with a person; rooms above add theirs."""


def erase(actor: Actor, client: Client) -> None:
    """As `docs/personal-data.csv` says: rows, fields and the key, here and in every backup."""
    audit.record(actor, "erase", f"client/{client.pid}", client=client.pid)
    for table in ROWS:
        session().execute(delete(table).where(table.client_id == client.id))
    both = or_(PhoneClash.client_id == client.id, PhoneClash.other_id == client.id)
    session().execute(delete(PhoneClash).where(both))
    for eraser in ERASERS:
        eraser(client)
    _end_consents(client)
    end_posts(Role.MEMBER, client.pid)
    client.name_sealed = client.phone_sealed = client.phone_hash = client.key_wrapped = None
    client.shifts = client.limits = client.min_wage = 0
    client.max_km = 1
    session().flush()
    changes.note("client", client.pid, place=client.commune_code, day=clock.today(), n=-1)


def _end_consents(client: Client) -> None:
    for consent in session().query(Consent).filter_by(client_id=client.id, withdrawn_at=None):
        consent.withdrawn_at = clock.now()
