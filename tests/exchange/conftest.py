"""A transaction with an opened vault, on a fixed day, into which files are imported."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from portal import clock, db
from portal.exchange.report import ImportRefused, ImportReport
from portal.exchange.service import run_import
from portal.vault import Vault
from tests.exchange.world import WORLD

TODAY = date(2026, 11, 21)
Bring = Callable[..., ImportReport]


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.fix(TODAY)
    yield
    clock.fix(None)


@pytest.fixture
def opened(engine: Engine) -> Iterator[Session]:
    """An open transaction on a database with all units."""
    with db.transaction(engine, immediate=True, info={"vault": Vault(b"k" * 32)}) as session:
        yield session


@pytest.fixture
def bring(opened: Session, tmp_path: Path) -> Bring:
    """Import text, or bytes, as a CSV file of a kind."""

    def imported(kind: str, content: str | bytes, *, dry_run: bool = False) -> ImportReport:
        path = tmp_path / f"{kind}.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return run_import(kind, path, dry_run=dry_run)

    return imported


@pytest.fixture
def world(bring: Bring) -> Bring:
    """The same, with a row or two of every kind there already."""
    for kind, content in WORLD.items():
        bring(kind, content)
    return bring


@pytest.fixture
def refusal(world: Bring) -> Callable[[str, str | bytes], list[str]]:
    """The lines with which a file is refused."""

    def refused(kind: str, content: str | bytes) -> list[str]:
        with pytest.raises(ImportRefused) as caught:
            world(kind, content)
        return caught.value.lines()

    return refused
