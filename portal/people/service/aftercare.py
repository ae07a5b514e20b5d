"""Where a person's aftercare stands: papers of facilities, and what became of each open file."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.people.models import CaseFile, Client, FileChange, Handover
from portal.people.service.file_changes import FileState, changes_of, state_of
from portal.people.service.handovers import handovers_of


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
