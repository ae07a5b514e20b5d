"""Reads a table from a file: its column names, then its rows as text, each with its line."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from portal.exchange import csv_file, workbook
from portal.exchange.report import BadFile


class Row(NamedTuple):
    """The cells of one line, as text."""

    line: int
    cells: list[str]


def read(path: Path) -> Iterator[Row]:
    """The rows that hold anything, the column names first; BadFile where it cannot be read."""
    rows = workbook.read(path) if is_workbook(path) else csv_file.read(path)
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            yield Row(line, cells)


def write(path: Path, rows: Iterator[list[str]]) -> None:
    """Write rows, the column names first, for the owner's eyes only; whole or not at all."""
    form = workbook.write if is_workbook(path) else csv_file.write
    if path.is_symlink() or (path.exists() and not path.is_file()):
        form(path, rows)  # a pipe or a device: no other file can take its place
        return
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    try:
        form(part, rows)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def is_workbook(path: Path) -> bool:
    """Whether the name says Excel; the old .xls is refused by name."""
    if path.suffix.lower() in (".xls", ".xlsm", ".ods"):
        raise BadFile(f"{path.suffix} files are not read; save it as .xlsx or CSV UTF-8")
    return path.suffix.lower() == ".xlsx"
