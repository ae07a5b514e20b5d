"""An open transaction with all places, a clock that a test can set, and one row by its name."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from portal import clock, db
from portal.targets.service import as_json, target_rows
from portal.vault import Vault

TODAY = date(2026, 11, 21)
AskRow = Callable[..., dict[str, Any]]


@pytest.fixture
def today() -> Iterator[Callable[[date], None]]:
    """Set the clock's day; it runs again after the test."""
    clock.fix(TODAY)
    yield clock.fix
    clock.fix(None)


@pytest.fixture
def country(engine: Engine, today: object) -> Iterator[Session]:
    """A database with all units and nobody in it, on 21 November 2026."""
    vault = Vault(bytes(32))
    with db.transaction(engine, immediate=True, info={"vault": vault}) as session:
        yield session


@pytest.fixture
def row(country: Session) -> AskRow:
    """One target on one map as outsiders read it."""

    def ask(target: str, map_: str = "as_written", on: date | None = None) -> dict[str, Any]:
        return next(
            found
            for found in map(as_json, target_rows(on=on))
            if found["target"] == target and found["map"] == map_
        )

    return ask
