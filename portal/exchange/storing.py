"""Stored rows as values by column, and back: a few statements for a table of any length."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from portal import clock
from portal.db import new_pid, session
from portal.exchange.known import Known
from portal.exchange.sealing import Keyring
from portal.exchange.table import Column, Facts, Key, Listed, Table, Written

CHUNK = 500  # values in one IN list


def load(table: Table, known: Known) -> dict[Key, Facts]:
    """Every stored row of the table by its key, but for those of persons erased since."""
    rows = [dict(row) for row in session().execute(_select(table)).mappings()]
    for group in _by_child(table).values():
        _load_listed(rows, group)
    for column in table.columns:
        if column.by_id:
            codes = known.codes(column.refers)
            rows = [row for row in rows if row[column.name] in codes]
            for row in rows:
                row[column.name] = codes[row[column.name]]
    if any(column.sealed for column in table.columns):
        rows = Keyring(table, known).opened(rows)
    return {table.key_of(row): row for row in rows}


def store(table: Table, written: Written, known: Known) -> None:
    """Write the rows, then all that follows from them."""
    now = clock.now()
    if table.history:
        _mark_replaced(table, [old["id"] for old, _ in written.changed], now)
        _insert(table, written.rows, known)
    else:
        _update(table, [new for _, new in written.changed], known)
        _insert(table, written.added, known)
    _store_listed(table, written)
    for follow in table.after:
        follow(written, known)


def _select(table: Table) -> Any:
    """The plain columns under their own names, and what an import keeps besides."""
    model = table.model
    plain = [
        getattr(model, column.kept_in).label(column.name)
        for column in table.columns
        if not column.listed
    ]
    besides = [getattr(model, name) for name in ("id", "pid", *table.also) if hasattr(model, name)]
    query = select(*plain, *besides).order_by(model.id)
    return query.where(model.replaced_at.is_(None)) if table.history else query


def _by_child(table: Table) -> dict[Any, list[Column]]:
    """The listed columns by the model that keeps their values."""
    groups: defaultdict[Any, list[Column]] = defaultdict(list)
    for column in table.columns:
        if column.listed:
            groups[column.listed.model].append(column)
    return groups


def _load_listed(rows: list[Facts], columns: list[Column]) -> None:
    for column in columns:
        kept = _listed_of(column)
        values: defaultdict[int, list[Any]] = defaultdict(list)
        query = select(getattr(kept.model, kept.owner), getattr(kept.model, kept.value))
        for name, mark in kept.marks:
            query = query.where(getattr(kept.model, name) == mark)
        for owner, value in session().execute(query.order_by(kept.model.id)):
            values[owner].append(value)
        for row in rows:
            row[column.name] = tuple(values[row["id"]]) if row["id"] in values else ()


def _listed_of(column: Column) -> Listed:
    assert column.listed is not None
    return column.listed


def _values(table: Table, rows: Sequence[Facts], known: Known) -> Iterator[dict[str, Any]]:
    """The columns of the table's own model, as its attributes."""
    writers = [(c, _writer(c, known)) for c in table.columns if not c.listed and not c.sealed]
    for row in rows:
        derived = table.derived(row)
        row.update(derived)
        yield {column.kept_in: write(row[column.name]) for column, write in writers} | derived


def _writer(column: Column, known: Known) -> Callable[[Any], Any]:
    return known.ids(column.refers).__getitem__ if column.by_id else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _insert(table: Table, rows: list[Facts], known: Known) -> None:
    if not rows:
        return
    fresh = table.fresh()
    values = [{**fresh, **each} for each in _values(table, rows, known)]
    if hasattr(table.model, "pid"):
        for row, value in zip(rows, values, strict=True):
            row["pid"] = value["pid"] = new_pid()
    _seal(table, rows, values, known)
    session().execute(insert(table.model.__table__), values)
    if table.key == ("code",):
        known.forget(table.model)
        ids = known.ids(table.model)
        for row in rows:
            row["id"] = ids[row["code"]]


def _update(table: Table, rows: list[Facts], known: Known) -> None:
    if not rows:
        return
    values = list(_values(table, rows, known))
    _seal(table, rows, values, known)
    target = table.model.__table__
    changes: dict[str, Any] = {name: bindparam(f"to_{name}") for name in values[0]}
    if "version" in target.c:
        changes["version"] = target.c.version + 1
    statement = update(target).where(target.c.id == bindparam("of_id")).values(changes)
    session().connection().execute(
        statement,
        [
            {"of_id": row["id"], **{f"to_{name}": value for name, value in each.items()}}
            for row, each in zip(rows, values, strict=True)
        ],
    )


def _seal(table: Table, rows: list[Facts], values: list[dict[str, Any]], known: Known) -> None:
    if any(column.sealed for column in table.columns):
        Keyring(table, known).seal(rows, values)


def _mark_replaced(table: Table, ids: list[int], now: Any) -> None:
    for part in chunks(ids):
        old = update(table.model).where(table.model.id.in_(part))
        session().execute(old.values(replaced_at=now))


def _store_listed(table: Table, written: Written) -> None:
    """Write anew the lists of the rows in which one has changed."""
    for model, columns in _by_child(table).items():
        names = [column.name for column in columns]
        renewed = [
            new for old, new in written.changed if any(new[name] != old[name] for name in names)
        ]
        owner = getattr(model, _listed_of(columns[0]).owner)
        for part in chunks([row["id"] for row in renewed]):
            session().execute(delete(model).where(owner.in_(part)))
        kept = [child for row in renewed + written.added for child in _children(row, columns)]
        if kept:
            session().execute(insert(model.__table__), kept)


def _children(row: Facts, columns: list[Column]) -> Iterator[dict[str, Any]]:
    for column in columns:
        kept = _listed_of(column)
        for position, value in enumerate(row[column.name]):
            child = {kept.owner: row["id"], kept.value: value, **dict(kept.marks)}
            yield {**child, kept.position: position} if kept.position else child


def chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    """Values in lists short enough for one statement."""
    rest = iter(values)
    while part := list(islice(rest, CHUNK)):
        yield part
