"""portal report: one file by command, or one clear line and no file."""

import json
from functools import partial
from pathlib import Path

import pytest

from portal import cli
from portal.commands import ground
from portal.targets.reports.formats import FORMATS
from tests.databases import on_sqlite
from tests.targets import papers

pytestmark = on_sqlite
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def out(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file is asked for, beside an installation of its own with a small province."""
    values = {"DATA_DIR": str(tmp_path / "data"), "DEMO": "1", "TODAY": "2026-11-21"}
    for name, value in (values | {"DATABASE_URL": database_url}).items():
        monkeypatch.setenv(f"PORTAL_{name}", value)
    with ground.installation().transaction(writes=True):
        papers.fill()
    return tmp_path / "paper"


def _report(out: Path, plan: str = "257/KH-UBND", **options: str) -> int:
    asked = {"place": "75", "period": "2026-Q3", "format": "json"} | options
    words = [part for name, value in asked.items() for part in (f"--{name}", value)]
    return cli.main(["report", plan, *words, "--out", str(out)])


def test_every_format_is_written_twice_alike(out: Path, capsys: Capture) -> None:
    for ending in FORMATS:
        written = []
        for _ in range(2):
            assert _report(out, format=ending) == 0
            written.append(out.read_bytes())
        assert written[0] == written[1]
    assert capsys.readouterr().err == ""


def test_the_figures_are_exact_and_the_paper_vietnamese(out: Path) -> None:
    assert _report(out) == 0
    told = json.loads(out.read_text())
    assert told["head"]["kind"] == "BÁO CÁO"
    rows = next(annex["rows"] for annex in told["annexes"] if annex["key"] == "clubs")
    assert rows == [
        [1, "=1+1", "Phường Trảng Dài", "2024-08-01", "+84912345678", "đang hoạt động", 3, 2, 2, 0]
    ]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"place": "731"}, "no place has the code 731"),
        ({"place": "48"}, "not in the area of plan 257/KH-UBND"),
        ({"period": "2026-Q5"}, "period"),
        ({"period": "2026-02-30..2026-03-01"}, "period"),
        ({"period": "2027"}, "period"),
        ({"plan": "nope"}, "nope"),
    ],
)
def test_what_cannot_be_made_ends_with_1_one_line_and_no_file(
    out: Path, wrong: dict[str, str], says: str, capsys: Capture
) -> None:
    assert partial(_report, out)(**wrong) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert says in said
    assert [path.name for path in out.parent.iterdir()] == ["data"]


def test_a_folder_that_is_not_there_is_named(out: Path, capsys: Capture) -> None:
    assert _report(out / "none" / "paper") == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("wrong", [{"format": "doc"}, {"format": ""}])
def test_what_is_asked_wrongly_ends_with_2(out: Path, wrong: dict[str, str]) -> None:
    with pytest.raises(SystemExit) as end:
        _report(out, **wrong)
    assert end.value.code == 2
    assert not out.exists()
