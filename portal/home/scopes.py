"""What the scope of each role may be, told to accounts from above."""

from sqlalchemy import or_, select

from portal import clock
from portal.access import Role
from portal.accounts.service.posts import SCOPES, ScopeKind
from portal.clubs.models import Club
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.jobs.models import Employer
from portal.places.gazetteer import Level
from portal.places.service import commune_typed, in_force, name_of
from portal.text import fold, tidy
from portal.training.models import Provider

MOST_NAMED = 4

Coded = type[Club] | type[Employer] | type[Provider]


def _commune(text: str) -> str:
    try:
        return commune_typed(text, clock.today())
    except RuleBroken as error:
        raise RuleBroken(str(error), field="scope") from error


def _province_or_commune(text: str) -> str:
    """ "Đồng Nai" or "75" is the province before it is any commune of that name."""
    asked = fold(tidy(text))
    for unit in session().scalars(in_force(Level.PROVINCE, clock.today())):
        full = unit.name_folded
        if asked in (full, full.removeprefix(f"{fold(unit.kind)} "), unit.code):
            return unit.code
    return _commune(text)


def _place_name(code: str) -> str:
    return name_of(code, clock.today())


def _organisation(model: Coded) -> ScopeKind:
    """Found by code, public id or name, a part of it if no other has it; the scope is the public
    id."""

    def find(text: str) -> str | None:
        exact = select(model.pid).where(or_(model.code == text, model.pid == text))
        if pid := session().scalar(exact):
            return pid
        asked = fold(tidy(text))
        rows = session().execute(select(model.pid, model.name).order_by(model.name))
        near = {pid: name for pid, name in rows if asked and asked in fold(name)}
        meant = [pid for pid, name in near.items() if asked == fold(name)] or list(near)
        if len(meant) > 1:
            raise _doubt([near[pid] for pid in meant])
        return meant[0] if meant else None

    def name(pid: str) -> str:
        return session().scalar(select(model.name).where(model.pid == pid)) or pid

    return ScopeKind(find, name)


def _doubt(names: list[str]) -> RuleBroken:
    """Names those that may be meant."""
    named = "; ".join(names[:MOST_NAMED])
    message = _("Có nhiều nơi trùng tên: %(named)s. Mời gõ rõ hơn.", named=named)
    return RuleBroken(message, field="scope")


def _nowhere(text: str) -> str | None:
    return "" if text == "" else None


SCOPES.update(
    {
        Role.COORDINATOR: _organisation(Club),
        Role.CASE_OFFICER: ScopeKind(_commune, _place_name),
        Role.OFFICER: ScopeKind(_province_or_commune, _place_name),
        Role.EMPLOYER: _organisation(Employer),
        Role.PROVIDER: _organisation(Provider),
        Role.ADMIN: ScopeKind(_nowhere, lambda _scope: ""),
    }
)
