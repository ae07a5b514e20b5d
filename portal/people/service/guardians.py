"""Persons not of age: without their guardian's consent nobody learns of them but by law."""

from datetime import date

from sqlalchemy import select

from portal import audit, clock
from portal.access import Actor
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.people.models import Client, GuardianConsent

OF_AGE = 18


def is_minor(birth_year: int) -> bool:
    """Not of age for sure: only the year is known, so the year of the 18th birthday counts as
    under age."""
    return clock.today().year - birth_year <= OF_AGE


def guardian_of(client: Client) -> GuardianConsent | None:
    """The latest consent that a guardian gave."""
    query = select(GuardianConsent).where(GuardianConsent.client_id == client.id)
    return session().scalar(query.order_by(GuardianConsent.id.desc()).limit(1))


def let_by_guardian(
    actor: Actor, client: Client, *, name: str, relation: str, given_on: date | None
) -> None:
    """Keep who agreed for the person, as what, and when."""
    if not relation:
        raise RuleBroken(_("Mời ghi quan hệ với người này."), field="guardian_relation")
    if given_on is None or given_on > clock.today():
        raise RuleBroken(_("Mời ghi ngày đồng ý, không sau hôm nay."), field="guardian_on")
    kept = GuardianConsent(
        client=client,
        client_id=client.id,
        name=name,
        relation=relation,
        given_on=given_on,
        by_pid=actor.user,
        noted_at=clock.now(),
    )
    session().add(kept)
    session().flush()
    audit.record(actor, "guardian_consent", f"client/{client.pid}", client=client.pid)


def refuse_without_guardian(client: Client, *, field: str | None = None) -> None:
    """A person under age gives no consent alone."""
    if is_minor(client.birth_year) and guardian_of(client) is None:
        message = _("Người này chưa đủ 18 tuổi: cần người giám hộ đồng ý trước.")
        raise RuleBroken(message, field=field)
