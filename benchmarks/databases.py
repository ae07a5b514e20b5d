"""Fresh installations to measure on: SQLite in a file, PostgreSQL as it stands on a disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from portal import schema
from portal.config import Settings
from portal.installation import Installation, open_installation
from tests import postgres

SAFE = ("fsync", "synchronous_commit", "full_page_writes")


@contextmanager
def sqlite() -> Iterator[Installation]:
    """In a folder that goes afterwards."""
    with TemporaryDirectory() as folder:
        yield from _installed(Path(folder), f"sqlite:///{folder}/portal.db")


@contextmanager
def postgresql() -> Iterator[Installation]:
    """On the server of the tests, which is told to keep what it is given."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # as root, the server runs as somebody else
        server = Path(folder) / "postgres"
        address = postgres.server(server)
        try:
            for name in SAFE:
                postgres.execute(address, f"ALTER SYSTEM SET {name} = on")
            postgres.execute(address, "SELECT pg_reload_conf()")
            postgres.execute(address, "CREATE DATABASE bench")
            url = address.set(database="bench").render_as_string(hide_password=False)
            yield from _installed(Path(folder), url)
        finally:
            postgres.stop(server)


def _installed(folder: Path, url: str) -> Iterator[Installation]:
    settings = Settings(
        data_dir=folder,
        database_url=url,
        secret_key="benchmark",
        data_key=b"k" * 32,
        demo=True,
        second_factor=False,
    )
    installation = open_installation(settings)
    schema.upgrade(installation.engine)
    yield installation
    installation.engine.dispose()
