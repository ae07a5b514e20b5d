"""Drafts: what an employer has typed so far, kept as it was typed, seen by nobody else."""

from sqlalchemy import Select, select

from portal import clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.jobs.models import Draft, Employer
from portal.jobs.service.employers import own_employer
from portal.versions import revise

MOST_DRAFTS = 50
Typed = dict[str, list[str]]


def visible_drafts(actor: Actor) -> Select[Draft]:
    """Those of the employer that the actor acts for: no officer sees one."""
    own = select(Employer.id).where(Employer.pid.in_(actor.scopes(Role.EMPLOYER)))
    return select(Draft).where(Draft.employer_id.in_(own))


def get_draft(actor: Actor, pid: str) -> Draft:
    """A draft of the actor's employer."""
    found = session().scalar(visible_drafts(actor).where(Draft.pid == pid))
    if found is None:
        raise NotFound
    return found


def list_drafts(actor: Actor) -> list[Draft]:
    """The newest first."""
    return list(session().scalars(visible_drafts(actor).order_by(Draft.saved_at.desc(), Draft.id)))


def save_draft(actor: Actor, *, title: str, typed: Typed) -> Draft:
    """A new draft: of all fields only the title must be there."""
    if len(list_drafts(actor)) >= MOST_DRAFTS:
        raise RuleBroken(_("Đã có %(n)s tin nháp. Mời đăng hoặc bỏ bớt.", n=MOST_DRAFTS))
    draft = Draft(
        employer_id=own_employer(actor).id, title=title, typed=typed, saved_at=clock.now()
    )
    session().add(draft)
    session().flush()
    return draft


def edit_draft(actor: Actor, pid: str, *, version: int | None, title: str, typed: Typed) -> Draft:
    """Keep what is typed now; a stale save is refused."""
    draft = get_draft(actor, pid)
    revise(draft, version, title=title, typed=typed, saved_at=clock.now())
    return draft


def drop_draft(actor: Actor, pid: str) -> None:
    """It has been published, or is not wanted any more."""
    session().delete(get_draft(actor, pid))
    session().flush()
