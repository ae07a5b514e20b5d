"""What an import has to say: what it did, or every reason why it did nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from portal.errors import PortalError

SHOWN = 50


class BadFile(PortalError):
    """The file cannot be read, or not beyond this line."""

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.line = line


class Problem(NamedTuple):
    """One thing wrong: on which line, in which column ("" for the whole line), and why."""

    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        place = f"line {self.line}, {self.column}" if self.column else f"line {self.line}"
        return f"{place}: {self.reason}"


@dataclass
class Problems:
    """All problems counted; the first of them kept in words."""

    shown: list[Problem] = field(default_factory=list)
    total: int = 0

    def add(self, line: int, column: str, reason: str | Callable[[], str]) -> None:
        """Count a problem; a reason that takes work is worded only if it will be shown."""
        self.total += 1
        if len(self.shown) < SHOWN:
            worded = reason if isinstance(reason, str) else reason()
            self.shown.append(Problem(line, column, worded))

    def lines(self) -> list[str]:
        """One line a problem, in the order of the file, and how many more there are."""
        more = self.total - len(self.shown)
        told = [str(problem) for problem in sorted(self.shown, key=attrgetter("line"))]
        return [*told, f"and {more} more"] if more else told


class ImportRefused(PortalError):
    """Nothing was saved, and why."""

    def __init__(self, problems: Problems) -> None:
        super().__init__("\n".join(problems.lines()))

    def lines(self) -> list[str]:
        """One line a problem."""
        return self.message.split("\n")


@dataclass(frozen=True)
class ImportReport:
    """What an import did, or would do."""

    kind: str
    new: int
    changed: int
    unchanged: int
    warnings: tuple[str, ...] = ()
