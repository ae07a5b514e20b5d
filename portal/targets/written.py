"""What a plan promises, as values: the plan and its targets."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Target:
    """What a plan promises of one indicator, from a day to a day (blank: without end).

    `level` says which units are counted, `map` which of its two rows is the promise itself;
    `each_year` starts the count again every 1 January; `kinds` narrows what is counted.
    """

    id: str
    indicator: str
    level: str
    map: str
    first: date
    last: date | None
    comparator: str
    value: int
    unit: str
    wording: str
    each_year: bool = False
    kinds: tuple[str, ...] = ()

    @property
    def goal(self) -> int:
        """The figure to reach: of "each" unit, every one, so 100 percent."""
        return 100 if self.unit == "each" else self.value

    @property
    def raw(self) -> dict[str, Any]:
        """The target by the keys of a plan's file."""
        return {
            "id": self.id,
            "indicator": self.indicator,
            "kinds": list(self.kinds),
            "level": self.level,
            "map": self.map,
            "each_year": self.each_year,
            "from": self.first,
            "to": self.last,
            "comparator": self.comparator,
            "value": self.value,
            "unit": self.unit,
            "wording": self.wording,
        }


@dataclass(frozen=True)
class Plan:
    """A plan: its place where the document names one, and the day whose map it was written on.

    `parent` is the number of the plan that it carries out in a smaller place.
    """

    number: str
    title: str
    authority: str
    place: str | None
    signed: date | None
    map_day: date
    years: tuple[int, int]
    source: str
    targets: tuple[Target, ...] = field(repr=False)
    parent: str | None = None

    @property
    def slug(self) -> str:
        """The number as an address can carry it."""
        return slug_of(self.number)

    @property
    def raw(self) -> dict[str, Any]:
        """The plan by the keys of its file, its targets last."""
        return {
            "number": self.number,
            "title": self.title,
            "authority": self.authority,
            "place": self.place,
            "parent": self.parent,
            "signed": self.signed,
            "map_day": None if self.map_day == self.signed else self.map_day,
            "years": list(self.years),
            "source": self.source,
            "targets": [target.raw for target in self.targets],
        }

    def find_target(self, target_id: str) -> Target | None:
        """The target of that id, if the plan has one."""
        return next((target for target in self.targets if target.id == target_id), None)


def slug_of(number: str) -> str:
    """A plan's number as an address can carry it."""
    return number.lower().replace("/", "-")
