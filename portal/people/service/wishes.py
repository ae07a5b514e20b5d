"""What a person can and wants: the facts that suggestions are reckoned from."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from portal import audit, changes
from portal.access import Actor
from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _
from portal.people.models import Client, ClientSkill, WantedOccupation
from portal.people.service.clients import own_client
from portal.trades.service import check_skills

MOST_WANTED = 5


@dataclass(frozen=True)
class Wishes:
    """Skills held (code, proven) and occupations wanted, in the person's own order."""

    skills: list[tuple[str, bool]]
    wanted: list[str]


def wishes_of(client: Client) -> Wishes:
    """The skills and wishes of a client whom the caller may see."""
    skills = session().execute(
        select(ClientSkill.skill, ClientSkill.proven)
        .where(ClientSkill.client_id == client.id)
        .order_by(ClientSkill.skill)
    )
    wanted = session().scalars(
        select(WantedOccupation.occupation)
        .where(WantedOccupation.client_id == client.id)
        .order_by(WantedOccupation.position)
    )
    return Wishes([(skill, proven) for skill, proven in skills], list(wanted))


def set_skills(actor: Actor, skills: Sequence[str]) -> None:
    """A member says what they can do; a skill that was proven stays so while it is held."""
    client = own_client(actor)
    check_skills(skills)
    proven = {skill for skill, is_proven in wishes_of(client).skills if is_proven}
    session().execute(delete(ClientSkill).where(ClientSkill.client_id == client.id))
    session().add_all(
        ClientSkill(client_id=client.id, skill=skill, proven=skill in proven)
        for skill in dict.fromkeys(skills)
    )
    _changed(actor, client)


def set_wishes(
    actor: Actor,
    *,
    wanted: Sequence[str],
    shifts: int,
    limits: int,
    max_km: int,
    min_wage: int | None,
) -> None:
    """A member says what work they look for; `shifts` and `limits` as bits of their words."""
    client = own_client(actor)
    if len(wanted) > MOST_WANTED:
        raise RuleBroken(_("Mời chọn nhiều nhất %(n)s nghề.", n=MOST_WANTED), field="wanted")
    session().execute(delete(WantedOccupation).where(WantedOccupation.client_id == client.id))
    session().add_all(
        WantedOccupation(client_id=client.id, position=position, occupation=occupation)
        for position, occupation in enumerate(dict.fromkeys(wanted))
    )
    client.shifts, client.limits = shifts, limits
    client.max_km, client.min_wage = max_km, min_wage or 0
    _changed(actor, client)


def _changed(actor: Actor, client: Client) -> None:
    audit.record(actor, "set_wishes", f"client/{client.pid}", client=client.pid)
    changes.note("client", client.pid, place=client.commune_code)
