"""Employers a member wants nothing to do with: neither suggested nor shown to them, nor applied to.

Nobody but the member knows: to the employer nothing looks different.
"""

from collections.abc import Iterable

from sqlalchemy import delete, select

from portal import audit, changes
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound
from portal.jobs.models import Employer, Verification
from portal.people.models import BlockedEmployer, Client
from portal.people.service.clients import own_client
from portal.text import fold, sort_key

MOST_FOUND = 20


def blocked_by(client: Client) -> frozenset[str]:
    """The codes of the employers whom the person blocks."""
    own = select(BlockedEmployer.employer_code).where(BlockedEmployer.client_id == client.id)
    return frozenset(session().scalars(own))


def blocked_for(actor: Actor) -> frozenset[str]:
    """The codes of the employers whose work is not to be shown to the actor."""
    return blocked_by(own_client(actor)) if actor.client else frozenset()


def is_blocked(client: Client, employer_code: str) -> bool:
    """Whether the person blocks the employer."""
    return employer_code in blocked_by(client)


def blocked_employers(actor: Actor) -> list[Employer]:
    """Those whom the member blocks, by name."""
    codes = blocked_by(own_client(actor))
    return _by_name(session().scalars(select(Employer).where(Employer.code.in_(codes))))


def employers_named(actor: Actor, text: str) -> list[Employer]:
    """The verified employers in whose name all the words stand, with or without marks, whom the
    member does not block yet."""
    words = fold(text).split()
    if not words:
        return []
    known, blocked = _verified(), blocked_by(own_client(actor))
    found = (
        employer
        for employer in known
        if employer.code not in blocked and all(word in fold(employer.name) for word in words)
    )
    return _by_name(found)[:MOST_FOUND]


def block_employer(actor: Actor, employer_pid: str) -> Employer:
    """From now on the member sees nothing of the employer's."""
    employer, client = _named(employer_pid), own_client(actor)
    if not is_blocked(client, employer.code):
        session().add(BlockedEmployer(client_id=client.id, employer_code=employer.code))
        _note(actor, client, "block_employer")
    return employer


def unblock_employer(actor: Actor, employer_pid: str) -> Employer:
    """Its work is shown and suggested again."""
    employer, client = _named(employer_pid), own_client(actor)
    session().execute(
        delete(BlockedEmployer).where(
            BlockedEmployer.client_id == client.id, BlockedEmployer.employer_code == employer.code
        )
    )
    _note(actor, client, "unblock_employer")
    return employer


def _note(actor: Actor, client: Client, action: str) -> None:
    """On record without the employer's name: whom one avoids is nobody's business."""
    session().flush()
    audit.record(actor, action, f"client/{client.pid}", client=client.pid)
    changes.note("client", client.pid)


def _named(pid: str) -> Employer:
    found = session().scalar(select(Employer).where(Employer.pid == pid))
    if found is None:
        raise NotFound
    return found


def _verified() -> list[Employer]:
    verified = Employer.verification == Verification.VERIFIED
    return list(session().scalars(select(Employer).where(verified)))


def _by_name(found: Iterable[Employer]) -> list[Employer]:
    return sorted(found, key=lambda employer: (sort_key(employer.name), employer.id))
