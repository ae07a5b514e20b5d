"""Referrals: sent on with the person's consent, answered in time or late, and done.

The law lets the commune's own bodies know; everybody else only with the consent of this one
referral, and withdrawing it ends the referral.
"""

from datetime import date

from sqlalchemy import select

from portal import clock
from portal.access import Actor
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.journeys.models import (
    BY_LAW,
    REFERRAL_MOVES,
    Need,
    Referral,
    ReferralState,
)
from portal.journeys.service.caseload import (
    check_coming,
    check_day,
    check_move,
    client_of,
    in_caseload,
    open_row,
    put,
    row_of,
    rows_of,
)
from portal.people import service as people
from portal.people.models import Client
from portal.people.service.consents import withdraw_for

GIVEN = ("name", "phone", "needs")
ENDED = (ReferralState.REFUSED, ReferralState.DONE, ReferralState.DROPPED)


def send_on(
    actor: Actor,
    client_pid: str,
    *,
    body_kind: str,
    body: str,
    need: str,
    sent_on: date,
    reply_by: date,
    words: str = "",
    consent: str = "",
) -> Referral:
    """Send a person on; `need` is the kind of a need that is open, `consent` how it was given."""
    client = client_of(actor, client_pid)
    check_day(sent_on, "sent_on")
    check_coming(reply_by, "reply_by", since=sent_on)
    if body_kind not in BY_LAW and not consent:
        raise RuleBroken(_("Nơi này chỉ được biết khi người đó đồng ý."), field="consent")
    sent = Referral(
        client=client,
        need_id=_open_need(client, need),
        body_kind=body_kind,
        body=body,
        sent_on=sent_on,
        state_on=sent_on,
        reply_by=reply_by,
        words=words,
        by_pid=actor.user,
    )
    put(actor, "send_on", sent, n=1)
    if body_kind not in BY_LAW:
        purpose, viewer = _purpose(sent), f"body/{sent.pid}"
        people.give_consent(
            actor, client, viewer=viewer, purpose=purpose, fields=GIVEN, given_how=consent
        )
    return sent


def get_referral(actor: Actor, pid: str) -> Referral:
    """One of the actor's commune; the reading is recorded."""
    found: Referral = open_row(actor, Referral, pid)
    return found


def moves_of(row: Referral) -> tuple[ReferralState, ...]:
    """What may become of a referral now."""
    return REFERRAL_MOVES[ReferralState(row.state)]


def move_referral(actor: Actor, pid: str, *, to: str, on: date, words: str = "") -> Referral:
    """What the body answered or did, on a day; a no has its words. The consent ends with it."""
    row: Referral = row_of(actor, Referral, pid)
    check_move(REFERRAL_MOVES, ReferralState(row.state), to)
    check_day(on, "on", since=row.state_on)
    if to in (ReferralState.REFUSED, ReferralState.DROPPED) and not words:
        raise RuleBroken(_("Mời ghi lý do."), field="words")
    row.state, row.state_on, row.by_pid = ReferralState(to), on, actor.user
    row.words = words or row.words
    put(actor, "move_referral", row)
    if to in ENDED:
        withdraw_for(actor, row.client, purpose=_purpose(row))
    return row


def drop_by_consent(actor: Actor, purpose: str) -> None:
    """The member took the consent of a referral back: nobody waits for its answer any more."""
    pid = purpose.removeprefix("referral/")
    client = people.own_client(actor)
    query = select(Referral).where(Referral.pid == pid, Referral.client_id == client.id)
    row = session().scalar(query.where(Referral.state.not_in(ENDED)))
    if row is not None:
        row.state, row.state_on = ReferralState.DROPPED, clock.today()
        row.client, row.by_pid = client, actor.user
        put(actor, "move_referral", row)


def referrals_of(client: Client) -> list[Referral]:
    """A person's, newest first, for those who may see them."""
    return rows_of(Referral, client, Referral.sent_on.desc(), Referral.id.desc())


def referrals_late(actor: Actor) -> list[Referral]:
    """Of the actor's commune, those whose answer is overdue, the longest first."""
    silent = in_caseload(actor, Referral).where(Referral.state == ReferralState.SENT)
    late = silent.where(Referral.reply_by < clock.today())
    return list(session().scalars(late.order_by(Referral.reply_by, Referral.id)))


def _purpose(row: Referral) -> str:
    return f"referral/{row.pid}"


def _open_need(client: Client, kind: str) -> int | None:
    query = select(Need.id).where(Need.client_id == client.id, Need.kind == kind)
    return session().scalars(query.where(Need.met_on.is_(None)).limit(1)).first()
