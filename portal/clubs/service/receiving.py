"""The club that is asked to take a member: who wants to come, yes or no, and what a yes brings."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Select, select

from portal import audit, changes, clock
from portal.access import Actor, Role
from portal.clubs.models import Club, ClubStatus, Membership, Transfer, TransferState
from portal.clubs.service.clubs import commune_of, shown_name
from portal.clubs.service.memberships import end, inherit, viewer
from portal.clubs.service.transfers import FIELD, forget, rows, settle
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.messages.service import notify
from portal.people.models import Client
from portal.people.service import consenting_to, give_consent, own_commune
from portal.people.service.consents import TO_A_CLUB


def received(actor: Actor) -> Sequence[Transfer]:
    """Who has agreed to come to the actor's own clubs and waits; the reading is recorded."""
    found = session().scalars(_received(actor).order_by(Transfer.agreed_on, Transfer.id)).all()
    for pid in sorted({transfer.to_club.pid for transfer in found}):
        audit.record(actor, "read_list", f"club/{pid}")
    return found


def how_many_wait(actor: Actor) -> int:
    """The same as a figure, which names nobody."""
    return len(session().execute(_received(actor).with_only_columns(Transfer.id)).all())


def get_received(actor: Actor, pid: str) -> Transfer:
    """One of them; the reading is recorded."""
    transfer = session().scalar(_received(actor).where(Transfer.pid == pid))
    if transfer is None:
        raise NotFound
    audit.opened(actor, f"transfer/{pid}", client=transfer.client.pid)
    return transfer


def accept_transfer(actor: Actor, pid: str, *, answer: str = "") -> Transfer:
    """Take the person: today is the last day in the one club, tomorrow the first in the other.

    Both days are days of membership, so no day counts twice. What the old club might know ends
    at once; the new one may know it from tomorrow, by what the member agreed to.
    """
    transfer = get_received(actor, pid)
    client, old, new = transfer.client, transfer.from_club, transfer.to_club
    settle(actor, transfer, TransferState.ACCEPTED)
    transfer.answer = answer
    membership = session().scalars(_still_in(old, client)).one()
    end(actor, membership, old, client, clock.today())
    forget(client, old)
    inherit(actor, new, membership)
    give_consent(
        actor,
        client,
        viewer=viewer(new),
        purpose="club",
        fields=TO_A_CLUB,
        given_how=f"transfer, {transfer.agreed_how}",
        from_on=clock.today() + timedelta(1),
    )
    changes.note("client", client.pid)
    _tell(transfer, "transfer_accepted")
    return transfer


def decline_transfer(actor: Actor, pid: str, *, answer: str) -> None:
    """Say no, and why: the member and the club they are in read it."""
    transfer = get_received(actor, pid)
    if not answer:
        raise RuleBroken(_("Mời viết câu trả lời."), field="answer")
    transfer.answer = answer
    settle(actor, transfer, TransferState.DECLINED)
    _tell(transfer, "transfer_declined")


def residences_to_check(actor: Actor) -> list[Transfer]:
    """Who lives in the case officer's commune, goes to a club in another since a transfer, and
    has not been asked whether they have moved house."""
    near = own_commune(actor).with_only_columns(Client.id)
    accepted = rows().where(
        Transfer.client_id.in_(near),
        Transfer.state == TransferState.ACCEPTED,
        Transfer.residence_seen_on.is_(None),
    )
    found = session().scalars(accepted.order_by(Transfer.id))
    return [one for one in found if commune_of(one.to_club) != one.client.commune_code]


def see_residence(actor: Actor, pid: str) -> None:
    """They still live where they did."""
    found = next((one for one in residences_to_check(actor) if one.pid == pid), None)
    if found is None:
        raise NotFound
    found.residence_seen_on = clock.today()
    audit.record(actor, "see_residence", f"transfer/{pid}", client=found.client.pid)


def _received(actor: Actor) -> Select[Transfer]:
    """Agreed to and in time, for clubs that operate, by members of the other club still, who let
    this one know their name."""
    mine = actor.scopes(Role.COORDINATOR)
    to_mine = select(Club.id).where(Club.pid.in_(mine), Club.status == ClubStatus.OPERATING)
    still = select(Membership.id).where(
        Membership.club_id == Transfer.from_club_id,
        Membership.client_id == Transfer.client_id,
        Membership.left_on.is_(None),
    )
    return rows().where(
        Transfer.state == TransferState.AGREED,
        Transfer.lapses_on >= clock.today(),
        Transfer.to_club_id.in_(to_mine),
        Transfer.client_id.in_(consenting_to([f"club/{pid}" for pid in mine], FIELD)),
        Client.key_wrapped.is_not(None),
        still.exists(),
    )


def _still_in(club: Club, client: Client) -> Select[Membership]:
    query = select(Membership).where(Membership.club_id == club.id)
    return query.where(Membership.client_id == client.id, Membership.left_on.is_(None))


def _tell(transfer: Transfer, template: str) -> None:
    club, person = transfer.from_club, transfer.client.pid
    for role, scope in ((Role.MEMBER, person), (Role.COORDINATOR, club.pid)):
        notify(role, scope, template, club=shown_name(transfer.to_club))
