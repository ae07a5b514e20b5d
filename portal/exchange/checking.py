"""Judges the rows of a file one by one: their cells, their codes, their keys, their rules."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from portal.exchange.cells import quoted
from portal.exchange.known import Known
from portal.exchange.reading import Row
from portal.exchange.report import BadFile, Problems
from portal.exchange.table import Column, Facts, Key, Table, Written
from portal.text import tidy

_tidy = lru_cache(maxsize=50_000)(tidy)
WRONG = object()


@dataclass
class Check:
    """A file being judged against what is stored; afterwards, what there is to write."""

    table: Table
    stored: dict[Key, Facts]
    known: Known
    problems: Problems = field(default_factory=Problems)
    lines: dict[Key, int] = field(default_factory=dict)
    unchanged: int = 0
    written: Written = field(default_factory=lambda: Written([], []))

    def read(self, rows: Iterator[Row]) -> None:
        """Judge every row; a file that cannot be read on is one more problem."""
        try:
            columns = self._columns(next(rows, None))
            for row in rows if columns else ():
                self._row(row, columns)
        except BadFile as bad:
            self.problems.add(bad.line, "", bad.message)
        self._together()

    def _columns(self, header: Row | None) -> list[Column]:
        """The columns that the first line names; none where it cannot be used."""
        if header is None:
            raise BadFile("the file is empty")
        named = {column.name: column for column in self.table.columns}
        names = [tidy(cell) for cell in header.cells]
        wrong = dict.fromkeys(name for name in names if name not in named)
        twice = dict.fromkeys(name for name in names if names.count(name) > 1)
        absent = [c.name for c in self.table.columns if c.required and c.name not in names]
        for name in wrong:
            reason = f"unknown column {quoted(name)}; allowed: {', '.join(named)}{_hint(name)}"
            self.problems.add(header.line, "", reason)
        for name in twice:
            self.problems.add(header.line, "", f"column {quoted(name)} stands there twice")
        for name in absent:
            self.problems.add(header.line, "", f"required column {name} is missing")
        return [] if self.problems.total else [named[name] for name in names]

    def _row(self, row: Row, columns: list[Column]) -> None:
        if len(row.cells) != len(columns):
            reason = f"has {len(row.cells)} cells; the first line has {len(columns)}"
            self.problems.add(row.line, "", reason)
            return
        given = {
            column.name: self._value(row.line, column, text)
            for column, text in zip(columns, row.cells, strict=True)
        }
        sound = all(value is not WRONG for value in given.values())
        if self._is_first(row.line, given) and sound:
            self._settle(row.line, given)

    def _value(self, line: int, column: Column, text: str) -> Any:
        text = tidy(text, lines=True) if column.cell.lines else _tidy(text)
        if not text:
            if column.required:
                self.problems.add(line, column.name, "must not be blank")
            return WRONG if column.required else column.cell.blank
        try:
            value = column.cell.read(text)
        except ValueError as error:
            self.problems.add(line, column.name, str(error))
            return WRONG
        return value if self._is_known(line, column, value) else WRONG

    def _is_known(self, line: int, column: Column, value: Any) -> bool:
        if column.refers is None:
            return True
        codes = value if column.listed else (value,)
        ids = self.known.ids(column.refers)
        unknown = [code for code in codes if code not in ids]
        for code in unknown:
            self.problems.add(line, column.name, self._reason(column, code))
        return not unknown

    def _reason(self, column: Column, code: str) -> Any:
        return lambda: self.known.unknown(column.refers, code)

    def _is_first(self, line: int, given: Facts) -> bool:
        """Whether no line before has the key; a key that is itself wrong is not compared."""
        key = self.table.key_of(given)
        if WRONG in key:
            return False
        first = self.lines.setdefault(key, line)
        if first == line:
            return True
        words = quoted(self.table.key_in_words(key))
        self.problems.add(line, self.table.key[0], f"{words} stands on line {first} already")
        return False

    def _settle(self, line: int, given: Facts) -> None:
        """Lay the row over the stored one, or over blank cells, and judge the whole."""
        old = self.stored.get(self.table.key_of(given))
        new = {**(old or self._blank()), **given}
        flaws = [flaw for rule in self.table.rules for flaw in rule(new, old, self.known)]
        for column, reason in flaws:
            self.problems.add(line, column, reason)
        if old is None:
            self.written.added.append(new)
        elif new == old:
            self.unchanged += 1
        else:
            self.written.changed.append((old, new))

    def _blank(self) -> Facts:
        return {column.name: column.cell.blank for column in self.table.columns}

    def _together(self) -> None:
        """Judge the rows of the file together with those that stay."""
        if self.table.across is None:
            return
        rows = {**self.stored, **{self.table.key_of(row): row for row in self.written.rows}}
        for key, column, reason in self.table.across(rows):
            if key in self.lines:
                self.problems.add(self.lines[key], column, reason)


def _hint(name: str) -> str:
    return " (columns are split by a comma)" if ";" in name or "\t" in name else ""
