"""What stands in a cell comes in as text, and goes out so that no spreadsheet can act on it."""

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.exchange.report import BadFile, ImportRefused
from portal.exchange.service import run_export, run_import
from portal.jobs.models import Employer
from portal.trades.models import Skill
from tests.databases import on_sqlite
from tests.exchange.conftest import Bring

pytestmark = on_sqlite
SKILLS = "code,name_vi,name_en\n"
CELLS = ["=1+1", "@SUM(A1)", "+84912345678", "09123", "-5", "- gạch đầu dòng", "'=1", "'chữ"]


def _names(opened: Session) -> list[str]:
    return list(opened.scalars(select(Skill.name_vi).order_by(Skill.code)))


def test_with_a_bom_and_windows_line_ends(bring: Bring, opened: Session) -> None:
    bring("skills", "\ufeff" + SKILLS.replace("\n", "\r\n") + "a,Hàn,b\r\n\r\nb,May,c\r\n")
    assert _names(opened) == ["Hàn", "May"]


def test_marks_are_composed_and_spaces_tidied(bring: Bring, opened: Session) -> None:
    bring("skills", SKILLS + f"a,{normalize('NFD', '  Hàn   điện ')},b\n")
    assert _names(opened) == ["Hàn điện"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_formulas_stay_text_and_numbers_keep_their_zeros(
    bring: Bring, opened: Session, tmp_path: Path, ending: str
) -> None:
    rows = "".join(f"s{n},{cell},e\n" for n, cell in enumerate(CELLS))
    bring("skills", SKILLS + rows)
    kept = _names(opened)
    assert kept == [cell if cell != "'=1" else "=1" for cell in CELLS]
    path = tmp_path / f"out.{ending}"
    run_export("skills", path)
    assert run_import("skills", path).changed == 0
    assert _names(opened) == kept
    if ending == "xlsx":
        cells = [row[1] for row in load_workbook(path).worksheets[0].iter_rows(min_row=2)]
        assert [cell.value for cell in cells] == kept
        assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    else:
        with path.open(encoding="utf-8-sig", newline="") as file:
            shown = [row[1] for row in csv.reader(file)][1:]
        assert shown[:4] == ["'=1+1", "'@SUM(A1)", "+84912345678", "09123"]


def _book(path: Path, *rows: list[Any]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_numbers_and_days_of_a_workbook(bring: Bring, opened: Session, tmp_path: Path) -> None:
    header = ["code", "name", "commune_code", "founded_on", "decision", None]
    row = [1.0, "Câu lạc bộ", 26011, date(2024, 9, 1), 12, None]
    path = _book(tmp_path / "clubs.xlsx", header, row, [None] * 6)
    assert run_import("clubs", path).new == 1
    run_export("clubs", tmp_path / "clubs.csv")
    text = (tmp_path / "clubs.csv").read_text("utf-8-sig")
    assert text.splitlines()[1] == "1,Câu lạc bộ,26011,2024-09-01,12,operating,,"


def test_times_and_yes_of_a_workbook(world: Bring, opened: Session, tmp_path: Path) -> None:
    header = ["code", "club_code", "starts_at"]
    path = _book(tmp_path / "m.xlsx", header, ["M1", "B1", datetime(2026, 3, 22, 19, 30)])  # noqa: DTZ001
    assert run_import("meetings", path).changed == 0
    header = ["code", "name", "commune_code", "pledged"]
    run_import("employers", _book(tmp_path / "e.xlsx", header, ["E9", "n", "26041", True]))
    assert opened.scalar(select(Employer.pledged).where(Employer.code == "E9")) is True


@pytest.mark.parametrize(
    ("cell", "reason"),
    [("=1+1", "cell B2 is a formula; paste its value"), ("#N/A", "cell B2 holds the error #N/A")],
)
def test_a_cell_that_holds_no_value_is_refused(
    bring: Bring, tmp_path: Path, cell: str, reason: str
) -> None:
    path = _book(tmp_path / "f.xlsx", ["code", "name_vi", "name_en"], ["a", cell, "b"])
    with pytest.raises(ImportRefused, match=f"^line 2: {reason}$"):
        run_import("skills", path)


def test_what_is_no_workbook_is_refused(bring: Bring, tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    path.write_text(SKILLS)
    with pytest.raises(ImportRefused, match=r"^line 1: the file is not an \.xlsx workbook$"):
        run_import("skills", path)


def test_a_damaged_workbook_is_refused(bring: Bring, tmp_path: Path) -> None:
    path = _book(tmp_path / "f.xlsx", ["code", "name_vi", "name_en"], ["a", "b", "c"])
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(ImportRefused, match=r"^line 1: the file is not an \.xlsx workbook$"):
        run_import("skills", path)


def test_a_link_is_written_through(world: Bring, tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    link.symlink_to(target)
    run_export("skills", link)
    assert link.is_symlink()
    assert target.read_text("utf-8-sig").startswith("code,name_vi")


def test_what_cannot_be_written_leaves_what_was_there(world: Bring, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"cannot write .*: No such file"):
        run_export("skills", tmp_path / "none" / "skills.csv")
    assert not list(tmp_path.glob(".*"))
