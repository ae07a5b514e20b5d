"""By when a handover's steps have to be done, as days that a province sets: dates and source."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol

from portal.workdays import working_days_after


class Rule(NamedTuple):
    """From a day on: days to the first meeting, working days to the opening of the file."""

    from_on: date
    meet_days: int
    file_days: int
    source: str


DEFAULT = Rule(date.min, meet_days=5, file_days=5, source="")
"""Where a province has set nothing; no text of a law was found that says so (decisions.md)."""


class RequestDays(NamedTuple):
    """Working days to the answer to a request about one's data, days to its end by kind."""

    answer_days: int
    correct_days: int
    delete_days: int
    source: str


BY_LAW = RequestDays(2, 10, 20, source="Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP")
"""Where a province has set nothing."""


class Dated(Protocol):
    """The days of a handover that its clocks run on."""

    completed_on: date
    arrived_on: date | None
    met_on: date | None
    opened_on: date | None


class Clock(StrEnum):
    """How a deadline stands."""

    KEPT = "kept"
    MISSED = "missed"  # done, but late
    RUNNING = "running"
    LATE = "late"


@dataclass(frozen=True)
class Deadline:
    """A day by which something is to be done, and the day on which it was."""

    due_on: date
    done_on: date | None

    def days_late(self, today: date) -> int:
        """How many days after its day it was done, or is still not; 0 in time."""
        return max(0, ((self.done_on or today) - self.due_on).days)

    def state(self, today: date) -> Clock:
        """The last day itself is in time."""
        late = self.days_late(today) > 0
        if self.done_on:
            return Clock.MISSED if late else Clock.KEPT
        return Clock.LATE if late else Clock.RUNNING


@dataclass(frozen=True)
class Deadlines:
    """The two clocks of a handover whose paper has arrived."""

    meeting: Deadline
    file: Deadline


def deadlines(row: Dated, rule: Rule) -> Deadlines | None:
    """The first meeting counts from the day the paper arrived, which no release follows; the
    file's working days from the same day. None while no paper has arrived."""
    if row.arrived_on is None:
        return None
    return Deadlines(
        Deadline(row.arrived_on + timedelta(days=rule.meet_days), row.met_on),
        Deadline(working_days_after(row.arrived_on, rule.file_days), row.opened_on),
    )
