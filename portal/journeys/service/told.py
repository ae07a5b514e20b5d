"""One line of a person's way."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Event:
    """What happened on a day, in words; `kind` as a tag has it; `by` the user who did it.

    `link` leads case officers to the record, `takes_back` is where a mistake is undone.
    """

    on: date
    says: str
    facts: list[str] = field(default_factory=list)
    kind: str = "plain"
    by: str | None = None
    link: tuple[str, str] | None = None
    takes_back: tuple[str, str] | None = None
