"""Each test has a database of its own, on both kinds."""

import pytest
from sqlalchemy import Engine, inspect, text

from portal.db import Base, make_engine
from tests.databases import on_sqlite


@pytest.mark.parametrize("turn", [1, 2])
def test_what_a_test_writes_is_gone_for_the_next(engine: Engine, turn: int) -> None:
    assert "left_behind" not in inspect(engine).get_table_names()
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE left_behind (turn INTEGER)"))


def test_the_template_holds_every_table(engine: Engine) -> None:
    assert set(Base.metadata.tables) <= set(inspect(engine).get_table_names())


@on_sqlite
def test_a_test_can_do_with_sqlite_alone(engine: Engine) -> None:
    assert engine.dialect.name == "sqlite"


def test_postgresql_is_reached_by_the_address_everyone_writes() -> None:
    assert make_engine("postgresql://someone@/portal").dialect.driver == "psycopg"
