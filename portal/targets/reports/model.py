"""An official report as it stands on paper, whatever the format: its head, text and annexes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["text", "number", "percent", "date"]
Cell = str | int | float | date | None
Row = tuple[Cell, ...]
Progress = Callable[[int, int], None]  # steps done, of how many


@dataclass(frozen=True)
class Column:
    """A column; a percentage is kept of 100, with one decimal: 45.5."""

    title: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Annex:
    """A table of its own sheet; `key` names it in every format."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True)
class Section:
    """A numbered heading and the paragraphs under it."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Head:
    """Who reports, under which number, where and when, and on what."""

    above: str
    authority: tuple[str, ...]
    number: str
    place_and_date: str
    kind: str
    abstract: str
    period: str


@dataclass(frozen=True)
class Texts:
    """What an officer types for a paper; a blank takes its words from the plan and the place."""

    results: str = ""
    difficulties: str = ""
    next_tasks: str = ""
    proposals: str = ""
    above: str = ""
    authority: str = ""
    number: str = ""
    made_on: date | None = None
    signed_as: str = ""
    signed_by: str = ""
    recipients: str = ""


@dataclass(frozen=True)
class Correction:
    """A figure that was found wrong after the period had been closed."""

    key: str
    from_figure: int | None
    to_figure: int
    reason: str


@dataclass(frozen=True)
class Report:
    """The whole paper. Nothing in it is reckoned again by a writer."""

    plan: str
    place: str
    period: str
    first: date
    last: date
    head: Head
    opening: str
    sections: tuple[Section, ...]
    closing: str
    signed_as: tuple[str, ...]
    signed_by: str
    recipients: tuple[str, ...]
    annexes: tuple[Annex, ...]
