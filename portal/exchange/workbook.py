"""Excel workbooks (.xlsx): the first sheet; every cell is written as text.

A formula is refused when read: what it comes to is known only to the program that made it.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell

from portal.exchange.report import BadFile

NO_XML = re.compile("[\ufffe\uffff]")
# What comes of a file that is no zip, lacks a part or a sheet, or has one that is no XML.
BROKEN = (BadZipFile, zlib.error, EOFError, KeyError, IndexError, ValueError, SyntaxError)
MOST_BYTES = 500_000_000  # unpacked: a small file can hold a sheet that fills the memory


def read(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each row of the first sheet with its number, cut or filled to the width of the first."""
    try:
        _refuse_bombs(path)
        with closing(load_workbook(path, read_only=True)) as book:
            yield from _rows(book.worksheets[0])
    except BROKEN:
        raise BadFile("the file is not an .xlsx workbook") from None


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()
    width = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [_text(cell, number) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        width = width or len(cells)
        yield number, cells + [""] * (width - len(cells))


def write(path: Path, rows: Iterable[list[str]]) -> None:
    """Write one sheet of text cells: none is a formula, and none loses a zero."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([_text_cell(sheet, text) for text in row])
    with path.open("wb") as file:
        book.save(file)


def _refuse_bombs(path: Path) -> None:
    with ZipFile(path) as packed:
        if sum(part.file_size for part in packed.infolist()) > MOST_BYTES:
            raise BadFile("the workbook is too big; save it as CSV UTF-8")


def _text(cell: Any, line: int) -> str:
    if cell.data_type == "f":
        raise BadFile(f"cell {cell.coordinate} is a formula; paste its value", line)
    if cell.data_type == "e":
        raise BadFile(f"cell {cell.coordinate} holds the error {cell.value}", line)
    return _as_typed(cell.value)


def _as_typed(value: Any) -> str:
    """A cell's value as it would stand in a CSV file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%dT%H:%M}"
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _text_cell(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, NO_XML.sub("", text))
    cell.data_type = "s"
    cell.number_format = "@"
    return cell
