"""An installation of its own for each test, driven by command only."""

from pathlib import Path

import pytest

from portal import cli
from tests.outsider.driving import TODAY, Portal


@pytest.fixture
def portal(
    database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Portal:
    """Runs a command, which has to end well, and gives what it says."""
    for name, value in {
        "DEMO": "1",
        "TODAY": TODAY.isoformat(),
        "DATABASE_URL": database_url,
    }.items():
        monkeypatch.setenv(f"PORTAL_{name}", value)
    monkeypatch.setenv("PORTAL_DATA_DIR", str(tmp_path))

    def run(*arguments: str) -> str:
        ended = cli.main(arguments)
        said = capsys.readouterr()
        assert ended == 0, said.err
        return said.out

    run("index", "rebuild")
    return run
