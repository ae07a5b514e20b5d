"""What an indicator is asked, what it answers, and how it is described."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from flask_babel import LazyString

from portal.targets.areas import Area
from portal.targets.records import Records


@dataclass(frozen=True)
class Asked:
    """Count the units of `level` in `area`, from the day `first` to the day `day`, as at `day`."""

    area: Area
    first: date
    day: date
    level: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tally:
    """The cases that count and the cases that could: codes of units, ids of clubs and people.

    `unknown` is how many clubs or points are left out because nobody knows where they are now.
    """

    done: frozenset[Hashable]
    whole: frozenset[Hashable]
    unknown: int = 0


Unit = Literal["persons", "contacts", "staff", "communes", "districts", "clubs", "places"]
Measure = Callable[[Records, Asked], Tally | None]


@dataclass(frozen=True)
class Indicator:
    """A named measure; without `count` it is reported: typed by an officer for a place and year.

    `by_residence`: people and staff have no history of residence, so their figure needs
    a map on which these are known. A `count` answers None where its level of units does not exist.
    `unit` is what is counted; `over_time` and `over_places` say how two figures become one: added
    up, the later one, or counted again, because a person may be in both. A target may ask for one
    of the `levels`, and where there are `kinds` for some of these.
    """

    key: str
    title: LazyString
    numerator: LazyString
    denominator: LazyString
    count: Measure | None = None
    by_residence: bool = False
    unit: Unit = "persons"
    over_time: Literal["sum", "last", "distinct"] = "distinct"
    over_places: Literal["sum", "distinct"] = "distinct"
    levels: tuple[str, ...] = ("person",)
    kinds: tuple[str, ...] = ()
