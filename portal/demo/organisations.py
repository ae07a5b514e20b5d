"""Invented employers and training providers, with codes and addresses nobody real can have."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, cycle, islice
from random import Random

from portal.demo.words import read
from portal.text import fold

# A tax code (MST) is nine digits and a check digit: 10 less the weighted sum modulo 11; where that
# makes 10 the number is never given out. The first two digits are the province that issued it.
# No province has 99, so these pass the check and still belong to nobody.
TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
TAX_PROVINCE = "99"


@dataclass(frozen=True)
class Organisation:
    """An employer (`does` is one kind of business) or a provider (`does` are the fields taught)."""

    name: str
    does: tuple[str, ...]
    email: str


def employers(rng: Random, number: int) -> list[Organisation]:
    """So many employers, of every business in turn; no name comes twice among a thousand."""
    business = list(read("organisations")["business"].items())
    rng.shuffle(business)
    kinds = (((kind,), rng.choice(patterns)) for kind, patterns in cycle(business))
    return [
        _named(pattern, name, does)
        for (does, pattern), name in islice(zip(kinds, _proper_names(rng), strict=False), number)
    ]


def providers(rng: Random, number: int) -> list[Organisation]:
    """So many training providers, of every kind in turn."""
    kinds = cycle(read("organisations")["provider"])
    return [
        _named(kind["pattern"], name, tuple(kind["fields"]))
        for kind, name in islice(zip(kinds, _proper_names(rng), strict=False), number)
    ]


def check_digit(nine: str) -> int:
    """The last digit of a tax code; 10 where there can be none."""
    return 10 - sum(w * int(d) for w, d in zip(TAX_WEIGHTS, nine, strict=True)) % 11


def tax_codes() -> Iterator[str]:
    """Tax codes that pass the check, all different."""
    for serial in count(1):
        nine = f"{TAX_PROVINCE}{serial * 7919 % 10**7:07d}"
        if (digit := check_digit(nine)) < 10:
            yield f"{nine}{digit}"


def _proper_names(rng: Random) -> Iterator[str]:
    """The proper names in any order, again and again: a prime number, so kinds and names mix."""
    names = list(read("organisations")["proper_names"])
    rng.shuffle(names)
    return cycle(names)


def _named(pattern: str, name: str, does: tuple[str, ...]) -> Organisation:
    host = "".join(c for c in fold(name) if c.isalnum())
    # The top level "example" is reserved: such mail goes nowhere.
    return Organisation(pattern.format(name=name), does, f"lienhe@{host}.example")
