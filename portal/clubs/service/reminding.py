"""Whether and how a member is reminded: their own choice, or noted by a coordinator with their
consent; the choice stands on a row of the consent ledger, and without one nothing is sent."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import joinedload

from portal import audit, clock, contact
from portal.access import Actor
from portal.clubs.models import Club, Reminder, ReminderChoice
from portal.clubs.service.clubs import get_own_club
from portal.clubs.service.memberships import MemberFile, get_member
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.messages import channels
from portal.messages.channels import Channel
from portal.people.models import Client
from portal.people.service import give_consent, own_client
from portal.people.service.consents import withdraw_for
from portal.versions import revise

REMINDERS = "reminders"  # the purpose in the ledger
VIEWER = "portal/reminders"
FIELDS = {
    Channel.NOTICE: ("calendar",),
    Channel.EMAIL: ("calendar", "email"),
    Channel.SMS: ("calendar", "phone"),
}
LONGEST = 200
NONE = "none"  # not to be reminded: no choice stands


class Wish(NamedTuple):
    """By what, where, and in which language."""

    channel: str
    contact: str
    language: str


def choice_of(client: Client) -> ReminderChoice | None:
    """The choice of a client whom the caller may see."""
    query = select(ReminderChoice).options(joinedload(ReminderChoice.client))
    return session().scalar(query.where(ReminderChoice.client_id == client.id))


def own_choice(actor: Actor) -> ReminderChoice | None:
    """The actor's own."""
    return choice_of(own_client(actor))


def choose(actor: Actor, *, channel: str, contact: str, language: str = "vi") -> None:
    """The member says by what, where, and in which language; "none" is not at all."""
    wish = Wish(channel, contact, language)
    _choose(actor, own_client(actor), wish, given_how="on screen")


def note_choice(
    actor: Actor,
    client_pid: str,
    *,
    channel: str,
    contact: str,
    agreed: bool,
    language: str = "vi",
) -> MemberFile:
    """A coordinator notes what the member told them; to switch it off needs no consent.

    They write an address but are not shown it: a blank one leaves what stands.
    """
    member = get_member(actor, client_pid)
    if channel != NONE and not agreed:
        raise RuleBroken(_("Cần chính người đó đồng ý."), field="agreed")
    wish = Wish(channel, contact, language)
    _choose(actor, member.client, wish, given_how="noted by coordinator")
    return member


def forget_choice(client: Client) -> None:
    """The consent was withdrawn: the address goes with it."""
    session().execute(delete(ReminderChoice).where(ReminderChoice.client_id == client.id))


def set_reminded_days(actor: Actor, club_pid: str, *, days: list[int], version: int | None) -> Club:
    """How many days before a meeting the members of the actor's own club are reminded."""
    club = get_own_club(actor, club_pid)
    words = " ".join(str(day) for day in sorted(set(days), reverse=True))
    revise(club, version, reminded_days=words)
    audit.record(actor, "set_reminded_days", f"club/{club_pid}")
    return club


def rows_about(client: Client) -> Iterator[ReminderChoice | Reminder]:
    """All that is kept of reminders to a client, for their own copy."""
    choice = choice_of(client)
    yield from [choice] if choice else []
    yield from session().scalars(select(Reminder).where(Reminder.client_id == client.id))


def _choose(actor: Actor, client: Client, wish: Wish, *, given_how: str) -> None:
    before = choice_of(client)
    if wish.channel == NONE:
        forget_choice(client)
        withdraw_for(actor, client, purpose=REMINDERS)
        return
    if wish.channel not in channels.current().offered:
        raise RuleBroken(_("Cách nhắc này chưa dùng được ở đây."), field="channel")
    chosen = Channel(wish.channel)
    same = before is not None and before.channel == chosen
    address = _address(chosen, wish.contact or (before.contact if before and same else ""), client)
    choice = before or ReminderChoice(client=client)
    choice.channel, choice.contact, choice.chosen_at = chosen, address, clock.now()
    choice.language = wish.language
    session().add(choice)
    if not same:
        withdraw_for(actor, client, purpose=REMINDERS)
    give_consent(
        actor,
        client,
        viewer=VIEWER,
        purpose=REMINDERS,
        fields=FIELDS[chosen],
        given_how=given_how,
    )


def _address(channel: Channel, typed: str, client: Client) -> str:
    """Where the channel reaches the member: for a short message else the phone that is known."""
    if channel is Channel.NOTICE:
        return ""
    if channel is Channel.EMAIL:
        if not re.match(contact.MAIL, typed) or not typed.isascii() or len(typed) > LONGEST:
            raise RuleBroken(_("Mời ghi đúng địa chỉ thư, ví dụ ten@coso.vn."), field="contact")
        return typed
    number = contact.dialled(typed or client.phone)
    if not number:
        raise RuleBroken(_("Số điện thoại chưa đúng. Ví dụ: 0912 345 678."), field="contact")
    return number
