"""A site holds the indexes of its own kinds and no other."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from portal.search.protocol import Entry
from portal.search.rooms import open_rooms
from tests.databases import on_sqlite
from tests.search.conftest import make_settings

pytestmark = on_sqlite


@pytest.mark.parametrize(
    ("site", "kinds", "folders"),
    [
        ("all", ("job", "course", "club", "counselling_point"), ["inside", "outside"]),
        ("public", ("job", "course"), ["outside"]),
        ("inside", ("club", "counselling_point"), ["inside"]),
    ],
)
def test_a_site_finds_its_own_kinds(
    engine: Engine, tmp_path: Path, site: str, kinds: tuple[str, ...], folders: list[str]
) -> None:
    rooms = open_rooms(make_settings(tmp_path, site), engine)
    assert not rooms.usable()
    rooms.rebuild({})
    assert rooms.usable()
    assert rooms.kinds == kinds
    assert sorted(folder.name for folder in (tmp_path / "index").iterdir()) == folders


def test_the_two_indexes_share_no_entry(engine: Engine, tmp_path: Path) -> None:
    rooms = open_rooms(make_settings(tmp_path), engine)
    rooms.rebuild({"club": lambda: [Entry("club", "1", "Nhịp Cầu")]})
    public = open_rooms(make_settings(tmp_path, "public"), engine)
    assert public.find("nhịp cầu").total == 0
    assert public.find("nhịp cầu", ["club"]).total == 0
    assert rooms.find("nhịp cầu").total == 1
