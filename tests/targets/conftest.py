"""An open transaction with all places, a clock that a test can set, and one row by its name."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from portal import clock, db
from portal.targets.plans import all_plans
from portal.targets.service import as_json, target_rows
from portal.vault import Vault
from tests import databases

TODAY = date(2026, 11, 21)
AskRow = Callable[..., dict[str, Any]]


@pytest.fixture
def today() -> Iterator[Callable[[date], None]]:
    """Set the clock's day; it runs again after the test."""
    clock.fix(TODAY)
    yield clock.fix
    clock.fix(None)


@pytest.fixture(scope="module", params=list(databases.FRESH))
def shared_engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An engine on one database for all tests of a file: each rolls back what it made."""
    with databases.FRESH[request.param]() as url:
        engine = db.make_engine(url)
        yield engine
        engine.dispose()


@pytest.fixture
def country(shared_engine: Engine, today: object) -> Iterator[Session]:
    """A database with all units and nobody in it, on 21 November 2026."""
    vault = Vault(bytes(32))
    with db.transaction(shared_engine, immediate=True, info={"vault": vault}) as session:
        yield session
        session.rollback()


@pytest.fixture
def row(country: Session) -> AskRow:
    """One target on one map as outsiders read it."""

    def ask(target: str, map_: str = "as_written", on: date | None = None) -> dict[str, Any]:
        (number,) = (
            plan.number for plan in all_plans() for known in plan.targets if known.id == target
        )
        return next(
            found
            for found in map(as_json, target_rows(number, on))
            if found["target"] == target and found["map"] == map_
        )

    return ask
