"""What is broken around the portal is said once and clearly, on the page or on one line."""

import os
import shutil
import socket
import subprocess
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from portal import cli, clock
from portal.config import ROOT
from portal.installation import Installation
from tests import databases
from tests.databases import on_sqlite
from tests.pages import Visitor
from tests.proofs.people import client_of

SEARCHES = ("/jobs?q=hàn", "/courses?q=hàn", "/search?q=hàn")
LISTS = ("/", "/jobs", "/courses", "/login")
NO_DATABASE = b"this is no database " * 100
KEYS = {"PORTAL_SECRET_KEY": "secret", "PORTAL_DATA_KEY": urlsafe_b64encode(b"k" * 32).decode()}
# Nobody may not even read the program, so it is read before.
BECOME_NOBODY = """
import os, sys, sqlalchemy.dialects.sqlite
from portal import cli
os.setgroups([]), os.setgid(65534), os.setuid(65534)
sys.exit(cli.main(sys.argv[1:]))
"""
only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")


@pytest.fixture
def without_index(province_site: Flask) -> Flask:
    """The province, its search index gone."""
    shutil.rmtree(province_site.extensions["installation"].settings.data_dir / "index")
    return province_site


@pytest.mark.parametrize("address", SEARCHES)
def test_a_missing_index_is_said_on_the_page(without_index: Flask, address: str) -> None:
    assert "Ô tìm kiếm đang hỏng" in Visitor(without_index).get(address, status=503)
    english = client_of(without_index, "member", "en").get(address)
    assert (english.status_code, "Search is out of order" in english.text) == (503, True)


def test_without_an_index_the_lists_still_work(without_index: Flask) -> None:
    visitor = client_of(without_index, "visitor")
    assert {visitor.get(address).status_code for address in LISTS} == {200}
    assert client_of(without_index, "member").get("/me/jobs").status_code == 200


def test_a_watcher_is_told_what_is_missing(province_site: Flask) -> None:
    folder = province_site.extensions["installation"].settings.data_dir
    asked = client_of(province_site, "visitor")
    assert asked.get("/healthz").status_code == 200
    shutil.rmtree(folder / "index")
    assert (asked.get("/healthz").status_code, asked.get("/healthz").text) == (
        503,
        "no search index",
    )


@on_sqlite
def test_a_watcher_is_told_of_a_database_that_is_none(
    app: Flask, installation: Installation
) -> None:
    installation.search.rebuild({})
    installation.engine.dispose()
    file = Path(installation.engine.url.database or "")
    for part in file.parent.glob(f"{file.name}*"):  # what SQLite keeps beside it too
        part.write_bytes(NO_DATABASE)
    answer = app.test_client().get("/healthz")
    assert (answer.status_code, answer.text) == (503, "no database")


class Shell:
    """Someone at a terminal; each command answers with its code and what it said on stderr."""

    def __init__(
        self, folder: Path, patch: pytest.MonkeyPatch, heard: pytest.CaptureFixture[str]
    ) -> None:
        self.folder, self._patch, self._heard = folder, patch, heard
        self.keys: dict[str, str] = {}

    @property
    def _own(self) -> dict[str, str]:
        return {"PORTAL_DATA_DIR": str(self.folder), **self.keys}

    def portal(self, *words: str, **settings: str) -> tuple[int, str]:
        """Run the command in the data folder, with the settings."""
        with self._patch.context() as environment:
            for name, value in (self._own | settings).items():
                environment.setenv(name, value)
            code = cli.main(words)
        return code, self._heard.readouterr().err

    def as_nobody(self, *words: str, **settings: str) -> tuple[int, str]:
        """The same in a process of somebody who owns nothing."""
        own = {"PYTHONPATH": str(ROOT), **self._own, **settings}
        command = [sys.executable, "-c", BECOME_NOBODY, *words]
        done = subprocess.run(command, env=own, capture_output=True, text=True, check=False)
        return done.returncode, done.stderr


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Shell]:
    """A terminal with an empty data folder."""
    yield Shell(tmp_path, monkeypatch, capsys)
    clock.fix(None)


@pytest.fixture
def filled_shell(shell: Shell, filled_folder: Path) -> Shell:
    """A terminal with the data folder of the province."""
    shutil.copytree(filled_folder, shell.folder, dirs_exist_ok=True)
    shell.keys = KEYS
    return shell


def _says(answer: tuple[int, str], *words: str, code: int = 1) -> None:
    """One clear line with the words, and the exit code."""
    assert answer[0] == code, answer
    assert len(answer[1].splitlines()) == 1, answer[1]
    assert all(word in answer[1] for word in words), answer[1]


def test_a_server_that_is_not_there_is_one_line(shell: Shell) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"postgresql+psycopg://portal@127.0.0.1:{free.getsockname()[1]}/portal"
    _says(shell.portal("targets", PORTAL_DATABASE_URL=url), "database")


def test_a_port_that_is_taken_is_named_with_the_flag(shell: Shell) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        _says(shell.portal("run", "--port", port), port, "--port")
    assert not (shell.folder / "portal.db").exists()


@only_root
def test_a_folder_that_cannot_be_made_is_named(shell: Shell) -> None:
    shell.folder = Path("/var/lib/portal-that-nobody-may-make")
    _says(shell.as_nobody("targets"), "PORTAL_DATA_DIR", str(shell.folder))


@only_root
def test_a_folder_that_cannot_be_written_is_named(shell: Shell) -> None:
    shell.folder = Path("/var/lib")
    _says(shell.as_nobody("targets"), str(shell.folder))


@only_root
def test_a_database_that_cannot_be_written_is_one_line(shell: Shell, filled_folder: Path) -> None:
    shell.folder = databases.shared("not-to-be-written")  # where others may look in
    shutil.copytree(filled_folder, shell.folder)
    shell.keys = KEYS
    _says(shell.as_nobody("demo"), "database")


def test_an_index_that_is_missing_is_one_line_with_the_remedy(filled_shell: Shell) -> None:
    shutil.rmtree(filled_shell.folder / "index")
    _says(filled_shell.portal("search", "thợ hàn"), "portal index rebuild")
    assert filled_shell.portal("index", "rebuild")[0] == 0
    assert filled_shell.portal("search", "thợ hàn")[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("match", "--client", "nobody"),
        ("match", "--opening", "nothing"),
        ("targets", "--plan", "no-plan"),
        ("export", "clients", "/nowhere/clients.csv"),
        ("import", "clients", "/nowhere/clients.csv"),
    ],
)
def test_what_is_not_there_is_one_line_that_repeats_it(
    filled_shell: Shell, words: tuple[str, ...]
) -> None:
    _says(filled_shell.portal(*words), words[-1])
