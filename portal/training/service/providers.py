"""Providers register, wait, and are approved or refused by an officer of their place."""

from datetime import date
from typing import Any

from sqlalchemy import case, func, or_, select

from portal import audit, changes, clock, contact
from portal.access import Actor, Role
from portal.accounts.models import User
from portal.accounts.service.registering import register
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.messages.service import list_notices, notify, queue_index
from portal.paging import Page, paged
from portal.training.models import APPROVAL_MOVES, Approval, Course, Provider, ProviderCheck
from portal.training.service.scope import one, visible_providers
from portal.versions import revise


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
    waits = or_(Provider.approval == Approval.PENDING, Provider.look_asked_at.is_not(None))
    since = func.coalesce(Provider.look_asked_at, Provider.registered_at)
    return paged(query.order_by(case((waits, 0), else_=1), since, Provider.id), page)


def decide(
    actor: Actor,
    pid: str,
    *,
    approval: str,
    papers: int = 0,
    paper_number: str = "",
    paper_on: date | None = None,
    reason: str = "",
) -> Provider:
    """Approve on papers seen, so that everyone sees the courses, or refuse, for a reason that the
    provider reads; either may be changed later, and what was seen each time is kept."""
    refused = approval == Approval.REFUSED
    if refused and not reason:
        raise RuleBroken(_("Mời ghi lý do để cơ sở biết cần bổ sung gì."), field="reason")
    if not refused:
        _check_seen(papers, paper_number, paper_on)
    provider = get_provider(actor, pid)
    decision = Approval.REFUSED if refused else Approval.APPROVED
    _move(provider, decision)
    seen = {"papers": papers, "paper_number": paper_number, "paper_on": paper_on}
    _keep_check(actor, provider, decision, reason=reason, **seen)
    template = f"provider_{decision}"
    audit.record(actor, template, f"provider/{pid}", reason=reason)
    notify(Role.PROVIDER, pid, template, **({"reason": reason} if refused else {}))
    _note(provider)
    return provider


def checks_of(provider: Provider) -> list[Any]:
    """What was seen and decided, the last first, with who did it."""
    query = select(ProviderCheck, User.name).outerjoin(User, User.pid == ProviderCheck.by_pid)
    of = query.where(ProviderCheck.provider_id == provider.id)
    return list(session().execute(of.order_by(ProviderCheck.id.desc())))


def edit_profile(actor: Actor, *, version: int | None, **values: Any) -> Provider:
    """What a provider says of itself. Under another name or elsewhere an approved one is looked at
    anew and stays to be seen meanwhile; a refused one asks for another look by saving."""
    provider = own_provider(actor)
    values["phone"] = contact.phone(values["phone"])
    before = provider.name, provider.commune_code
    revise(provider, version, **values)
    if provider.approval == Approval.REFUSED:
        _move(provider, Approval.PENDING)
    elif before != (provider.name, provider.commune_code) and not provider.look_asked_at:
        provider.look_asked_at = clock.now()
    audit.record(actor, "edit_provider", f"provider/{provider.pid}")
    _note(provider)
    return provider


def refusal_reason(actor: Actor) -> str:
    """What the officer wrote when they last refused the actor's provider."""
    refusals = (n.facts["reason"] for n in list_notices(actor) if n.template == "provider_refused")
    return next(refusals, "")


def _move(provider: Provider, to: Approval) -> None:
    """Change where a provider stands, as the table of moves allows."""
    if to not in APPROVAL_MOVES[Approval(provider.approval)]:
        raise RuleBroken(_("Cơ sở này đã ở tình trạng khác. Mời tải lại."))
    provider.approval, provider.look_asked_at = to, None
    provider.version += 1


def _check_seen(papers: int, number: str, day: date | None) -> None:
    if not papers:
        raise RuleBroken(_("Mời chọn giấy tờ đã xem."), field="papers")
    if not number:
        raise RuleBroken(_("Mời ghi số của giấy tờ chính."), field="paper_number")
    if day is None or day > clock.today():
        raise RuleBroken(_("Mời ghi ngày của giấy tờ, không sau hôm nay."), field="paper_on")


def _keep_check(actor: Actor, provider: Provider, decision: Approval, **seen: Any) -> None:
    session().add(
        ProviderCheck(
            provider_id=provider.id,
            decision=decision,
            by_pid=actor.user,
            decided_at=clock.now(),
            **seen,
        )
    )
    session().flush()


def _note(provider: Provider) -> None:
    """Others count and find the provider and its courses: it has changed."""
    changes.note("provider", provider.pid, place=provider.commune_code)
    courses = select(Course.pid).where(Course.provider_id == provider.id)
    queue_index("course", list(session().scalars(courses)))
