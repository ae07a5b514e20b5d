"""Whose way a case officer keeps: the people of the commune, each record about one of them."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from portal import audit, changes, clock
from portal.access import Actor
from portal.accounts.models import Post, User
from portal.db import session
from portal.errors import Conflict, NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import Client
from portal.people.service import own_commune

EARLIEST = date(2000, 1, 1)  # before it a day was mistyped
LONGEST_WAIT = timedelta(days=366 * 3)


def client_of(actor: Actor, pid: str) -> Client:
    """A person of the actor's commune; NotFound out of it."""
    client = session().scalar(own_commune(actor).where(Client.pid == pid))
    if client is None:
        raise NotFound
    return client


def open_client(actor: Actor, pid: str) -> Client:
    """The same, to be shown: the reading is recorded."""
    client = client_of(actor, pid)
    audit.opened(actor, f"client/{pid}", client=pid)
    return client


def row_of(actor: Actor, model: Any, pid: str) -> Any:
    """A record about a person of the actor's commune, with that person; NotFound out of it. Who
    moves it next waits, and sees where it stands then."""
    query = in_caseload(actor, model).where(model.pid == pid).with_for_update(of=model)
    found = session().scalar(query.execution_options(populate_existing=True))
    if found is None:
        raise NotFound
    return found


def open_row(actor: Actor, model: Any, pid: str) -> Any:
    """The same, to be shown: the reading is recorded."""
    row = row_of(actor, model, pid)
    audit.opened(actor, f"{model.__name__.lower()}/{pid}", client=row.client.pid)
    return row


def in_caseload(actor: Actor, model: Any) -> Select[Any]:
    """The records of a kind about the people of the actor's commune, each with its person."""
    reach = own_commune(actor).with_only_columns(Client.id)
    joined = select(model).join(model.client).options(contains_eager(model.client))
    return joined.where(model.client_id.in_(reach))


def rows_of(model: Any, client: Client, *order: Any) -> list[Any]:
    """The records of a kind about one person, whom the caller may see."""
    joined = select(model).join(model.client).options(contains_eager(model.client))
    return list(session().scalars(joined.where(model.client_id == client.id).order_by(*order)))


def put(actor: Actor, act: str, row: Any, *, n: int = 0) -> None:
    """Store a record that was made or altered; say so to the audit and to those who count."""
    kind = type(row).__name__.lower()
    session().add(row)
    session().flush()
    audit.record(actor, act, f"{kind}/{row.pid}", client=row.client.pid)
    changes.note(kind, row.pid, place=row.client.commune_code, day=clock.today(), n=n)


def check_move(moves: Mapping[Any, Iterable[Any]], state: Any, to: Any) -> None:
    """Refuse a move that the table of a kind of record does not have."""
    if to not in moves[state]:
        raise Conflict(_("Bước này không còn làm được. Mời tải lại trang."), field="to")


def check_day(day: date, field: str, *, since: date = EARLIEST) -> None:
    """A day on which something happened: not before `since`, not after today."""
    if day > clock.today():
        raise RuleBroken(_("Ngày không được sau hôm nay."), field=field)
    if day < since:
        first = f"{since:%d/%m/%Y}"
        raise RuleBroken(_("Ngày này phải từ %(day)s trở đi.", day=first), field=field)


def check_coming(day: date, field: str, *, since: date) -> None:
    """A day that something is to happen by: from `since` on, and not in another age."""
    if not since <= day <= clock.today() + LONGEST_WAIT:
        raise RuleBroken(_("Mời xem lại ngày hẹn."), field=field)


def who_did(pids: Iterable[str | None], client: Client) -> dict[str, str]:
    """As what each user acts for this person: "self" for their own, else the first role held."""
    wanted = {pid for pid in pids if pid}
    rows = session().execute(
        select(User.pid, Post.role, Post.scope)
        .join(Post, Post.user_id == User.id)
        .where(User.pid.in_(wanted))
        .order_by(Post.id.desc())
    )
    found: dict[str, str] = {}
    for pid, role, scope in rows:
        found[pid] = "self" if scope == client.pid else found.get(pid, role)
    return found
