"""What is exported and imported again changes nothing, whatever was in it."""

from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.clubs.models import Meeting
from portal.exchange.service import run_export, run_import
from portal.exchange.tables import TABLES
from portal.people.models import Client
from tests.exchange.conftest import Bring
from tests.exchange.world import WORLD


def test_there_is_a_world_of_every_kind() -> None:
    assert list(WORLD) == list(TABLES)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_export_and_import_change_nothing(world: Bring, tmp_path: Path, ending: str) -> None:
    for kind, content in WORLD.items():
        path = tmp_path / f"back.{ending}"
        rows = run_export(kind, path)
        report = run_import(kind, path)
        assert (report.new, report.changed, report.unchanged) == (0, 0, rows), kind
        assert path.stat().st_mode & 0o777 == 0o600
        assert content.splitlines()[0] == ",".join(TABLES[kind].names)


def test_the_same_file_again_touches_no_row(world: Bring, opened: Session) -> None:
    sealed = select(Client.name_sealed).order_by(Client.id)
    before = opened.scalars(sealed).all()
    for kind, content in WORLD.items():
        report = world(kind, content)
        assert (report.new, report.changed) == (0, 0), kind
    assert opened.scalars(sealed).all() == before
    assert opened.scalar(select(func.max(Meeting.version))) == 1
