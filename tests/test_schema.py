"""Migrations: up and down, with data, and equal to the models."""

from datetime import date

from sqlalchemy import Engine, inspect, select

from portal import schema
from portal.access import Actor
from portal.audit import record
from portal.installation import Installation
from portal.people.models import CaseFile, Client


def test_the_steps_make_what_the_models_say(engine: Engine) -> None:
    assert schema.differences(engine) == []


def test_the_newest_step_is_reached_once(engine: Engine) -> None:
    assert schema.current(engine) == schema.newest()
    assert schema.upgrade(engine) is False


def test_down_to_nothing_and_up_again_with_data(installation: Installation) -> None:
    with installation.transaction(writes=True) as work:
        client = Client(name="Lê Thị Hoa", birth_year=1990, commune_code="26041", education=2)
        work.add(client)
        work.flush()
        work.add(CaseFile(client_id=client.id, kind="voluntary", completed_on=date(2026, 1, 2)))
        record(Actor("x"), "read", "client/x")
    schema.downgrade(installation.engine, "base")
    assert set(inspect(installation.engine).get_table_names()) <= {"alembic_version"}
    assert schema.upgrade(installation.engine) is True
    assert schema.differences(installation.engine) == []
    with installation.transaction(writes=False) as work:
        assert work.scalars(select(Client)).all() == []
