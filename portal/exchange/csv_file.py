"""CSV: UTF-8, with or without BOM, line by line, so that no file is too big and no line too long.

A cell that a spreadsheet would take for a formula is written with an apostrophe before it, and
read without; phone numbers and other plain numbers stay as they are.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from portal.exchange.report import BadFile

LONGEST_LINE = 1_000_000  # bytes
FORMULA = re.compile(r"'*[=+\-@]")
NUMBER = re.compile(r"[+-][0-9][0-9 .]*")
NO_TEXT = re.compile("[\0\ufffe\uffff]")


def read(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on."""
    with path.open("rb") as file:
        records = csv.reader(_lines(file), strict=True)
        begins = 1
        try:
            for cells in records:
                yield begins, [_as_typed(cell) for cell in cells]
                begins = records.line_num + 1
        except csv.Error as error:
            raise BadFile(_in_words(error), begins) from None


def write(path: Path, rows: Iterable[list[str]]) -> None:
    """Write with a BOM, by which spreadsheets know UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(map(_harmless, cells) for cells in rows)


def _lines(file: BinaryIO) -> Iterator[str]:
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise BadFile(f"is longer than {LONGEST_LINE:,} bytes", number)
        yield _decoded(line, number)


def _decoded(line: bytes, number: int) -> str:
    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        raise BadFile("is not UTF-8; save the file as CSV UTF-8", number) from None
    if NO_TEXT.search(text):
        raise BadFile("holds a NUL or a like character; save the file as CSV UTF-8", number)
    return text


def _in_words(error: csv.Error) -> str:
    told = str(error)
    if "end of data" in told or "field limit" in told:
        return "a quotation mark is opened and not closed"
    if "new-line" in told:
        return "holds a lone carriage return; save the file as CSV UTF-8"
    return f"is not CSV: {told}"


def _harmless(cell: str) -> str:
    return f"'{cell}" if _is_formula(cell) else cell


def _as_typed(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _is_formula(cell[1:]) else cell


def _is_formula(cell: str) -> bool:
    return bool(FORMULA.match(cell)) and not NUMBER.fullmatch(cell)
