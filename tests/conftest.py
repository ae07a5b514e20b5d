"""What every test may ask for: a database, and a browser."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine

from portal.db import make_engine
from tests import databases
from tests.requirements import browser


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
