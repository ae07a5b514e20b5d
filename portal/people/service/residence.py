"""A person moves: with them goes who may know of them by law, in one transaction."""

from datetime import date

from sqlalchemy import select

from portal import changes
from portal.access import Actor, Role
from portal.db import session
from portal.messages.service import notify
from portal.people.models import Client, Handover
from portal.people.service.consents import hand_over
from portal.people.service.handover_moves import WAITING


def relocate(actor: Actor, client: Client, commune_code: str, since: date) -> None:
    """From that day the other commune's case officers keep the file, and are told that one has
    come; what the former ones might know ends. Unfinished handovers go along."""
    former = client.commune_code
    if commune_code == former:
        return
    client.commune_code = commune_code
    hand_over(actor, client, from_commune=former, since=since)
    unfinished = select(Handover).where(
        Handover.client_id == client.id, Handover.state.in_(WAITING)
    )
    for handover in session().scalars(unfinished):
        handover.commune_code = commune_code
    session().flush()
    notify(Role.CASE_OFFICER, commune_code, "file_arrived")
    changes.note("client", client.pid, place=commune_code, day=since)
