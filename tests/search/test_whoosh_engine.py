"""What is Whoosh's own: files that may be missing, damaged, or written by many at once."""

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from portal.search import whoosh_engine
from portal.search.protocol import Entry, IndexBusy, IndexUnusable
from portal.search.whoosh_engine import WhooshEngine


def job(code: str) -> Entry:
    return Entry("job", code, "Phụ hồ")


def put_one(folder: Path, code: str) -> None:
    """What one of several processes does."""
    WhooshEngine(folder).put([job(code)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an index of one entry; its name has a space and marks."""
    made = tmp_path / "chỉ mục" / "outside"
    WhooshEngine(made).rebuild([job("1")])
    return made


def test_a_missing_index_is_said_to_be_missing(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "none")
    assert not engine.usable()
    for use in (
        lambda: engine.find("hồ"),
        lambda: engine.put([]),
        lambda: engine.remove("job", []),
    ):
        with pytest.raises(IndexUnusable, match=r"none.*portal index rebuild"):
            use()


@pytest.mark.parametrize("pattern", ["*.toc", "*.seg"])
@pytest.mark.parametrize("damage", [b"", b"damaged" * 100])
def test_a_damaged_index_is_told_and_made_again(folder: Path, pattern: str, damage: bytes) -> None:
    for file in folder.glob(pattern):
        file.write_bytes(damage)
    engine = WhooshEngine(folder)
    assert not engine.usable()
    with pytest.raises(IndexUnusable, match="portal index rebuild"):
        engine.find("hồ")
    engine.rebuild([job("2")])
    assert [hit.id for hit in engine.find("hồ").hits] == ["2"]


def test_an_index_deleted_and_made_again_by_others_is_seen(folder: Path) -> None:
    engine = WhooshEngine(folder)
    assert engine.find("hồ").total == 1
    shutil.rmtree(folder)
    assert not engine.usable()
    WhooshEngine(folder).rebuild([job("2")])
    assert [hit.id for hit in engine.find("hồ").hits] == ["2"]


def test_what_others_write_is_found_at_once(folder: Path) -> None:
    engine, other = WhooshEngine(folder), WhooshEngine(folder)
    assert engine.find("hồ").total == 1
    other.put([job("2")])
    assert engine.find("hồ").total == 2
    other.remove("job", ["1", "2"])
    assert engine.find("hồ").total == 0


def test_a_failed_write_changes_nothing_and_frees_the_lock(folder: Path) -> None:
    engine = WhooshEngine(folder)

    def broken() -> Iterator[Entry]:
        yield job("2")
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        engine.rebuild(broken())
    assert engine.find("hồ").total == 1
    engine.put([job("3")])
    assert engine.find("hồ").total == 2


def test_a_writer_that_waits_too_long_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whoosh_engine, "PATIENCE", 0.1)
    engine = WhooshEngine(folder)

    def slow() -> Iterator[Entry]:
        with pytest.raises(IndexBusy):
            WhooshEngine(folder).put([job("2")])
        yield job("3")

    engine.rebuild(slow())
    assert [hit.id for hit in engine.find("hồ").hits] == ["3"]


def test_many_processes_write_and_none_is_lost(folder: Path) -> None:
    codes = [f"n{number}" for number in range(12)]
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        list(pool.map(put_one, [folder] * len(codes), codes))
    assert WhooshEngine(folder).find("hồ").total == 1 + len(codes)


def test_threads_read_while_one_writes(folder: Path) -> None:
    engine = WhooshEngine(folder)
    with ThreadPoolExecutor(4) as pool:
        answers = [pool.submit(lambda: engine.find("hồ").total) for _ in range(60)]
        for number in range(10):
            engine.put([job(f"n{number}")])
        assert all(1 <= answer.result() <= 11 for answer in answers)
    assert engine.find("hồ").total == 11


def test_a_seeded_program_does_not_write_over_its_own_files(folder: Path) -> None:
    engine = WhooshEngine(folder)
    for number in range(4):
        random.seed(1)
        engine.put([job(f"n{number}")])
    assert engine.find("hồ").total == 5


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(IndexUnusable, match="cannot be made"):
        WhooshEngine(tmp_path / "file" / "index").rebuild([])


def test_whoosh_is_imported_without_warnings(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path\n"
        "from portal.search.whoosh_engine import WhooshEngine\n"
        f"engine = WhooshEngine(Path({str(tmp_path)!r}))\n"
        "engine.rebuild([]); engine.find('a')"
    )
    subprocess.run(
        [sys.executable, "-X", f"pycache_prefix={tmp_path}", "-W", "error", "-c", program],
        check=True,
    )


def test_a_writer_killed_in_the_middle_leaves_the_index_whole(folder: Path) -> None:
    program = (
        "import os\n"
        "from pathlib import Path\n"
        "from portal.search.protocol import Entry\n"
        "from portal.search.whoosh_engine import WhooshEngine\n"
        "def entries():\n"
        "    yield Entry('job', '2', 'Phụ hồ')\n"
        "    os._exit(9)\n"
        f"WhooshEngine(Path({str(folder)!r})).rebuild(entries())"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 9
    engine = WhooshEngine(folder)
    assert [hit.id for hit in engine.find("hồ").hits] == ["1"]
    engine.put([job("3")])
    assert engine.find("hồ").total == 2
