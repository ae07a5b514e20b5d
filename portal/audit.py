"""Who saw or changed what: rows that are only ever added, each chained to the one before."""

import json
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from hashlib import sha256

from sqlalchemy import DDL, Text, event, func, select
from sqlalchemy.orm import Mapped, mapped_column

from portal import clock
from portal.access import Actor
from portal.db import Base, Identified, Work, session

READ = "read"  # how the name of every act begins by which somebody's data is shown
CHAIN_LOCK = 8_257  # any number: the advisory lock that writers of the chain queue at


class AuditRow(Identified, Base):
    """One act: who, as what, did what to which record, about which client."""

    __tablename__ = "audit"

    at: Mapped[datetime]
    user_pid: Mapped[str | None] = mapped_column(index=True)
    roles: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    client_pid: Mapped[str | None] = mapped_column(index=True)
    reason: Mapped[str] = mapped_column(Text, default="")
    digest: Mapped[str]


def record(
    actor: Actor, action: str, subject: str, *, client: str | None = None, reason: str = ""
) -> None:
    """Add a row in the current transaction; that of a reading stands even where the request is
    refused, for the names were shown.

    `action` is a verb of the trade ("read_list"), `subject` names the record ("client/<pid>"),
    `client` is the public id of the person it is about.
    """
    _queue_for_chain()
    row = AuditRow(
        at=clock.now(),
        user_pid=actor.user,
        roles=" ".join(sorted({post.role.value for post in actor.posts})),
        action=action,
        subject=subject,
        client_pid=client,
        reason=reason,
    )
    row.digest = _digest(_last_digest(), row)
    session().add(row)
    session().flush()
    if action.startswith(READ):
        again = partial(record, actor, action, subject, client=client, reason=reason)
        session().info.setdefault("readings", {})[action, subject, client, reason] = again


def opened(actor: Actor, subject: str, *, client: str, reason: str = "") -> None:
    """Record that another person's data is read."""
    if actor.client != client:
        record(actor, READ, subject, client=client, reason=reason)


def readings_again() -> list[Work]:
    """The readings of a transaction that was rolled back, each once, to be written after it."""
    return list(session().info.get("readings", {}).values())


def verify() -> int | None:
    """The id of the first row that does not follow from those before it, or None."""
    previous = ""
    for row in _rows():
        if row.digest != _digest(previous, row):
            return row.id
        previous = row.digest
    return None


def _rows() -> Iterator[AuditRow]:
    return iter(session().scalars(select(AuditRow).order_by(AuditRow.id)).yield_per(1000))


def _queue_for_chain() -> None:
    if session().get_bind().dialect.name == "postgresql":
        session().execute(select(func.pg_advisory_xact_lock(CHAIN_LOCK)))


def _last_digest() -> str:
    newest = select(AuditRow.digest).order_by(AuditRow.id.desc()).limit(1)
    return session().scalar(newest) or ""


def _digest(previous: str, row: AuditRow) -> str:
    content = [
        previous,
        row.at.isoformat(),
        row.user_pid,
        row.roles,
        row.action,
        row.subject,
        row.client_pid,
        row.reason,
    ]
    return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def _insert_only(dialect: str, ddl: str) -> None:
    statement = DDL(ddl)  # type: ignore[no-untyped-call]
    event.listen(AuditRow.__table__, "after_create", statement.execute_if(dialect=dialect))


SQLITE_GUARDS = tuple(
    f"CREATE TRIGGER audit_no_{verb.lower()} BEFORE {verb} ON audit "
    "BEGIN SELECT RAISE(ABORT, 'audit rows are only ever added'); END"
    for verb in ("UPDATE", "DELETE")
)
POSTGRES_GUARDS = (
    "CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'audit rows are only ever added'; END $$",
    "CREATE TRIGGER audit_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
)
for _ddl in SQLITE_GUARDS:
    _insert_only("sqlite", _ddl)
for _ddl in POSTGRES_GUARDS:
    _insert_only("postgresql", _ddl)
