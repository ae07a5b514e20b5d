"""The shape of an importable table: its columns, its key, where each value is kept, its rules."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.exchange.cells import TEXT, Cell
from portal.exchange.known import Known

Facts = dict[str, Any]
"""A row as values by column; a stored one also has its `id` and `pid`, what `also` names, and, when
just written, what was derived."""
Key = tuple[Any, ...]
Flaw = tuple[str, str]
"""The column at fault and the reason."""
Rule = Callable[[Facts, Facts | None, Known], Iterable[Flaw]]
"""Judges and settles a row, given the stored one it replaces, if any."""


@dataclass(frozen=True)
class Listed:
    """Values kept as rows of a table of their own, in their order, with what marks them."""

    model: Any
    owner: str
    value: str
    marks: tuple[tuple[str, Any], ...] = ()
    position: str | None = None


@dataclass(frozen=True)
class Column:
    """A column: what its cells hold, and where the value is kept (its own name if not said).

    `refers` is the model whose codes the cell holds; kept in an attribute `…_id` it is kept as
    that row's number. `sealed` text is kept under the key of the client that the row is about.
    """

    name: str
    cell: Cell = TEXT
    required: bool = False
    refers: Any = None
    attribute: str = ""
    listed: Listed | None = None
    sealed: bool = False

    @property
    def kept_in(self) -> str:
        """The attribute of the model that holds the value."""
        return f"{self.name}_sealed" if self.sealed else self.attribute or self.name

    @property
    def by_id(self) -> bool:
        """Kept as the number of the row that the code names."""
        return self.kept_in.endswith("_id")


@dataclass(frozen=True)
class Written:
    """What an import has stored: rows added, and rows changed as (before, after)."""

    added: list[Facts]
    changed: list[tuple[Facts, Facts]]

    @property
    def rows(self) -> list[Facts]:
        """All rows as they are now."""
        return self.added + [after for _, after in self.changed]


Across = Callable[[Mapping[Key, Facts]], Iterable[tuple[Key, str, str]]]
"""Judges all rows together: the key of each row at fault, the column, the reason."""


@dataclass(frozen=True)
class Table:
    """A kind of file: `key` names a row, `fresh` gives a new one what the file does not,
    and `derived` any one what follows from its cells.

    With `history` a changed row is not altered: it is marked replaced and a new one is added.
    """

    kind: str
    model: Any
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("code",)
    rules: tuple[Rule, ...] = ()
    across: Across | None = None
    fresh: Callable[[], dict[str, Any]] = dict
    derived: Callable[[Facts], dict[str, Any]] = lambda facts: {}
    also: tuple[str, ...] = ()
    after: tuple[Callable[[Written, Known], None], ...] = ()
    history: bool = False
    personal: bool = False

    @property
    def names(self) -> list[str]:
        """The names of the columns, as the file's first line has them."""
        return [column.name for column in self.columns]

    def key_of(self, facts: Facts) -> Key:
        """What tells this row from all others."""
        return tuple(facts[name] for name in self.key)

    def key_in_words(self, key: Key) -> str:
        """The key as an operator reads it."""
        return " + ".join(part.isoformat() if isinstance(part, date) else part for part in key)
