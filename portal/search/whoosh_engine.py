"""The embedded engine: a Whoosh index in a folder, written by many processes, read by threads.

Whoosh keeps the postings, the lock and the segments; the reckoning is that of `words`, so only
sets of documents are asked of it: no query language, no scores, no positions. The index's name
carries the version of its shape: an index of another shape counts as missing.
"""

import warnings
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import SystemRandom
from threading import Lock

from portal.search import words
from portal.search.protocol import Entry, Filters, Found, Hit, IndexBusy, IndexUnusable, Reach
from portal.search.words import Query, Term

with warnings.catch_warnings():
    # Its source has escapes that newer Pythons warn of when they first compile it.
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    import whoosh.codec.whoosh3  # noqa: F401  (else compiled at first use)
    from whoosh import fields, index, util, writing
    from whoosh.reading import IndexReader

# Files are named at random: a program that seeds `random` must not write over its own.
util.random = SystemRandom()

NAME = "entries1"
SCHEMA = fields.Schema(
    key=fields.ID(unique=True),
    row=fields.STORED(),  # kind, id, facets: all that an answer needs
    facets=fields.ID(),
    **{field: fields.ID() for field in words.WEIGHTS},
)
PATIENCE = 60.0  # seconds that a writer waits for another, such as a rebuild

Row = tuple[str, str, list[str]]


class WhooshEngine:
    """The index in one folder. The reader stays open until a writer has changed the index."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()  # a Whoosh reader may not be used by two threads at once
        self._reader: IndexReader | None = None
        self._state: object = None
        self._rows: dict[int, Row] = {}

    def put(self, entries: Iterable[Entry]) -> None:
        """Add entries; one with a known kind and id takes the old one's place."""
        latest = _latest(entries)
        with self._writing() as writer:
            _delete(writer, latest)
            _add(writer, latest.values())
            writer.commit()

    def remove(self, kind: str, ids: Iterable[str]) -> None:
        """Forget entries; unknown ids do no harm."""
        with self._writing() as writer:
            _delete(writer, {words.facet_term(kind, each) for each in ids})
            writer.commit()

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """Make the index anew; a readable old one answers until the new one is whole."""
        if not self.usable():
            self._create()
        with self._writing() as writer:
            _add(writer, _latest(entries).values())
            writer.commit(mergetype=writing.CLEAR)

    def find(
        self,
        text: str,
        kinds: Collection[str] = (),
        filters: Filters | None = None,
        limit: int = 50,
    ) -> Found:
        """The entries that have the words, best first."""
        demanded = {**(filters or {}), "kind": kinds}
        with self._reading() as reader:
            return words.climb(
                text, lambda query, reach: self._ask(reader, query, reach, demanded, limit)
            )

    def usable(self) -> bool:
        """Whether the index can be opened, and its terms and entries be read."""
        try:
            with self._reading() as reader:
                next(iter(reader.all_terms()), None)
                next(iter(reader.all_stored_fields()), None)
        except IndexUnusable:
            return False
        return True

    def _create(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            index.create_in(self._folder, SCHEMA, NAME)
        except OSError as error:
            raise IndexUnusable(f"cannot be made in {self._folder} ({error.strerror})") from error

    def _ask(
        self, reader: IndexReader, query: Query, reach: Reach, filters: Filters, limit: int
    ) -> Found:
        """One step of the ladder."""
        having = [
            [
                (_docs(reader, field, term), term.counts * weight)
                for term in word
                for field, weight in words.WEIGHTS.items()
            ]
            for word in query
        ]
        by_word = [set[int]().union(*(docs for docs, _ in word)) for word in having]
        docs = set.union(*by_word) if reach is Reach.ANY else set.intersection(*by_word)
        for facet, values in filters.items():
            if values:
                docs &= _docs_with(reader, facet, values)
        points = dict.fromkeys(docs, 0)
        for term_docs, worth in (pair for word in having for pair in word):
            for doc in term_docs & docs:
                points[doc] += worth
        return self._found(reader, points, words.best(query), limit, reach)

    def _found(
        self, reader: IndexReader, points: dict[int, int], best: int, limit: int, reach: Reach
    ) -> Found:
        rows = {doc: self._row(reader, doc) for doc in points}
        hits = [Hit(rows[doc][0], rows[doc][1], worth / best) for doc, worth in points.items()]
        return Found(
            tuple(sorted(hits)[:limit]), words.count(row[2] for row in rows.values()), reach
        )

    def _row(self, reader: IndexReader, doc: int) -> Row:
        if doc not in self._rows:
            self._rows[doc] = reader.stored_fields(doc)["row"]
        return self._rows[doc]

    @contextmanager
    def _reading(self) -> Iterator[IndexReader]:
        """The reader of the index as it is now, for one thread."""
        with self._lock:
            try:
                yield self._current()
            except Exception as error:  # a damaged file can fail in any way
                self._reader = self._state = None
                raise IndexUnusable(_reason(error, self._folder)) from error

    def _current(self) -> IndexReader:
        state = _state(self._folder)
        if self._reader is None or state is None or state != self._state:
            if self._reader:
                self._reader.close()
            self._reader = index.open_dir(self._folder, NAME).reader()
            self._state, self._rows = state, {}
        return self._reader

    @contextmanager
    def _writing(self) -> Iterator[writing.SegmentWriter]:
        """The one writer of all processes; what it has not committed is forgotten."""
        try:
            writer = index.open_dir(self._folder, NAME).writer(timeout=PATIENCE, delay=0.05)
        except index.LockError as error:
            raise IndexBusy from error
        except Exception as error:  # as in _reading
            raise IndexUnusable(_reason(error, self._folder)) from error
        try:
            yield writer
        finally:
            if not writer.is_closed:
                writer.cancel()


def _latest(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Entries by key: Whoosh would keep both of two equal keys in one batch."""
    return {words.facet_term(entry.kind, entry.id): entry for entry in entries}


def _delete(writer: writing.SegmentWriter, keys: Iterable[str]) -> None:
    with writer.searcher() as searcher:
        for key in keys:
            writer.delete_by_term("key", key, searcher=searcher)


def _add(writer: writing.SegmentWriter, entries: Iterable[Entry]) -> None:
    for entry in entries:
        facets = words.facets(entry)
        writer.add_document(
            key=words.facet_term(entry.kind, entry.id),
            row=(entry.kind, entry.id, facets),
            facets=facets,
            **words.fields(entry),
        )


def _docs(reader: IndexReader, field: str, term: Term) -> set[int]:
    """The documents that have the term in the field."""
    texts = reader.expand_prefix(field, term.text) if term.starts else [term.text.encode()]
    return {
        doc
        for text in texts
        if (field, text) in reader
        for doc in reader.postings(field, text).all_ids()
    }


def _docs_with(reader: IndexReader, facet: str, values: Collection[str]) -> set[int]:
    """The documents that have one of the values of the facet."""
    wanted = (Term(words.facet_term(facet, value), 0) for value in values)
    return set[int]().union(*(_docs(reader, "facets", term) for term in wanted))


def _state(folder: Path) -> object:
    """What changes whenever the index does, also if it was deleted and made again; None: gone."""
    try:
        return [(file.name, file.stat().st_mtime_ns) for file in folder.glob(f"_{NAME}_*.toc")]
    except FileNotFoundError:
        return None


def _reason(error: Exception, folder: Path) -> str:
    if isinstance(error, index.EmptyIndexError):
        return f"there is none in {folder}"
    return f"cannot be read in {folder} ({type(error).__name__})"
