"""The one folding and the one reckoning of every engine.

An entry's field is kept as a set of terms: each word without marks ("han"), and as written with
"=" before it ("=hàn"). A query finds by the bare terms, so left-out marks never lose an entry.
Where the person typed any mark, each word as written counts so much more that an exact match in
the least field stands before an inexact one in all. The fields' weights are powers of two: a word
in the title counts more than the same word in all other fields together.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from portal.search.protocol import Entry, Found, Reach
from portal.text import fold, place_tones, tidy

WEIGHTS = {"title": 8, "names": 4, "places": 2, "other": 1}
EXACT = sum(WEIGHTS.values()) + 1

LONGEST_QUERY = 1000
MOST_WORDS = 16
LONGEST_WORD = 40
LONGEST_FIELD = 50_000  # more would not fit where PostgreSQL keeps a row's terms

_WORD = re.compile(r"[^\W_]+")
_LAST_Y = re.compile(r"^(h|k|l|m|qu|s|t|v)([yỳýỷỹỵ])$")
_Y_AS_I = dict(zip("yỳýỷỹỵ", "iìíỉĩị", strict=True))


@dataclass(frozen=True)
class Term:
    """What an entry may have in a field, and how much it counts there (times the field's weight).

    `starts`: any word that begins so.
    """

    text: str
    counts: int
    starts: bool = False


Query = list[list[Term]]
"""For each word of a query the bare term that finds, then the exact one that lifts."""


def terms(texts: Collection[str]) -> list[str]:
    """What a field is kept as."""
    return sorted(set(chain.from_iterable(_words(" ".join(texts)[:LONGEST_FIELD]))))


def fields(entry: Entry) -> dict[str, list[str]]:
    """What an entry is kept as, a list of terms a field."""
    return {
        "title": terms([entry.title]),
        "names": terms(entry.names),
        "places": terms(entry.places),
        "other": terms(entry.other),
    }


def facets(entry: Entry) -> list[str]:
    """The entry's facets as terms, its kind first."""
    pairs = ((facet, value) for facet, values in entry.facets.items() for value in values)
    return [facet_term("kind", entry.kind), *sorted({facet_term(*pair) for pair in pairs})]


def facet_term(facet: str, value: str) -> str:
    """One value of a facet as a term."""
    return f"{facet}:{value}"


def count(rows: Iterable[Iterable[str]]) -> dict[str, dict[str, int]]:
    """How many rows have each facet term, by facet and value."""
    counts: dict[str, dict[str, int]] = {}
    for term, times in Counter(term for row in rows for term in row).items():
        facet, _, value = term.partition(":")
        counts.setdefault(facet, {})[value] = times
    return counts


def climb(text: str, ask: Callable[[Query, Reach], Found]) -> Found:
    """Go up the ladder to the first step on which something is found."""
    query = wanted(text)
    found = Found()
    for reach in Reach if query else ():
        found = ask(_begun(query) if reach is Reach.STARTS else query, reach)
        if found.hits:
            break
    return found


def wanted(text: str) -> Query:
    """The words of a typed text as terms."""
    written = list(dict.fromkeys(_words(text[:LONGEST_QUERY])))[:MOST_WORDS]
    marked = any(exact != f"={bare}" for bare, exact in written)
    return [[Term(bare, 1), Term(exact, EXACT)][: 2 if marked else 1] for bare, exact in written]


def _begun(query: Query) -> Query:
    """The same with its last word as the start of one."""
    *whole, last = query
    return [*whole, [replace(term, starts=True) for term in last]]


def best(words: Query) -> int:
    """The most points an entry can have: every word, exact, in every field."""
    return sum(term.counts for word in words for term in word) * sum(WEIGHTS.values())


def _words(text: str) -> list[tuple[str, str]]:
    """Each word as its two terms, bare and as written."""
    return [_terms(word[:LONGEST_WORD]) for word in _WORD.findall(tidy(text).lower())]


@lru_cache(maxsize=16_384)  # entries are written with the same few thousand words
def _terms(word: str) -> tuple[str, str]:
    """The terms of a word in its one spelling: one place for the tone, kĩ for kỹ."""
    spelt = _LAST_Y.sub(lambda found: found[1] + _Y_AS_I[found[2]], place_tones(word))
    return fold(spelt), f"={spelt}"
