"""Lists in pages."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, func, select

from portal.db import session

SIZE = 50
LAST = 1_000_000  # beyond it no list has rows, and no database counts
Row = TypeVar("Row")


@dataclass(frozen=True)
class Page(Generic[Row]):
    """One page of a list: its rows, its number from 1, and how many rows there are in all."""

    rows: list[Row]
    number: int
    total: int
    size: int = SIZE

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))


def paged(query: Select[*tuple[Any, ...]], number: int, *, size: int = SIZE) -> Page[Any]:
    """The page of a select of columns (rows) or of one entity (entities); out of range is empty."""
    number = min(max(1, number), LAST)
    total = session().scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    rows = session().execute(query.limit(size).offset((number - 1) * size))
    single = len(query.column_descriptions) == 1
    return Page(list(rows.scalars() if single else rows), number, total, size)
