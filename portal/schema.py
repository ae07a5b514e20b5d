"""Brings a database to the form that the models say, and fills what every installation has."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from portal import db
from portal.models import TABLES
from portal.reference import load

FOLDER = Path(__file__).parent / "migrations"


def upgrade(engine: Engine) -> bool:
    """Run the missing steps and load the reference data; True where a step was run."""
    with engine.execution_options(immediate=True).begin() as connection:
        due = _revision(connection) != newest()
        if due:
            command.upgrade(_config(connection), "head")
    if due:
        with db.transaction(engine, immediate=True):
            load()
    return due


def downgrade(engine: Engine, to: str) -> None:
    """Go back to a step; "base" is an empty database."""
    with engine.execution_options(immediate=True).begin() as connection:
        command.downgrade(_config(connection), to)


def current(engine: Engine) -> str | None:
    """The step that the database is at; None for an empty one."""
    with engine.connect() as connection:
        return _revision(connection)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str | None:
    """The last step there is."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def differences(engine: Engine) -> list[Any]:
    """What the database lacks of the models, or has beyond them."""
    with engine.connect() as connection:
        options = {"include_name": _is_ours}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), TABLES))


def _is_ours(name: str | None, kind: str, parents: Any) -> bool:
    """The tables of the search index are made by the index itself."""
    return not (kind == "table" and str(name).startswith("search_"))


def _config(connection: Any) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
