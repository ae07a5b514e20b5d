"""Needs: recorded on a day, met on a day; a need counts only where it was written down."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from portal import audit, changes
from portal.access import Actor, Role
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.i18n import _
from portal.journeys.models import Need, NeedOrigin
from portal.journeys.service.caseload import check_day
from portal.people.models import Client
from portal.people.service import NAME, name_in, own_commune, visible_clients


def visible_needs(actor: Actor) -> Select[Need]:
    """The needs of the people whom the actor may see."""
    reach = visible_clients(actor).with_only_columns(Client.id)
    return select(Need).where(Need.client_id.in_(reach))


def needs_of(actor: Actor, client: Client) -> list[Need]:
    """The needs of one person, those not met first, then the newest."""
    query = visible_needs(actor).where(Need.client_id == client.id)
    return list(
        session().scalars(query.order_by(Need.met_on.is_not(None), Need.recorded_on.desc()))
    )


@dataclass(frozen=True)
class OpenNeed:
    """A line of what is still to be met, and for whom."""

    pid: str
    kind: str
    recorded_on: date
    client_pid: str
    name: str


def open_needs(actor: Actor, *, limit: int = 200) -> list[OpenNeed]:
    """Of the actor's commune, the needs not met, oldest first."""
    query = (
        own_commune(actor)
        .with_only_columns(Need.pid.label("need"), Need.kind, Need.recorded_on, *NAME)
        .join(Need, Need.client_id == Client.id)
        .where(Need.met_on.is_(None))
        .order_by(Need.recorded_on, Need.id)
        .limit(limit)
    )
    return [
        OpenNeed(row.need, row.kind, row.recorded_on, row.pid, name_in(row))
        for row in session().execute(query)
    ]


def list_open_needs(actor: Actor) -> list[OpenNeed]:
    """The same as a page of its own: one row of audit a list."""
    for commune in actor.scopes(Role.CASE_OFFICER):
        audit.record(actor, "read_list", f"commune/{commune}")
    return open_needs(actor)


def record_need(
    actor: Actor,
    client_pid: str,
    *,
    kind: str,
    recorded_on: date,
    remark: str = "",
    told_by: str = "",
    where: str = "",
) -> Need:
    """Write down a need of a person of the actor's commune; one a kind and day.

    `told_by` says who spoke of it, `where` on what occasion, in words.
    """
    client = session().scalar(own_commune(actor).where(Client.pid == client_pid))
    if client is None:
        raise NotFound
    check_day(recorded_on, "recorded_on")
    same = select(Need.id).where(Need.client_id == client.id, Need.kind == kind)
    if session().scalar(same.where(Need.recorded_on == recorded_on)):
        raise Conflict(_("Nhu cầu này đã được ghi trong ngày đó."), field="kind")
    need = Need(client=client, kind=kind, recorded_on=recorded_on, remark=remark)
    session().add(need)
    session().flush()
    if told_by:
        session().add(NeedOrigin(client=client, need_id=need.id, told_by=told_by, where=where))
    audit.record(actor, "record_need", f"need/{need.pid}", client=client_pid)
    changes.note("need", need.pid, place=client.commune_code, day=recorded_on, n=1)
    return need


def get_need(actor: Actor, pid: str) -> Need:
    """A need of the actor's commune, with the person it belongs to; the reading is recorded."""
    need = _find(actor, pid)
    audit.opened(actor, f"need/{pid}", client=need.client.pid)
    return need


def meet_need(actor: Actor, pid: str, *, met_on: date, how: str) -> Need:
    """A need was met: on a day, in some way."""
    need = _find(actor, pid)
    if met_on < need.recorded_on:
        raise RuleBroken(_("Ngày đáp ứng phải từ ngày ghi nhận trở đi."), field="met_on")
    check_day(met_on, "met_on")
    need.met_on, need.how = met_on, how
    audit.record(actor, "meet_need", f"need/{pid}", client=need.client.pid)
    changes.note("need", pid, place=need.client.commune_code, day=met_on)
    return need


def _find(actor: Actor, pid: str) -> Need:
    need = session().scalar(
        select(Need)
        .join(Need.client)
        .options(contains_eager(Need.client))
        .where(Need.pid == pid)
        .where(Need.client_id.in_(own_commune(actor).with_only_columns(Client.id)))
    )
    if need is None:
        raise NotFound
    return need
