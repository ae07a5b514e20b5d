"""A database of its own for each test, copied from a template that is filled once per run.

All processes of a run share one folder; who comes first makes the template in it.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine

from portal import schema
from portal.db import make_engine
from tests import postgres

FOLDER = "PORTAL_TEST_FOLDER"

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""Marks tests to which the kind of database makes no difference, such as those in a browser."""


def prepare(engine: Engine) -> None:
    """Put into the template what every installation has from its first day."""
    schema.upgrade(engine)


def open_folder() -> None:
    """Make the folder that all processes of this run share; they inherit its name."""
    folder = tempfile.mkdtemp(prefix="portal-tests-")
    Path(folder).chmod(0o755)  # as root, the database server runs as somebody else
    os.environ[FOLDER] = folder


def close_folder() -> None:
    """Stop what was started and leave nothing behind."""
    folder = _folder()
    if (folder / "postgresql.filled").exists():
        postgres.execute(_server(), f'DROP DATABASE "{_template()}"')
    postgres.stop(folder / "postgres")
    shutil.rmtree(folder)


@contextmanager
def sqlite() -> Iterator[str]:
    """The address of a fresh SQLite database."""
    template = _folder() / "sqlite.db"
    with made_once("sqlite") as first:
        if first:
            _fill(f"sqlite:///{template}")
    file = _folder() / f"{uuid4().hex}.db"
    shutil.copyfile(template, file)
    try:
        yield f"sqlite:///{file}"
    finally:
        for left in _folder().glob(f"{file.name}*"):
            left.unlink()


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a fresh PostgreSQL database."""
    with made_once("postgresql") as first:
        server = _server()
        if first:
            postgres.execute(server, f'CREATE DATABASE "{_template()}"')
            _fill(server.set(database=_template()).render_as_string(hide_password=False))
    name = f"portal-test-{uuid4().hex}"
    postgres.execute(server, f'CREATE DATABASE "{name}" TEMPLATE "{_template()}"')
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        postgres.execute(server, f'DROP DATABASE "{name}" WITH (FORCE)')


FRESH = {"sqlite": sqlite, "postgresql": postgresql}


def _folder() -> Path:
    return Path(os.environ[FOLDER])


def _server() -> postgres.URL:
    return postgres.server(_folder() / "postgres")


def _template() -> str:
    return _folder().name  # unique to this run, also on a server that several share


def shared(name: str) -> Path:
    """A place in the folder that all processes of this run share."""
    return _folder() / name


@contextmanager
def made_once(kind: str) -> Iterator[bool]:
    """Hold the lock of `kind` and tell whether what it stands for is still to be made."""
    done = _folder() / f"{kind}.filled"
    with (_folder() / f"{kind}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield not done.exists()
        done.touch()


def _fill(url: str) -> None:
    engine = make_engine(url)
    prepare(engine)
    engine.dispose()
