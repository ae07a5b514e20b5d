"""What every search engine promises: entries go in, ids in order come out.

The ladder of `find`: entries that have every word of the text; if there is none, those where the
last word is the start of one (people type slowly); if there is none, those with any of the words.
`Found.reach` tells which, so that a page can say so. Order is by score, then id, then kind.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Protocol

from portal.errors import PortalError

Filters = Mapping[str, Collection[str]]


@dataclass(frozen=True)
class Entry:
    """One open thing that can be found: a job, a course, a club, a counselling point.

    id: the public id (pid) or code that `Hit` gives back, one kind of id throughout.
    title: as shown; weighs most.
    names: occupation in Vietnamese and English, names of skills (asked for or taught), synonyms.
    places: commune with its kind ("Phường Biên Hòa"), province, names they had before a merger.
    other: employer or provider, description; for a course also what its classes add.
    facets: what lists are filtered by, {"commune": ["26041"], "shift": ["night", "weekend"]};
        values are codes. "kind" is added by itself.
    """

    kind: str
    id: str
    title: str
    names: Collection[str] = ()
    places: Collection[str] = ()
    other: Collection[str] = ()
    facets: Mapping[str, Collection[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Hit:
    """An entry that was found; score is in (0, 1], 1 where every field has every word."""

    kind: str
    id: str
    score: float

    def __lt__(self, other: "Hit") -> bool:
        """The better first; equals by id, then kind, so that an order never changes by itself."""
        return (-self.score, self.id, self.kind) < (-other.score, other.id, other.kind)


class Reach(IntEnum):
    """How much of the text an entry must have; the steps of the ladder."""

    ALL = 1
    STARTS = 2
    ANY = 3


@dataclass(frozen=True)
class Found:
    """The best hits up to the limit, and over all hits how many there are by facet and value."""

    hits: tuple[Hit, ...] = ()
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    reach: Reach = Reach.ALL

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.counts.get("kind", {}).values())


class IndexUnusable(PortalError):
    """The index is missing or damaged; it can always be made again from the database."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"search index: {reason}; run: portal index rebuild")


class IndexBusy(PortalError):
    """Another process has been writing the index for too long; try again later."""

    def __init__(self) -> None:
        super().__init__("search index: another process is writing it; try again")


class Engine(Protocol):
    """An index of entries, found by words."""

    def put(self, entries: Iterable[Entry]) -> None:
        """Add entries; one with a known kind and id takes the old one's place."""

    def remove(self, kind: str, ids: Iterable[str]) -> None:
        """Forget entries; unknown ids do no harm."""

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """Make the index anew of these entries alone; none makes an empty one.

        `entries` is read while writers wait, so a generator over the database misses nothing.
        """

    def find(
        self,
        text: str,
        kinds: Collection[str] = (),
        filters: Filters | None = None,
        limit: int = 50,
    ) -> Found:
        """The entries that have the words; a facet without values does not filter.

        Values of one facet are alternatives, facets are all demanded. Text without a word finds
        nothing. Raises IndexUnusable.
        """

    def usable(self) -> bool:
        """Whether the index can be read."""
