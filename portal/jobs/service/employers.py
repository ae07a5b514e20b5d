"""Employers: they register themselves and say who they are; where one stands moves by a table."""

from typing import Any

from sqlalchemy import ColumnElement, Select, false, or_, select

from portal import changes, clock, contact
from portal.access import Actor, Role
from portal.accounts.models import User
from portal.accounts.service.registering import register
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.jobs import tax_codes
from portal.jobs.models import (
    VERIFICATION_MOVES,
    Employer,
    EmployerDecision,
    Vacancy,
    Verification,
)
from portal.messages.service import queue_index
from portal.paging import Page, paged
from portal.places import service as places
from portal.versions import revise

RENAMED = "renamed"  # asked for in the list like a standing: those whose new name waits


def visible_employers(actor: Actor) -> Select[Employer]:
    """An employer sees itself; an officer those of the communes of their place."""
    own = Employer.pid.in_(actor.scopes(Role.EMPLOYER))
    return select(Employer).where(or_(own, in_place(actor)))


def in_place(actor: Actor) -> ColumnElement[bool]:
    """Whether an employer has its seat where the actor is an officer."""
    day = clock.today()
    within = [
        Employer.commune_code.in_(places.communes_under(place, day))
        for place in actor.scopes(Role.OFFICER)
    ]
    return or_(false(), *within)


def get_employer(actor: Actor, pid: str) -> Employer:
    """An employer within the actor's scope."""
    found = session().scalar(visible_employers(actor).where(Employer.pid == pid))
    if found is None:
        raise NotFound
    return found


def own_employer(actor: Actor) -> Employer:
    """The employer that the actor acts for."""
    own = visible_employers(actor).where(Employer.pid.in_(actor.scopes(Role.EMPLOYER)))
    found = session().scalars(own.order_by(Employer.id).limit(1)).first()
    if found is None:
        raise NotFound
    return found


def list_employers(actor: Actor, verification: str, number: int) -> Page[Employer]:
    """Those of a standing, the longest waiting first; all where the standing is blank."""
    query = visible_employers(actor).order_by(Employer.registered_at, Employer.id)
    if verification == RENAMED:
        query = query.where(or_(Employer.asked_name != "", Employer.asked_tax_code != ""))
    elif verification:
        query = query.where(Employer.verification == verification)
    return paged(query, number)


def register_employer(
    *,
    name: str,
    tax_code: str,
    commune_code: str,
    phone: str,
    email: str,
    contact_name: str,
    login: str,
    password: str,
    address: str,
) -> User:
    """A new employer, not yet verified, and the user who acts for it."""
    reachable(phone, email)
    employer = Employer(
        name=name,
        tax_code=tax_codes.tax_code(tax_code),
        commune_code=commune_code,
        phone=contact.phone(phone),
        email=email,
        registered_at=clock.now(),
    )
    session().add(employer)
    session().flush()
    return register(
        login=login,
        password=password,
        name=contact_name,
        email=email,
        role=Role.EMPLOYER,
        scope=employer.pid,
        address=address,
    )


def edit_employer(
    actor: Actor,
    *,
    version: int | None,
    name: str,
    tax_code: str,
    commune_code: str,
    phone: str,
    email: str,
) -> Employer:
    """What the employer says of itself. A refused one that mends it waits to be looked at again.

    The name and tax code of one that has been verified change only when the officer has looked;
    until then its vacancies stay, under the name that was checked.
    """
    employer = own_employer(actor)
    reachable(phone, email)
    given: dict[str, Any] = {
        "commune_code": commune_code,
        "phone": contact.phone(phone),
        "email": email,
    }
    code = tax_code if tax_code == employer.tax_code else tax_codes.tax_code(tax_code)
    if employer.verification in (Verification.VERIFIED, Verification.SUSPENDED):
        given["asked_name"] = name if name != employer.name else ""
        given["asked_tax_code"] = code if code != employer.tax_code else ""
    else:
        given |= {"name": name, "tax_code": code}
    revise(employer, version, **given)
    if employer.verification == Verification.REFUSED:
        move_employer(employer, Verification.PENDING, by=actor.user)
    return employer


def reachable(phone: str, email: str) -> None:
    """One who looks for work must have a way to ask."""
    if not (phone or email):
        raise RuleBroken(
            _("Mời ghi số điện thoại hoặc e-mail để người xin việc liên hệ."), field="phone"
        )


def move_employer(
    employer: Employer, to: Verification, *, by: str | None, **said: Any
) -> EmployerDecision:
    """By the table of moves, one at a time, with a row of history; its vacancies follow."""
    session().refresh(employer, with_for_update=True)
    if to not in VERIFICATION_MOVES[Verification(employer.verification)]:
        raise RuleBroken(_("Trạng thái của doanh nghiệp vừa đổi. Mời tải lại trang."))
    employer.verification = to
    employer.version += 1
    vacancies_follow(employer)
    return add_decision(employer, to, by=by, **said)


def add_decision(employer: Employer, what: str, *, by: str | None, **said: Any) -> EmployerDecision:
    """A row of history."""
    decision = EmployerDecision(
        employer_id=employer.id, what=what, decided_at=clock.now(), by_pid=by or "", **said
    )
    session().add(decision)
    session().flush()
    return decision


def vacancies_follow(employer: Employer) -> None:
    """They are shown and matched while it is verified, and found by its name."""
    of_it = select(Vacancy.pid).where(Vacancy.employer_id == employer.id)
    vacancies = list(session().scalars(of_it))
    for vacancy in vacancies:
        changes.note("vacancy", vacancy)
    queue_index("job", vacancies)
