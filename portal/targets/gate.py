"""The statistics gate: what of counted people may be shown to those without right to the cases.

A column is the places of one province with a number of people each, and their total. A count below
five, nobody included, is "<5". The total stays exact, so one who subtracts learns the sum of what
is hidden. Therefore more places are hidden, as "…", in the order of the column from the first small
one on, until that sum tells nothing:

    At least two hidden counts are five or more; the hidden counts together exceed the least that
    their marks allow (0, or 5) by eight or more, and by four without the one that does so most.

Then a count below five may be any of 0 to 4 and each other any of several: what one count gains,
another of five or more can lose. It is so for the officer too who knows one of the hidden places:
the rest of them fulfil as much without it. Which place is hidden next follows from the marks alone,
so who knows this rule learns nothing from the choice; that fewer places did not do still leaves
each count below five 0 to 3. Where even all places together do not do, none is shown nor marked,
and the total only where it is no single place's.

Two columns, such as people reached and people not, share no equation: a whole or a share of both
is shown only where both stand.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.crowd import FEWEST

SMALL, KEPT_BACK = f"<{FEWEST}", "…"
SLACK = FEWEST - 1  # so that a small count may be anything
LARGE = 2  # one stays where one is known


@dataclass(frozen=True)
class Column:
    """The total and each place as anybody may see them: digits, or a mark."""

    total: str
    places: dict[str, str]

    @property
    def is_open(self) -> bool:
        """Whether places are told apart; where they are not, "…" stands for any number."""
        return set(self.places.values()) != {KEPT_BACK}


def pass_gate(places: Mapping[str, int]) -> Column:
    """The column as anybody may see it; the order of the places is the order of hiding."""
    for hidden in _ever_more(places):
        if not hidden or _tells_nothing([places[code] for code in hidden]):
            marks = {code: _mark(n, code in hidden) for code, n in places.items()}
            return Column(str(sum(places.values())), marks)
    return Column(_total_alone([*places.values()]), dict.fromkeys(places, KEPT_BACK))


def _ever_more(places: Mapping[str, int]) -> Iterator[set[str]]:
    """The small places, then with one more at a time: those that follow the first of them."""
    codes = list(places)
    small = [code for code in codes if places[code] < FEWEST]
    yield set(small)
    start = codes.index(small[0]) if small else len(codes)
    others = [code for code in codes[start:] + codes[:start] if code not in small]
    for number in range(1, len(others) + 1) if small else ():
        yield {*small, *others[:number]}


def _tells_nothing(hidden: Sequence[int]) -> bool:
    """The rule above."""
    slack = [count - FEWEST if count >= FEWEST else count for count in hidden]
    large = sum(count >= FEWEST for count in hidden)
    return large >= LARGE and sum(slack) >= 2 * SLACK and sum(slack) - max(slack) >= SLACK


def _mark(count: int, hidden: bool) -> str:
    if not hidden:
        return str(count)
    return SMALL if count < FEWEST else KEPT_BACK


def _total_alone(counts: Sequence[int]) -> str:
    """A total without its places: not where it is small, nor where it is nearly one place's."""
    total = sum(counts)
    if total < FEWEST:
        return SMALL
    several = len(counts) > LARGE and total - max(counts) >= FEWEST
    return str(total) if several else KEPT_BACK
