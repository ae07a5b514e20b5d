"""The engine on PostgreSQL: one table an index, its terms in a tsvector under a GIN index.

The terms are made in Python (`words`), so the server needs no dictionary and no unaccent; the
labels A to D of a tsvector stand for the four fields. Like a Whoosh index, the table is made by
`rebuild` and not by a migration: it holds nothing that the other tables do not.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import (
    ARRAY,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR, insert
from sqlalchemy.exc import OperationalError, ProgrammingError

from portal.search import words
from portal.search.protocol import Entry, Filters, Found, Hit, IndexBusy, IndexUnusable, Reach
from portal.search.words import Query, Term

LABELS = dict(zip(words.WEIGHTS, "ABCD", strict=True))
PATIENCE = "60s"  # that a writer waits for another, such as a rebuild


class PostgresEngine:
    """The index in one table; each call is a short transaction of its own."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._table = _table(name)

    def put(self, entries: Iterable[Entry]) -> None:
        """Add entries; one with a known kind and id takes the old one's place."""
        rows = _rows(entries)
        with self._writing() as connection:
            self._insert(connection, rows)

    def remove(self, kind: str, ids: Iterable[str]) -> None:
        """Forget entries; unknown ids do no harm."""
        columns = self._table.c
        gone = and_(columns.kind == kind, columns.id.in_(sorted(set(ids))))
        with self._writing() as connection:
            connection.execute(self._table.delete().where(gone))

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """Make the index anew; a readable old one answers until the new one is whole."""
        usable = self.usable()
        with self._writing() as connection:
            if not usable:
                self._table.drop(connection, checkfirst=True)
                self._table.create(connection)
            connection.execute(text(f"LOCK TABLE {self._table.name} IN EXCLUSIVE MODE"))
            connection.execute(self._table.delete())
            self._insert(connection, _rows(entries))

    def find(
        self,
        text: str,
        kinds: Collection[str] = (),
        filters: Filters | None = None,
        limit: int = 50,
    ) -> Found:
        """The entries that have the words, best first."""
        demanded = {**(filters or {}), "kind": kinds}
        with self._reading() as connection:
            return words.climb(
                text, lambda query, reach: self._ask(connection, query, reach, demanded, limit)
            )

    def usable(self) -> bool:
        """Whether the table is there, in this shape."""
        try:
            with self._reading() as connection:
                connection.execute(select(self._table).limit(1))
        except IndexUnusable:
            return False
        return True

    def _ask(
        self, connection: Connection, query: Query, reach: Reach, filters: Filters, limit: int
    ) -> Found:
        """One step of the ladder."""
        columns = self._table.c
        found = _matches(columns.terms, _joined(query, reach)), *_demands(columns.facets, filters)
        points = _points(columns.terms, query).label("points")
        best_first = points.desc(), columns.id.collate("C"), columns.kind.collate("C")
        hits = connection.execute(
            select(columns.kind, columns.id, points)
            .where(*found)
            .order_by(*best_first)
            .limit(limit)
        )
        best = words.best(query)
        facets = connection.scalars(select(columns.facets).where(*found))
        return Found(
            tuple(Hit(kind, each, worth / best) for kind, each, worth in hits),
            words.count(facets),
            reach,
        )

    def _insert(self, connection: Connection, rows: list[dict[str, object]]) -> None:
        new = insert(self._table)
        changed = {"terms": new.excluded.terms, "facets": new.excluded.facets}
        if rows:
            key = self._table.primary_key
            connection.execute(new.on_conflict_do_update(constraint=key, set_=changed), rows)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except ProgrammingError as error:
            raise IndexUnusable(f"table {self._table.name} is missing or unlike") from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}'"))
                yield connection
        except ProgrammingError as error:
            raise IndexUnusable(f"table {self._table.name} is missing or unlike") from error
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", "") == "55P03":  # lock not available
                raise IndexBusy from error
            raise


def _table(name: str) -> Table:
    """The table, in a collection of its own: it is no part of what migrations keep."""
    return Table(
        name,
        MetaData(),
        Column("kind", Text, primary_key=True),
        Column("id", Text, primary_key=True),
        Column("terms", TSVECTOR, nullable=False),
        Column("facets", ARRAY(Text), nullable=False),
        Index(f"ix_{name}_terms", "terms", postgresql_using="gin"),
    )


def _rows(entries: Iterable[Entry]) -> list[dict[str, object]]:
    """Rows by key, in one order for all writers, so that two never wait for each other."""
    latest = {(entry.kind, entry.id): entry for entry in entries}
    return [
        {"kind": kind, "id": each, "terms": _vector(entry), "facets": words.facets(entry)}
        for (kind, each), entry in sorted(latest.items())
    ]


def _vector(entry: Entry) -> str:
    """The terms of all fields with their labels; one position each, for a label needs one."""
    labels: dict[str, list[str]] = {}
    for field, terms in words.fields(entry).items():
        for term in terms:
            labels.setdefault(term, []).append(f"{len(labels.get(term, ())) + 1}{LABELS[field]}")
    return " ".join(f"'{term}':{','.join(places)}" for term, places in labels.items())


def _lexeme(term: Term, label: str = "") -> str:
    """A term as it stands in a tsquery; terms have letters, digits and "=" only."""
    return f"'{term.text}':{'*' if term.starts else ''}{label}".rstrip(":")


def _joined(query: Query, reach: Reach) -> str:
    """What an entry must have: the bare term of every word, or of any."""
    return (" | " if reach is Reach.ANY else " & ").join(_lexeme(word[0]) for word in query)


def _matches(terms: ColumnElement[str], query: str) -> ColumnElement[bool]:
    return terms.bool_op("@@")(cast(bindparam(None, query), TSQUERY))


def _points(terms: ColumnElement[str], query: Query) -> ColumnElement[int]:
    """What the entry's terms count together."""
    worths = [
        cast(_matches(terms, _lexeme(term, label)), Integer) * (term.counts * words.WEIGHTS[field])
        for word in query
        for term in word
        for field, label in LABELS.items()
    ]
    return sum(worths[1:], worths[0])


def _demands(facets: ColumnElement[list[str]], filters: Filters) -> list[ColumnElement[bool]]:
    """Of each facet that has values, one must be the entry's."""
    return [
        facets.bool_op("&&")(
            cast([words.facet_term(facet, value) for value in values], ARRAY(Text))
        )
        for facet, values in filters.items()
        if values
    ]
