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
    """A numbered heading and what stands under it; a paragraph that has a heading of its own
    begins with its number."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Head:
    """Who reports, under which number, where and when, and on what."""

    above: str
    authority: str
    number: str
    place_and_date: str
    kind: str
    abstract: str
    period: str


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
