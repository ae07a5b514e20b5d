"""Imports a table from a file, all or nothing, and exports it with the same columns.

Both run in a transaction that the edge has opened (`immediate=True`: both leave an audit row).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from sqlalchemy.exc import IntegrityError
from tqdm import tqdm

from portal import audit, changes
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound
from portal.exchange import reading
from portal.exchange.checking import Check
from portal.exchange.known import Known
from portal.exchange.report import BadFile, ImportRefused, ImportReport, Problems
from portal.exchange.storing import load, store
from portal.exchange.table import Facts, Table
from portal.exchange.tables import TABLES

Row = TypeVar("Row")
OPERATOR = Actor()
"""Whoever may run commands on the machine: known to the system, not to the portal."""


def table_of(kind: str) -> Table:
    """The table of a kind."""
    if kind not in TABLES:
        raise NotFound(f"there is no kind {kind}; the kinds are {', '.join(TABLES)}")
    return TABLES[kind]


def run_import(kind: str, path: Path, *, dry_run: bool = False) -> ImportReport:
    """Import a file: every row, or none and ImportRefused with all that is wrong.

    A dry run does everything and takes it back.
    """
    return import_table(table_of(kind), path, actor=OPERATOR, dry_run=dry_run)


def import_table(table: Table, path: Path, *, actor: Actor, dry_run: bool) -> ImportReport:
    """The same of a table that may have rules of its own, by an actor."""
    known = Known()
    check = Check(table, load(table, known), known)
    try:
        check.read(iter(_with_progress(table.kind, reading.read(path))))
    except OSError as error:
        raise BadFile(f"cannot read {path}: {error.strerror}") from error
    if check.problems.total:
        raise ImportRefused(check.problems)
    with session().begin_nested() as step:
        _write(check, actor)
        if dry_run:
            step.rollback()
    return _report(check)


def run_export(kind: str, path: Path) -> int:
    """Export a table in the order of its keys; how many rows it has."""
    table = table_of(kind)
    stored = load(table, Known())
    rows = [stored[key] for key in sorted(stored)]
    if table.personal:
        audit.record(OPERATOR, "export", f"table/{kind}")
    try:
        reading.write(path, _as_text(table, _with_progress(kind, rows)))
    except OSError as error:
        raise BadFile(f"cannot write {path}: {error.strerror}") from error
    return len(rows)


def _with_progress(kind: str, rows: Iterable[Row]) -> Iterable[Row]:
    shown: Iterable[Row] = tqdm(rows, desc=kind, unit=" rows", disable=None, leave=False)
    return shown


def _write(check: Check, actor: Actor) -> None:
    if not check.written.rows:
        return
    kind = check.table.kind
    try:
        store(check.table, check.written, check.known)
    except IntegrityError as error:
        problems = Problems()
        problems.add(1, "", f"the file contradicts what is stored: {_first_line(error)}")
        raise ImportRefused(problems) from error
    session().expire_all()
    audit.record(actor, "import", f"table/{kind}")
    changes.note("import", kind, n=len(check.written.rows))


def _first_line(error: IntegrityError) -> str:
    return str(error.orig).splitlines()[0]


def _report(check: Check) -> ImportReport:
    warnings = Problems()
    for row in check.written.rows:
        for warning in row.get("warnings", "").splitlines():
            warnings.add(check.lines[check.table.key_of(row)], "warning", warning)
    return ImportReport(
        check.table.kind,
        new=len(check.written.added),
        changed=len(check.written.changed),
        unchanged=check.unchanged,
        warnings=tuple(warnings.lines()),
    )


def _as_text(table: Table, rows: Iterable[Facts]) -> Iterator[list[str]]:
    yield table.names
    for row in rows:
        yield [column.cell.write(row[column.name]) for column in table.columns]
