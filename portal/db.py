"""The database: the base of all tables, engines, and the transaction that an edge opens.

Edges (a request, a command, a job of the worker) open `transaction`; services call `session()`
and never commit. SQLite begins IMMEDIATE wherever something may be written, so two writers
queue instead of losing each other's work.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    DateTime,
    Dialect,
    Engine,
    Integer,
    MetaData,
    String,
    create_engine,
    event,
)
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UTCDateTime(TypeDecorator[datetime]):
    """An aware instant, kept in UTC; SQLite forgets the zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """All tables; names of constraints are fixed so that a broken one can be told apart."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: UTCDateTime(), str: String()}  # noqa: RUF012


def new_pid() -> str:
    """A random public id: 128 bits, 22 characters that an address can carry."""
    return secrets.token_urlsafe(16)


class Identified:
    """A row with a number that never leaves the database."""

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


class Public(Identified):
    """A row that an address can name, by a public id that tells nothing."""

    pid: Mapped[str] = mapped_column(String(22), unique=True, default=new_pid)

    def __init__(self, **values: Any) -> None:
        """Know the public id at once and first: sealed fields are bound to it as they are set."""
        super().__init__(**{"pid": new_pid(), **values})


class Coded(Public):
    """A public row that an import file can name; made by hand it is coded by its public id."""

    code: Mapped[str] = mapped_column(unique=True)

    def __init__(self, **values: Any) -> None:
        values.setdefault("pid", new_pid())
        values.setdefault("code", values["pid"])
        super().__init__(**values)


class Versioned:
    """A row that two people may edit: a stale save is refused instead of winning."""

    version: Mapped[int] = mapped_column(default=1)


def make_engine(url: str) -> Engine:
    """An engine whose transactions begin as their `immediate` option says."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite_engine(url)
    if parsed.drivername == "postgresql":  # the way everyone writes it; the driver is psycopg 3
        parsed = parsed.set(drivername="postgresql+psycopg")
    return create_engine(parsed, pool_pre_ping=True)


def _sqlite_engine(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": 30, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _settle(connection: Any, record: object) -> None:
        connection.isolation_level = None  # the begin event below says how to begin
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "busy_timeout=30000",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


_current: ContextVar[Session] = ContextVar("session")


def session() -> Session:
    """The session of the transaction that the edge has opened."""
    return _current.get()


@contextmanager
def transaction(
    engine: Engine, *, immediate: bool, info: dict[str, Any] | None = None
) -> Iterator[Session]:
    """Open a session as the current one; commit at the end, roll back on any exception."""
    bound = engine.execution_options(immediate=immediate)
    with Session(bound, info=info or {}, expire_on_commit=False) as opened:
        token = _current.set(opened)
        try:
            yield opened
            opened.commit()
        finally:
            _current.reset(token)


Work = Callable[[], None]


def afterwards(work: Work) -> None:
    """Have the edge run `work` in a transaction of its own, once the present one has ended.

    For what must stand whatever becomes of the request: tries, limits, session times.
    """
    session().info.setdefault("afterwards", []).append(work)
