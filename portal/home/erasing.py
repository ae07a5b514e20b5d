"""What clubs hold of a person who is erased, told to the people's room."""

from sqlalchemy import delete, select

from portal import changes, clock
from portal.clubs.models import Answer, Drift, Membership, Reminder, ReminderChoice
from portal.clubs.service.charges import end_charges_of
from portal.db import session
from portal.people.models import Client
from portal.people.service.erasing import ERASERS

ROWS = (Answer, Drift, Reminder, ReminderChoice)


def _from_clubs(client: Client) -> None:
    """They are a member and in somebody's charge no more; what they attended stays, nameless."""
    for table in ROWS:
        session().execute(delete(table).where(table.client_id == client.id))
    end_charges_of(client)
    standing = select(Membership).where(
        Membership.client_id == client.id, Membership.left_on.is_(None)
    )
    for membership in session().scalars(standing):
        membership.left_on = max(clock.today(), membership.joined_on)
        changes.note("membership", membership.pid, day=membership.left_on, n=-1)


ERASERS.append(_from_clubs)
