"""What the scope of each role may be, told to accounts from above."""

from sqlalchemy import or_, select

from portal import clock
from portal.access import Role
from portal.accounts.service.posts import SCOPES, ScopeKind
from portal.clubs.models import Club
from portal.db import session
from portal.jobs.models import Employer
from portal.places.gazetteer import Level
from portal.places.service import find_unit, name_of
from portal.training.models import Provider

Coded = type[Club] | type[Employer] | type[Provider]


def _place(*levels: Level) -> ScopeKind:
    def find(text: str) -> str | None:
        place = find_unit(text, clock.today())
        return text if place and place.level in levels else None

    return ScopeKind(find, lambda code: name_of(code, clock.today()))


def _organisation(model: Coded) -> ScopeKind:
    """Found by code or public id; the scope is the public id."""

    def find(text: str) -> str | None:
        return session().scalar(select(model.pid).where(or_(model.code == text, model.pid == text)))

    def name(pid: str) -> str:
        return session().scalar(select(model.name).where(model.pid == pid)) or pid

    return ScopeKind(find, name)


def _nowhere(text: str) -> str | None:
    return "" if text == "" else None


SCOPES.update(
    {
        Role.COORDINATOR: _organisation(Club),
        Role.CASE_OFFICER: _place(Level.COMMUNE),
        Role.OFFICER: _place(Level.PROVINCE, Level.COMMUNE),
        Role.EMPLOYER: _organisation(Employer),
        Role.PROVIDER: _organisation(Provider),
        Role.ADMIN: ScopeKind(_nowhere, lambda _scope: ""),
    }
)
