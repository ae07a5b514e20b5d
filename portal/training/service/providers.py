"""Providers register, wait, and are approved or refused by an officer of their place."""

from sqlalchemy import case, select

from portal import audit, changes, clock, contact
from portal.access import Actor, Role
from portal.accounts.models import User
from portal.accounts.service.registering import register
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.messages.service import list_notices, notify, queue_index
from portal.paging import Page, paged
from portal.training.models import Approval, Course, Provider
from portal.training.service.scope import one, visible_providers


def register_provider(
    *,
    name: str,
    commune_code: str,
    phone: str,
    email: str,
    contact_name: str,
    login: str,
    password: str,
    address: str,
) -> User:
    """A provider that waits for approval, and the person who acts for it."""
    provider = Provider(
        name=name,
        commune_code=commune_code,
        phone=contact.phone(phone),
        email=email,
        registered_at=clock.now(),
    )
    session().add(provider)
    session().flush()
    return register(
        login=login,
        password=password,
        name=contact_name,
        email=email,
        role=Role.PROVIDER,
        scope=provider.pid,
        address=address,
    )


def own_provider(actor: Actor) -> Provider:
    """The provider that the actor acts for."""
    return one(select(Provider), Provider.pid.in_(actor.scopes(Role.PROVIDER)[:1]))


def get_provider(actor: Actor, pid: str) -> Provider:
    """A provider in the actor's scope."""
    return one(visible_providers(actor), Provider.pid == pid)


def list_providers(actor: Actor, *, approval: str | None, page: int) -> Page[Provider]:
    """Those in scope, of one approval if asked; who waits comes first, longest wait first."""
    query = visible_providers(actor)
    if approval:
        query = query.where(Provider.approval == approval)
    waits_last = case((Provider.approval == Approval.PENDING, 0), else_=1)
    return paged(query.order_by(waits_last, Provider.registered_at, Provider.id), page)


def decide(actor: Actor, pid: str, *, approval: str, reason: str = "") -> Provider:
    """Approve, so that everyone sees the courses, or refuse, for a reason that the provider
    reads; either may be changed later."""
    refused = approval == Approval.REFUSED
    if refused and not reason:
        raise RuleBroken(_("Mời ghi lý do để cơ sở biết cần bổ sung gì."), field="reason")
    provider = get_provider(actor, pid)
    provider.approval = Approval.REFUSED if refused else Approval.APPROVED
    provider.version += 1
    template = f"provider_{provider.approval}"
    audit.record(actor, template, f"provider/{pid}", reason=reason)
    notify(Role.PROVIDER, pid, template, **({"reason": reason} if refused else {}))
    changes.note("provider", pid, place=provider.commune_code)
    courses = select(Course.pid).where(Course.provider_id == provider.id)
    queue_index("course", list(session().scalars(courses)))
    return provider


def refusal_reason(actor: Actor) -> str:
    """What the officer wrote when they last refused the actor's provider."""
    refusals = (n.facts["reason"] for n in list_notices(actor) if n.template == "provider_refused")
    return next(refusals, "")
