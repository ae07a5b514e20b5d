"""The intake form: who the person of the paper is, what they agreed to, and the paper itself."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from portal import audit, clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import Client, Handover
from portal.people.service.clients import check_person, register_client
from portal.people.service.consents import give_consent
from portal.people.service.doubles import Double, doubles
from portal.people.service.guardians import is_minor, let_by_guardian
from portal.people.service.handovers import Paper, check_paper, note_handover, send_on
from portal.people.service.reach import own_commune

ANOTHER = "another"  # none of the doubles
EARLIEST = 1900
SCHOOLING = 2  # until somebody has asked: as in the form of registering


class Offer(NamedTuple):
    """Somebody whom a person may let know of them, by name and telephone, to be asked in."""

    viewer: str
    name: str


Offers = Callable[[str], Sequence[Offer]]
OFFERS: list[Offers] = []
"""Who there is to agree to in a commune; rooms above add theirs."""


class Guardian(NamedTuple):
    """Who agrees for a person under age; the name blank where nobody did."""

    name: str
    relation: str
    given_on: date | None


def offers_in(commune_code: str) -> list[Offer]:
    """All viewers that the form lists, none of them ticked."""
    return [offer for find in OFFERS for offer in find(commune_code)]


def asked_about(actor: Actor, name: str, birth_year: int, phone: str) -> list[Double]:
    """The possible doubles that the form shows; each that is shown counts as opened."""
    if not name or not EARLIEST <= birth_year <= clock.today().year:
        return []
    found = doubles(actor, name=name, birth_year=birth_year, phone=phone)
    for one in found:
        audit.opened(actor, f"client/{one.pid}", client=one.pid)
    return found


def take_in(
    actor: Actor,
    paper: Paper,
    *,
    name: str,
    birth_year: int,
    phone: str,
    commune_code: str,
    same_as: str,
    agreed: Iterable[str],
    given_how: str,
    guardian: Guardian,
) -> Handover:
    """Write all of it down in one transaction. Without an answer to who it is, a possible double
    is asked about; a paper for another commune is sent on to it at once."""
    if not actor.has(Role.CASE_OFFICER):
        raise NotFound
    check_person(birth_year, commune_code)
    check_paper(paper, birth_year)
    home = _home(actor, commune_code)
    found = doubles(actor, name=name, birth_year=birth_year, phone=phone)
    client = _person(actor, same_as, found) or register_client(
        actor,
        name=name,
        phone=phone,
        birth_year=birth_year,
        commune_code=home,
        education=SCHOOLING,
    )
    handover = note_handover(actor, client.pid, paper)
    _agree(actor, client, list(agreed), given_how, guardian)
    if commune_code != client.commune_code:
        reason = _("Giấy gửi nhầm xã, phường.")
        send_on(actor, handover.pid, commune_code=commune_code, reason=reason)
    return handover


def _home(actor: Actor, commune_code: str) -> str:
    own = actor.scopes(Role.CASE_OFFICER)
    return commune_code if commune_code in own else own[0]


def _person(actor: Actor, same_as: str, found: list[Double]) -> Client | None:
    """The one who was meant, None for somebody new; who has not been asked is asked."""
    if not found or same_as == ANOTHER:
        return None
    if same_as not in {one.pid for one in found}:
        message = _("Có thể người này đã có hồ sơ. Mời chọn một trong các dòng.")
        raise RuleBroken(message, field="same_as")
    return session().scalar(own_commune(actor).where(Client.pid == same_as))


def _agree(
    actor: Actor, client: Client, agreed: list[str], given_how: str, guardian: Guardian
) -> None:
    """The guardian's word first; then each viewer that was ticked, of those there are."""
    if guardian.name and is_minor(client.birth_year):
        let_by_guardian(actor, client, **guardian._asdict())
    if agreed and not given_how:
        raise RuleBroken(_("Mời ghi người này đồng ý bằng cách nào."), field="given_how")
    known = {offer.viewer for offer in offers_in(client.commune_code)}
    for viewer in agreed:
        if viewer not in known:
            raise RuleBroken(_("Mời chọn lại."), field="agreed")
        give_consent(
            actor,
            client,
            viewer=viewer,
            purpose="invitation",
            fields=("name", "phone"),
            given_how=given_how,
        )
