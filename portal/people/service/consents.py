"""The consent ledger: the one gate through which a member is shown to someone else.

A viewer is "club/<pid>", "case_officers/<commune>" or "employer/<pid>", or "portal/reminders" where
the portal itself may use an address; a field is one of FIELDS, or for an employer what it asks.
Without a row in force nothing may be known: there is no consent by default.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, and_, literal, or_, select

from portal import audit, changes, clock
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import Client, Consent
from portal.people.service.guardians import refuse_without_guardian

FIELDS = ("name", "phone", "attendance", "tasks", "needs", "matches", "file", "progress")
TO_A_CLUB = ("name", "phone", "attendance", "tasks", "needs", "matches")
TO_CASE_OFFICERS = FIELDS


def consented(client_pid: str, viewer: str, field: str) -> bool:
    """Whether the viewer may know the field of the client today."""
    asked = consenting_to([viewer], field).where(Client.pid == client_pid)
    return session().scalar(asked.limit(1)) is not None


def consenting_to(viewers: Iterable[str], field: str) -> Select[int]:
    """The ids of the clients of whom one of the viewers may know the field today: a subquery."""
    named = (literal(" ") + Consent.fields + " ").contains(f" {field} ")
    return (
        select(Consent.client_id)
        .join(Client, Client.id == Consent.client_id)
        .where(Consent.viewer.in_(list(viewers)), named, _in_force(clock.today()))
    )


def agreeing_to(viewer: str, purpose: str) -> Select[Client, date]:
    """Who agreed that the viewer knows them for one purpose, and since when, the first first."""
    return (
        select(Client, Consent.from_on)
        .join(Consent, Consent.client_id == Client.id)
        .where(Consent.viewer == viewer, Consent.purpose == purpose, _in_force(clock.today()))
        .where(Client.key_wrapped.is_not(None))
        .order_by(Consent.from_on, Consent.id)
    )


def give_consent(
    actor: Actor,
    client: Client,
    *,
    viewer: str,
    purpose: str,
    fields: Iterable[str],
    given_how: str,
    from_on: date | None = None,
    to_on: date | None = None,
    basis: str = "consent",
) -> Consent:
    """Write a row of the ledger; a row in force for the same viewer and purpose is kept as it is.

    `given_how` is the proof: "join form", "on screen". For a person under age their guardian
    agrees first.
    """
    if basis == "consent":
        refuse_without_guardian(client)
    standing = session().scalar(
        select(Consent)
        .where(Consent.client_id == client.id, Consent.viewer == viewer)
        .where(Consent.purpose == purpose, _in_force(clock.today()))
    )
    if standing:
        return standing
    consent = Consent(
        client_id=client.id,
        viewer=viewer,
        purpose=purpose,
        fields=" ".join(fields),
        basis=basis,
        given_how=given_how,
        given_at=clock.now(),
        from_on=from_on or clock.today(),
        to_on=to_on,
    )
    session().add(consent)
    audit.record(actor, "give_consent", viewer, client=client.pid)
    return consent


def own_consents(actor: Actor) -> list[Consent]:
    """The actor's own ledger: what is in force, newest first."""
    query = _own(actor).where(_in_force(clock.today())).order_by(Consent.given_at.desc())
    return list(session().scalars(query))


def get_own_consent(actor: Actor, pid: str) -> Consent:
    """One row of the actor's own ledger that is in force."""
    query = _own(actor).where(Consent.pid == pid, _in_force(clock.today()))
    if consent := session().scalar(query):
        return consent
    raise NotFound


def withdraw_consent(actor: Actor, pid: str) -> None:
    """From now on the viewer knows nothing more; what the law asks for cannot be withdrawn."""
    consent = get_own_consent(actor, pid)
    if consent.basis == "law":
        raise RuleBroken(_("Phần này do luật quy định nên không rút được."))
    consent.withdrawn_at = clock.now()
    assert actor.client is not None  # whose ledger it is
    audit.record(actor, "withdraw_consent", consent.viewer, client=actor.client)
    changes.note("client", actor.client)


def withdraw_for(actor: Actor, client: Client, *, purpose: str) -> None:
    """Withdraw all that was agreed to for a purpose: by the member, or by who noted their wish."""
    rows = session().scalars(
        select(Consent)
        .where(Consent.client_id == client.id, Consent.purpose == purpose)
        .where(Consent.basis == "consent", _in_force(clock.today()))
    )
    for consent in rows:
        consent.withdrawn_at = clock.now()
        audit.record(actor, "withdraw_consent", consent.viewer, client=client.pid)
    session().flush()


def end_consents(client: Client, *, viewer: str, last_on: date, purpose: str | None = None) -> None:
    """What let the viewer know, for one purpose or for any, ends with `last_on`: the member left
    the club, or an employer has answered."""
    rows = (
        select(Consent)
        .where(Consent.client_id == client.id, Consent.viewer == viewer)
        .where(or_(Consent.to_on.is_(None), Consent.to_on > last_on))
    )
    if purpose is not None:
        rows = rows.where(Consent.purpose == purpose)
    for consent in session().scalars(rows):
        consent.to_on = last_on


def hand_over(actor: Actor, client: Client, *, from_commune: str, since: date) -> None:
    """The person moved: all that let the former commune's case officers know ends, and by law
    those of the new one may know instead; what was agreed to for the former is not carried on."""
    rows = session().scalars(
        select(Consent)
        .where(Consent.client_id == client.id, _in_force(clock.today()))
        .where(Consent.viewer == f"case_officers/{from_commune}")
    )
    for consent in list(rows):
        consent.to_on = min(since, clock.today()) - timedelta(days=1)
        if consent.basis == "law":
            give_consent(
                actor,
                client,
                viewer=f"case_officers/{client.commune_code}",
                purpose=consent.purpose,
                fields=consent.fields.split(),
                given_how=consent.given_how,
                from_on=since,
                basis="law",
            )


def _own(actor: Actor) -> Select[Consent]:
    return (
        select(Consent)
        .join(Client, Client.id == Consent.client_id)
        .where(Client.pid == (actor.client or ""))
    )


def _in_force(day: date) -> ColumnElement[bool]:
    return and_(
        Consent.withdrawn_at.is_(None),
        Consent.from_on <= day,
        or_(Consent.to_on.is_(None), Consent.to_on >= day),
    )
