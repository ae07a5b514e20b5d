"""The indexes of a whole site, empty, on each kind of database in turn."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from portal.config import Settings
from portal.search.rooms import Rooms, open_rooms


def make_settings(folder: Path, site: str = "all") -> Settings:
    """The settings that search reads."""
    return Settings(folder, "", "secret", bytes(32), site)


@pytest.fixture
def rooms(engine: Engine, tmp_path: Path) -> Rooms:
    made = open_rooms(make_settings(tmp_path), engine)
    made.rebuild({})
    return made
