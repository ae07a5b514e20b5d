"""A transaction in which the places of the whole country are known."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from portal import db


@pytest.fixture
def country(engine: Engine) -> Iterator[Session]:
    """An open transaction on a database with all units."""
    with db.transaction(engine, immediate=True) as session:
        yield session
