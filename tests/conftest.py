"""What every test may ask for: a database, and a browser."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from portal import clock
from portal.app import create_app
from portal.config import Settings
from portal.db import make_engine
from portal.installation import Installation, open_installation
from tests import databases
from tests.pages import Visitor
from tests.requirements import browser

TODAY = date(2026, 11, 21)


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")  # set by pytest-xdist


def pytest_configure(config: pytest.Config) -> None:
    """Before any worker starts, make the folder that they share."""
    if not _is_worker(config):
        databases.open_folder()


def pytest_unconfigure(config: pytest.Config) -> None:
    """After all workers have ended, however they did, clear it away."""
    if not _is_worker(config):
        databases.close_folder()


@pytest.fixture(params=list(databases.FRESH))
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database of the test's own, on each kind of database in turn."""
    with databases.FRESH[request.param]() as url:
        yield url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on a database of the test's own, filled as `databases.prepare` says."""
    made = make_engine(database_url)
    yield made
    made.dispose()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the machine's own Chromium, quiet: it asks nothing of the network."""
    quiet = ["background-networking", "component-update", "sync"]
    return {
        **browser_type_launch_args,
        "executable_path": browser(),
        "args": ["--no-sandbox", "--disable-gpu", "--no-first-run"]
        + [f"--disable-{name}" for name in quiet],
    }


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    """Settings of a demo installation on the test's own database, on a fixed day."""
    return Settings(
        data_dir=tmp_path,
        database_url=database_url,
        secret_key="a secret for tests",
        data_key=b"k" * 32,
        demo=True,
        today=TODAY,
        second_factor=False,
    )


@pytest.fixture
def installation(settings: Settings, engine: Engine) -> Iterator[Installation]:
    """An installation on the test's own database, on the fixed day."""
    yield open_installation(settings, engine)
    clock.fix(None)


@pytest.fixture
def app(installation: Installation) -> Flask:
    """The site on a database of the test's own."""
    made = create_app(installation)
    made.testing = True
    return made


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Someone with a browser, not signed in."""
    return Visitor(app)


@pytest.fixture
def work(installation: Installation) -> Iterator[Session]:
    """A transaction on the test's own database, as an edge opens it, on the fixed day."""
    with installation.transaction(writes=True) as session:
        yield session
