"""The statistics gate: what of counted people may be shown to those without right to the cases.

A table is the places of one province with, for each, how many people were reached (`done`) and how
many not (`rest`). A place with fewer than five of either, or nobody, is hidden: "<5" stands where
the count is small, "…" where it is not. The totals stay exact, so one who subtracts learns the sum
of what is hidden. Therefore more places are hidden, in the order of the table from the first small
one on, until the sum tells nothing, in either column:

    At least two hidden counts are five or more; the hidden counts together exceed the least that
    their marks allow (0, or 5) by eight or more, and by four without the one that does so most.

Then a count below five may be any of 0 to 4 and each other any of several: what one count gains,
another of five or more can lose. It is so for the officer too who knows one of the hidden places:
the rest of them fulfil the same without it. Which place is hidden next follows from the marks
alone, so who knows this rule learns nothing from the choice; that a shorter choice did not do
still leaves each count below five 0 to 3. Where even all places together do not do, none is
shown, not even by a mark, and a total only where it is no single place's.

The two columns share no equation: a whole or a share stands only where both its parts do.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

FEWEST = 5
SMALL, KEPT_BACK = f"<{FEWEST}", "…"
SLACK = FEWEST - 1  # so that a small count may be anything
LARGE = 2  # one stays where one is known


class Count(NamedTuple):
    """People of a place: reached, and not."""

    done: int
    rest: int


class Shown(NamedTuple):
    """The same as anybody may see it: digits, or a mark."""

    done: str
    rest: str

    @property
    def both(self) -> Count | None:
        """The numbers where both stand."""
        return Count(int(self.done), int(self.rest)) if all(map(str.isdigit, self)) else None


@dataclass(frozen=True)
class Table:
    """The totals, and each place; no place where too many would have to be hidden."""

    total: Shown
    places: dict[str, Shown]


def pass_gate(places: Mapping[str, Count]) -> Table:
    """The table as anybody may see it; the order of the places is the order of hiding."""
    columns = [*zip(*places.values(), strict=True)]
    for hidden in _ever_more(places):
        if all(map(_tells_nothing, zip(*(places[code] for code in hidden), strict=True))):
            total = Shown(*(str(sum(column)) for column in columns))
            return Table(total, {code: _show(n, code in hidden) for code, n in places.items()})
    return Table(Shown(*map(_total_alone, columns)), {})


def _ever_more(places: Mapping[str, Count]) -> Iterator[set[str]]:
    """The small places, then with one more at a time: those that follow the first of them."""
    codes = list(places)
    small = [code for code in codes if min(places[code]) < FEWEST]
    yield set(small)
    start = codes.index(small[0]) if small else len(codes)
    others = [code for code in codes[start:] + codes[:start] if code not in small]
    for number in range(1, len(others) + 1) if small else ():
        yield {*small, *others[:number]}


def _tells_nothing(hidden: Sequence[int]) -> bool:
    """The rule above for one column; it fits all that can be said of `hidden` but their sum."""
    slack = [count - FEWEST if count >= FEWEST else count for count in hidden]
    large = sum(count >= FEWEST for count in hidden)
    return large >= LARGE and sum(slack) >= 2 * SLACK and sum(slack) - max(slack) >= SLACK


def _show(count: Count, hidden: bool) -> Shown:
    if not hidden:
        return Shown(*map(str, count))
    return Shown(*(SMALL if number < FEWEST else KEPT_BACK for number in count))


def _total_alone(column: Sequence[int]) -> str:
    """A total without its places: not where it is small, nor where it is nearly one place's."""
    total = sum(column)
    if total < FEWEST:
        return SMALL
    several = len(column) > LARGE and total - max(column) >= FEWEST
    return str(total) if several else KEPT_BACK
