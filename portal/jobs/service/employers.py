"""Employers: they register themselves; the officer of their place verifies or refuses them."""

from sqlalchemy import Select, false, or_, select

from portal import audit, changes, clock, contact
from portal.access import Actor, Role
from portal.accounts.models import User
from portal.accounts.service.registering import register
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.jobs import tax_codes
from portal.jobs.models import Employer, Vacancy, Verification
from portal.messages.service import notify, queue_index
from portal.paging import Page, paged
from portal.places import service as places


def visible_employers(actor: Actor) -> Select[Employer]:
    """An employer sees itself; an officer those of the communes of their place."""
    day = clock.today()
    within = [
        Employer.commune_code.in_(places.communes_under(place, day))
        for place in actor.scopes(Role.OFFICER)
    ]
    own = Employer.pid.in_(actor.scopes(Role.EMPLOYER))
    return select(Employer).where(or_(false(), own, *within))


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
    if verification:
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
    if not (phone or email):
        raise RuleBroken(
            _("Mời ghi số điện thoại hoặc e-mail để người xin việc liên hệ."), field="phone"
        )
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


def verify_employer(actor: Actor, pid: str) -> Employer:
    """From now on its vacancies are shown and matched."""
    employer = _decided(actor, pid, Verification.VERIFIED)
    notify(Role.EMPLOYER, employer.pid, "employer_verified")
    return employer


def refuse_employer(actor: Actor, pid: str, *, reason: str) -> Employer:
    """Its vacancies are not shown; it reads why."""
    employer = _decided(actor, pid, Verification.REFUSED, reason)
    employer.pledged = False
    notify(Role.EMPLOYER, employer.pid, "employer_refused", reason=reason)
    return employer


def set_pledged(actor: Actor, pid: str, *, pledged: bool) -> Employer:
    """The officer has the signed pledge on file, or no longer; only a verified one can pledge."""
    employer = get_employer(actor, pid)
    if pledged and employer.verification != Verification.VERIFIED:
        raise RuleBroken(_("Chỉ ghi cam kết cho doanh nghiệp đã được duyệt."))
    employer.pledged = pledged
    audit.record(actor, "pledge" if pledged else "end_pledge", f"employer/{pid}")
    return employer


def _decided(actor: Actor, pid: str, standing: Verification, reason: str = "") -> Employer:
    employer = get_employer(actor, pid)
    employer.verification = standing
    audit.record(actor, f"employer_{standing}", f"employer/{pid}", reason=reason)
    vacancies = list(
        session().scalars(select(Vacancy.pid).where(Vacancy.employer_id == employer.id))
    )
    for vacancy in vacancies:
        changes.note("vacancy", vacancy)
    queue_index("job", vacancies)
    return employer
