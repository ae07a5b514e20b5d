"""The outbox: queue work in the transaction that causes it; the worker does it afterwards."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from portal import clock
from portal.access import Actor
from portal.accounts.models import Post, User
from portal.db import session
from portal.messages.models import Notice, OutboxRow

HELD_FOR = timedelta(minutes=30)
RETRY_AFTER = timedelta(minutes=1)
MOST_TRIES = 8
SHOWN_FOR = timedelta(days=14)  # what is older has been read or has gone by
Job = Callable[[dict[str, Any]], None]


def queue(kind: str, payload: dict[str, Any], *, due_at: datetime | None = None) -> None:
    """Queue work of a kind for the worker, in the present transaction."""
    session().add(OutboxRow(kind=kind, payload=payload, due_at=due_at or clock.now()))


def queue_index(kind: str, pids: list[str]) -> None:
    """Have the search index follow these records: job, course, club or counselling_point."""
    if pids:
        queue("index", {"kind": kind, "pids": pids})


def next_due() -> OutboxRow | None:
    """The oldest work that is due and that no other worker holds."""
    return session().scalar(
        select(OutboxRow)
        .where(OutboxRow.done_at.is_(None), OutboxRow.due_at <= clock.now())
        .where(OutboxRow.tries < MOST_TRIES)
        .order_by(OutboxRow.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


def done(row: OutboxRow) -> None:
    """The work is done."""
    row.done_at = clock.now()


def hold(row: OutboxRow) -> None:
    """Long work begins: nobody else takes it meanwhile, but it is due again if this one dies."""
    row.due_at = clock.now() + HELD_FOR


def held(row_id: int) -> OutboxRow:
    """The work that was held."""
    return session().get_one(OutboxRow, row_id)


def put_off(row_id: int, error: str) -> None:
    """The work failed: try again later, twice as late each time."""
    row = held(row_id)
    row.tries += 1
    row.error = error[:1000]
    row.due_at = clock.now() + RETRY_AFTER * 2**row.tries


def backlog() -> tuple[int, int]:
    """How much work waits, and how much was given up after too many tries."""
    waiting = select(func.count()).where(OutboxRow.done_at.is_(None))
    stuck = waiting.where(OutboxRow.tries >= MOST_TRIES)
    return session().scalar(waiting) or 0, session().scalar(stuck) or 0


def notify(role: str, scope: str, template: str, **facts: str) -> None:
    """Put a notice on the start page of everyone who holds the role at the scope today."""
    notify_all(role, [scope], template, **facts)


def notify_all(role: str, scopes: Collection[str], template: str, **facts: str) -> None:
    """The same notice for everyone who holds the role at any of the scopes today."""
    day = clock.today()
    users = session().scalars(
        select(Post.user_id)
        .join(User, User.id == Post.user_id)
        .where(Post.role == role, Post.scope.in_(scopes), Post.from_on <= day)
        .where((Post.to_on.is_(None)) | (Post.to_on >= day))
        .where(User.disabled_at.is_(None))
        .distinct()
    )
    for user_id in users:
        session().add(Notice(user_id=user_id, template=template, facts=facts, made_at=clock.now()))


def list_notices(actor: Actor, *, limit: int = 10) -> list[Notice]:
    """The actor's newest notices."""
    query = (
        select(Notice)
        .join(User, User.id == Notice.user_id)
        .where(User.pid == actor.user)
        .order_by(Notice.id.desc())
        .limit(limit)
    )
    return list(session().scalars(query))


def news(actor: Actor, *, limit: int) -> list[Notice]:
    """Those of them of the last two weeks, for a start page."""
    since = clock.now() - SHOWN_FOR
    return [notice for notice in list_notices(actor, limit=limit) if notice.made_at > since]
