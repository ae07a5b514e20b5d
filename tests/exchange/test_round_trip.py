"""What is exported and imported again changes nothing, whatever was in it."""

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.clubs.models import Meeting
from portal.exchange.reading import read, write
from portal.exchange.service import run_export, run_import
from portal.exchange.tables import TABLES
from portal.people.models import Client
from portal.text import tidy
from tests.databases import on_sqlite
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


FORBIDDEN = set("\0\ufffe\uffff")
UGLY = st.one_of(
    st.text(max_size=40),
    st.text("'=+-@\"\n\r\t,;_x0D A\u0301\u200b\u2028\ufeffĐđ", max_size=12),
    st.text(max_size=40).map(lambda text: normalize("NFD", text)),
)
FREE: dict[str, dict[str, str]] = {
    "employers": {"code": "E8", "name": "", "commune_code": "26041"},
    "clients": {
        "code": "C8",
        "name": "",
        "birth_year": "1990",
        "commune_code": "26041",
        "education": "2",
    },
    "needs": {"client_code": "C1", "kind": "papers", "recorded_on": "2026-01-01", "how": ""},
    "meetings": {
        "code": "M8",
        "club_code": "B1",
        "starts_at": "2026-01-01T19:30",
        "place": "",
        "minutes": "",
    },
}
"""A row of each kind in which the blank cells take any text."""


@on_sqlite
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("kind", FREE)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=UGLY)
def test_any_text_comes_back_as_it_was_kept(
    world: Bring, tmp_path: Path, kind: str, ending: str, text: str
) -> None:
    assume(tidy(text) and not set(text) & FORBIDDEN)
    row = {name: cell or text for name, cell in FREE[kind].items()}
    typed, path = tmp_path / "typed.csv", tmp_path / f"kept.{ending}"
    write(typed, iter([list(row), list(row.values())]))
    run_import(kind, typed)
    rows = run_export(kind, path)
    assert run_import(kind, path).unchanged == rows
    names, *shown = (cells for _, cells in read(path))
    kept = [dict(zip(names, cells, strict=True)) for cells in shown]
    expected = {k: tidy(cell, lines=k in ("how", "minutes")) for k, cell in row.items()}
    assert any(expected.items() <= cells.items() for cells in kept)
