"""Notes of visits and consultations: for the author and the commune's case officers alone."""

from datetime import date

from sqlalchemy import Select, or_, select

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.accounts.models import User
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import Client, Note
from portal.people.service.reach import in_own_commune, own_commune


def visible_notes(actor: Actor) -> Select[Note]:
    """The author's own, and those on people of the actor's commune as its case officer."""
    by_me = actor.user if actor.has(Role.CASE_OFFICER) else ""
    return (
        select(Note)
        .join(Client, Client.id == Note.client_id)
        .where(or_(Note.author_pid == by_me, in_own_commune(actor)))
        .where(Client.key_wrapped.is_not(None))
    )


def notes_on(actor: Actor, client: Client) -> list[tuple[Note, str]]:
    """The notes on a client that the actor may see, with their authors' names, newest first."""
    query = (
        visible_notes(actor)
        .add_columns(User.name)
        .outerjoin(User, User.pid == Note.author_pid)
        .where(Note.client_id == client.id)
        .order_by(Note.held_on.desc(), Note.id.desc())
    )
    return [(note, name or "") for note, name in session().execute(query)]


def write_note(actor: Actor, client_pid: str, *, kind: str, held_on: date, body: str) -> Note:
    """Write down a visit or consultation with a person of the actor's commune."""
    client = session().scalar(own_commune(actor).where(Client.pid == client_pid))
    if client is None or actor.user is None:
        raise NotFound
    if held_on > clock.today():
        raise RuleBroken(_("Ngày gặp không được sau hôm nay."), field="held_on")
    note = Note(
        client=client,
        kind=kind,
        held_on=held_on,
        author_pid=actor.user,
        written_at=clock.now(),
        body=body,
    )
    session().add(note)
    session().flush()
    audit.record(actor, "write_note", f"note/{note.pid}", client=client_pid)
    changes.note("note", note.pid, place=client.commune_code, day=held_on, n=1)
    return note
