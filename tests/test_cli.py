"""What goes wrong with a command is said in one line, with the right end and nothing stored."""

from pathlib import Path

import pytest

from portal import cli

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own, on a fixed day."""
    for name, value in {"DATA_DIR": str(tmp_path), "DEMO": "1", "TODAY": "2026-11-21"}.items():
        monkeypatch.setenv(f"PORTAL_{name}", value)
    monkeypatch.delenv("PORTAL_DATABASE_URL", raising=False)
    return tmp_path


def refused(capture: Capture, *arguments: str) -> tuple[int, str]:
    """How the command ended, and the one line that it said."""
    try:
        ended = cli.main(arguments)
    except SystemExit as end:
        ended = int(end.code or 0)
    said = capture.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return ended, said.err


@pytest.mark.parametrize(
    "arguments",
    [(), ("nonsense",), ("import", "skills"), ("match",), ("targets", "--on", "yesterday"),
     ("run", "--port", "99999"), ("search", "x", "--kind", "boat")],
)  # fmt: skip
def test_what_is_asked_wrongly_ends_with_2(arguments: tuple[str, ...], capsys: Capture) -> None:
    ended, line = refused(capsys, *arguments)
    assert ended == 2
    assert "--help" in line


@pytest.mark.parametrize(
    ("name", "value"),
    [("DATABASE_URL", "nonsense"), ("DATABASE_URL", "mysql://user:secret@host/name"),
     ("DATABASE_URL", "postgresql://host:port/name"), ("DATA_KEY", "short"), ("SITE", "moon"),
     ("DEMO", "0"), ("TODAY", "2026-02-30")],
)  # fmt: skip
def test_a_wrong_setting_is_named(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv(f"PORTAL_{name}", value)
    ended, line = refused(capsys, "targets")
    assert ended == 1
    assert "PORTAL_" in line
    assert "secret" not in line


def test_a_file_that_is_no_database_is_named_so(data: Path, capsys: Capture) -> None:
    (data / "portal.db").write_text("this is not a database " * 100)
    ended, line = refused(capsys, "targets")
    assert (ended, "the database cannot be used" in line) == (1, True)


def test_another_data_key_opens_nothing(data: Path, capsys: Capture) -> None:
    clients = data / "clients.csv"
    clients.write_text("code,name,birth_year,commune_code,education\nc1,An,1990,26041,3\n")
    assert cli.main(["import", "clients", str(clients)]) == 0
    (data / "data.key").unlink()
    capsys.readouterr()
    ended, line = refused(capsys, "export", "clients", str(data / "out.csv"))
    assert (ended, "data key" in line) == (1, True)
    assert not (data / "out.csv").exists()
