"""What may become of an aftercare file once it is open, and the one function that changes it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from portal import audit, changes, clock
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import CaseFile, Client, FileChange
from portal.people.service.reach import in_own_commune, own_commune
from portal.people.service.residence import relocate
from portal.places.gazetteer import Level
from portal.places.service import find_unit


class FileState(StrEnum):
    """Where an open file stands, by the changes made to it."""

    RUNNING = "running"
    SUSPENDED = "suspended"
    ENDED = "ended"


# of each state: what may be done, and where it leads
FILE_MOVES: Mapping[FileState, Mapping[str, FileState]] = {
    FileState.RUNNING: {
        "suspended": FileState.SUSPENDED,
        "ended": FileState.ENDED,
        "moved": FileState.RUNNING,
    },
    FileState.SUSPENDED: {
        "resumed": FileState.RUNNING,
        "ended": FileState.ENDED,
        "moved": FileState.SUSPENDED,
    },
    FileState.ENDED: {},
}


def changes_of(client: Client) -> list[FileChange]:
    """The changes of all files of a client whom the caller may see, the first one first."""
    query = select(FileChange).where(FileChange.client_id == client.id)
    rows = list(session().scalars(query.order_by(FileChange.id)))
    for row in rows:
        row.client = client  # its key opens the reasons
    return rows


def state_of(file: CaseFile, made: list[FileChange]) -> FileState:
    """Where the changes have led the file."""
    state = FileState.RUNNING
    for change in made:
        if change.case_file_id == file.id:
            state = FILE_MOVES[state].get(change.kind, state)
    return state


def get_case_file(actor: Actor, pid: str) -> CaseFile:
    """An open file of the actor's commune; the reading is recorded."""
    query = select(CaseFile).join(Client, Client.id == CaseFile.client_id)
    query = query.where(in_own_commune(actor), Client.key_wrapped.is_not(None))
    file = session().scalar(
        query.options(contains_eager(CaseFile.client)).where(
            CaseFile.pid == pid, CaseFile.managed_from.is_not(None)
        )
    )
    if file is None:
        raise NotFound
    audit.opened(actor, f"case_file/{pid}", client=file.client.pid)
    return file


def change_file(
    actor: Actor, pid: str, *, kind: str, changed_on: date, reason: str, last_on: date | None = None
) -> FileChange:
    """Suspend, resume or end a file early, with the reason; ended, that day is its last.

    A file that goes on may be given another last day by its decision.
    """
    file = get_case_file(actor, pid)
    if kind == "moved":
        raise RuleBroken(_("Mời chọn lại."), field="kind")
    if kind == "ended":
        last_on = changed_on
    return _change(
        actor, file, kind, changed_on, reason, last_on=last_on, to_commune=file.client.commune_code
    )


def move_residence(
    actor: Actor, client_pid: str, *, commune_code: str, moved_on: date, reason: str
) -> None:
    """A person of the actor's commune has moved: their open files go with them, in the same
    transaction, and the actor sees them no more."""
    client = session().scalar(own_commune(actor).where(Client.pid == client_pid))
    if client is None:
        raise NotFound
    _check_move(client, commune_code, moved_on)
    made, former = changes_of(client), client.commune_code
    files = select(CaseFile).where(
        CaseFile.client_id == client.id, CaseFile.managed_from <= moved_on
    )
    for file in session().scalars(files):
        if file.last_day >= moved_on and state_of(file, made) != FileState.ENDED:
            file.client = client
            _change(actor, file, "moved", moved_on, reason, to_commune=commune_code)
    relocate(actor, client, commune_code, moved_on)
    audit.record(actor, "move_residence", f"commune/{former}", client=client.pid, reason="")


def _check_move(client: Client, commune_code: str, moved_on: date) -> None:
    place = find_unit(commune_code, clock.today())
    if place is None or place.level != Level.COMMUNE:
        raise RuleBroken(_("Mời chọn xã, phường đang có hiệu lực."), field="commune_code")
    if commune_code == client.commune_code:
        raise RuleBroken(_("Người này đang ở chính xã, phường đó."), field="commune_code")
    if moved_on > clock.today():
        raise RuleBroken(_("Ngày này không được sau hôm nay."), field="moved_on")


def _change(
    actor: Actor,
    file: CaseFile,
    kind: str,
    on: date,
    reason: str,
    *,
    to_commune: str,
    last_on: date | None = None,
) -> FileChange:
    session().refresh(file, ["managed_to"], with_for_update=True)
    made = changes_of(file.client)
    if kind not in FILE_MOVES[state_of(file, made)]:
        raise RuleBroken(_("Hồ sơ này đang ở bước khác. Mời tải lại trang."), field="kind")
    _check_days(file, made, on, last_on)
    file.managed_to = last_on or file.last_day
    change = FileChange(
        client=file.client,
        client_id=file.client_id,
        case_file_id=file.id,
        kind=kind,
        changed_on=on,
        last_on=file.managed_to,
        from_commune=file.client.commune_code,
        to_commune=to_commune,
        reason=reason,
        by_pid=actor.user,
        noted_at=clock.now(),
    )
    session().add(change)
    session().flush()
    audit.record(actor, f"file_{kind}", f"case_file/{file.pid}", client=file.client.pid)
    changes.note("case_file", file.pid, place=to_commune, day=on)
    return change


def _check_days(file: CaseFile, made: list[FileChange], on: date, last_on: date | None) -> None:
    first = max(
        [file.managed_from or on, *(c.changed_on for c in made if c.case_file_id == file.id)]
    )
    if on > clock.today():
        raise RuleBroken(_("Ngày này không được sau hôm nay."), field="changed_on")
    if not first <= on <= file.last_day:
        message = _("Ngày này phải nằm trong thời gian theo dõi và sau lần đổi trước.")
        raise RuleBroken(message, field="changed_on")
    if last_on and not on <= last_on <= clock.years_after(file.completed_on, 5):
        raise RuleBroken(_("Mời xem lại thứ tự các ngày."), field="last_on")
