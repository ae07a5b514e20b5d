"""The rows of the summary: read, put and taken away, a few statements for any number of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import and_, delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from portal.db import session
from portal.targets.models import SummaryCell, SummaryPart
from portal.targets.summary.cells import Deltas, Part

PARTS, CELLS = SummaryPart.__table__, SummaryCell.__table__
CHUNK = 10_000
Touched = Mapping[str, Collection[int]]
"""By the key of a measure: the subjects whose parts may have changed."""


def stored_parts(touched: Touched) -> Iterator[Part]:
    """The parts of these subjects as they were counted."""
    columns = [getattr(SummaryPart, field) for field in Part._fields]
    theirs = [
        and_(SummaryPart.measure == measure, SummaryPart.subject.in_(subjects))
        for measure, subjects in touched.items()
    ]
    yield from (Part(*row) for row in session().execute(select(*columns).where(or_(*theirs))))


def put_parts(parts: Iterable[Part]) -> None:
    """Store parts, in the place of those of the same subject and day."""
    upsert = _insert(PARTS)
    values = {name: upsert.excluded[name] for name in Part._fields[3:]}
    _execute(
        upsert.on_conflict_do_update(index_elements=PARTS.primary_key, set_=values),
        [part._asdict() for part in parts],
    )


def remove_parts(parts: Iterable[Part]) -> None:
    """Take away what is no longer given."""
    for part in parts:
        own = (SummaryPart.measure == part.measure, SummaryPart.subject == part.subject)
        session().execute(delete(SummaryPart).where(*own, SummaryPart.day == part.day))


def add_to_cells(deltas: Deltas) -> None:
    """Add to the cells, always in the same order."""
    upsert = _insert(CELLS)
    values = {name: CELLS.c[name] + upsert.excluded[name] for name in ("numerator", "denominator")}
    _execute(
        upsert.on_conflict_do_update(index_elements=CELLS.primary_key, set_=values),
        [{**cell._asdict(), **counted._asdict()} for cell, counted in sorted(deltas.items())],
    )


def all_rows() -> set[tuple[Any, ...]]:
    """Everything that is kept, without the cells to which nothing is left."""
    rows = (row for table in (PARTS, CELLS) for row in session().execute(select(*table.c)))
    return {tuple(row) for row in rows if any(row[-2:])}


def clear(measures: Collection[str]) -> None:
    """Forget all that was counted for these measures."""
    for model in (SummaryPart, SummaryCell):
        session().execute(delete(model).where(model.measure.in_(measures)))


def _insert(table: Any) -> Any:
    dialect = session().get_bind().dialect.name
    return (postgresql if dialect == "postgresql" else sqlite).insert(table)


def _execute(statement: Any, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), CHUNK):
        session().execute(statement, rows[start : start + CHUNK])
