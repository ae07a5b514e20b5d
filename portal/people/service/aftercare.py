"""Where a person's aftercare stands: papers of facilities, and what became of each open file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from portal.people.labels import CHANGED_LABELS, STATE_LABELS
from portal.people.models import CaseFile, Client, FileChange, Handover
from portal.people.service.file_changes import FileState, changes_of, state_of
from portal.people.service.handovers import handovers_of, moves_of


class Event(NamedTuple):
    """A day in the person's history; `what` is for officers' pages and never for a member's."""

    day: date
    what: str
    reason: str
    by_pid: str | None


@dataclass(frozen=True)
class Aftercare:
    """The papers, newest first, and the changes of the files, oldest first."""

    handovers: Sequence[Handover]
    changes: Sequence[FileChange]

    def state(self, file: CaseFile) -> FileState:
        """Where an open file stands."""
        return state_of(file, list(self.changes))

    def of(self, file: CaseFile) -> list[FileChange]:
        """What was changed of one file."""
        return [change for change in self.changes if change.case_file_id == file.id]


def aftercare_of(client: Client) -> Aftercare:
    """That of a client whom the caller may see."""
    return Aftercare(handovers_of(client), changes_of(client))


def events_of(client: Client) -> list[Event]:
    """The same as days of a history, the oldest first, for whoever shows one."""
    found = aftercare_of(client)
    moves = [move for handover in found.handovers for move in _with_owner(handover, client)]
    changed = [_changed(change) for change in found.changes]
    return sorted([*moves, *changed], key=lambda event: event.day)


def _with_owner(handover: Handover, client: Client) -> list[Event]:
    handover.client = client
    return [
        Event(row.moved_on, str(STATE_LABELS[row.to_state]), row.reason, row.by_pid)
        for row in moves_of(handover)
    ]


def _changed(change: FileChange) -> Event:
    words = str(CHANGED_LABELS[change.kind])
    return Event(change.changed_on, words, change.reason, change.by_pid)
