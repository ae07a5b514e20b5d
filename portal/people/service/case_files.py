"""Aftercare files: one completion of a programme, and the time of support that follows it."""

from datetime import date, timedelta

from sqlalchemy import Select, select

from portal import audit, changes, clock
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.aftercare import last_day
from portal.people.models import CaseFile, Client, Handover
from portal.people.service.consents import TO_CASE_OFFICERS, give_consent
from portal.people.service.handover_moves import WAITING
from portal.people.service.reach import own_commune

YOUNGEST = 12  # that anyone in a programme is


def open_case_file(
    actor: Actor,
    client_pid: str,
    *,
    kind: str,
    completed_on: date,
    managed_from: date | None = None,
    managed_to: date | None = None,
) -> CaseFile:
    """Open the aftercare file of a person of the actor's commune, where no paper of a facility is
    on its way: that one has clocks that the opening has to stop."""
    client = session().scalar(own_commune(actor).where(Client.pid == client_pid))
    if client is None:
        raise NotFound
    waiting = select(Handover.id).where(
        Handover.client_id == client.id, Handover.state.in_(WAITING)
    )
    if session().scalar(waiting.limit(1)):
        raise RuleBroken(_("Người này có giấy bàn giao đang chờ. Mời mở hồ sơ từ trang bàn giao."))
    return open_for(
        actor,
        client,
        kind=kind,
        completed_on=completed_on,
        managed_from=managed_from,
        managed_to=managed_to,
    )


def open_for(
    actor: Actor,
    client: Client,
    *,
    kind: str,
    completed_on: date,
    managed_from: date | None,
    managed_to: date | None,
) -> CaseFile:
    """It runs from `managed_from` (default: the day after completion) to the last day that the law
    says, unless the decision names another."""
    opened = _unopened(client, completed_on) or CaseFile(client=client, completed_on=completed_on)
    opened.client, opened.kind = client, kind
    opened.managed_from = managed_from or completed_on + timedelta(days=1)
    opened.managed_to = managed_to or last_day(kind, completed_on)
    _check(opened)
    session().add(opened)
    session().flush()
    _let_case_officers_know(actor, client)
    audit.record(actor, "open_case_file", f"case_file/{opened.pid}", client=client.pid)
    changes.note("case_file", opened.pid, place=client.commune_code, day=completed_on, n=1)
    return opened


def note_completion(client: Client, kind: str, completed_on: date) -> None:
    """A completion counts from the day the commune knows of it, its file not opened yet."""
    if _unopened(client, completed_on) is None:
        noted = CaseFile(client=client, kind=kind, completed_on=completed_on)
        session().add(noted)
        session().flush()
        changes.note("case_file", noted.pid, place=client.commune_code, day=completed_on, n=1)


def forget_completion(client: Client, completed_on: date) -> None:
    """It was noted here by mistake; a file that was opened stays."""
    if noted := _unopened(client, completed_on):
        session().delete(noted)
        session().flush()
        changes.note("client", client.pid, place=client.commune_code, day=completed_on)


def is_open(client: Client, completed_on: date) -> bool:
    """Whether a file of that completion was opened."""
    query = select(CaseFile.id).where(CaseFile.client_id == client.id)
    opened = query.where(CaseFile.completed_on == completed_on, CaseFile.managed_from.is_not(None))
    return session().scalar(opened.limit(1)) is not None


def _unopened(client: Client, completed_on: date) -> CaseFile | None:
    return session().scalar(
        select(CaseFile)
        .where(CaseFile.client_id == client.id, CaseFile.completed_on == completed_on)
        .where(CaseFile.managed_from.is_(None))
    )


def case_files_of(client: Client) -> list[CaseFile]:
    """The files of a client whom the caller may see, newest first."""
    query = select(CaseFile).where(CaseFile.client_id == client.id)
    return list(session().scalars(query.order_by(CaseFile.completed_on.desc())))


def running_until(clients: Select[int]) -> dict[int, date]:
    """Of these clients (a select of their numbers) those under aftercare today, with its last
    day."""
    day = clock.today()
    files = select(CaseFile).where(CaseFile.client_id.in_(clients), CaseFile.managed_from <= day)
    until: dict[int, date] = {}
    for file in session().scalars(files):
        if file.last_day >= day:
            until[file.client_id] = max(file.last_day, until.get(file.client_id, day))
    return until


def _check(file: CaseFile) -> None:
    if file.completed_on > clock.today():
        raise RuleBroken(_("Ngày hoàn thành không được sau hôm nay."), field="completed_on")
    if file.managed_from and not file.completed_on <= file.managed_from <= file.last_day:
        raise RuleBroken(_("Mời xem lại thứ tự các ngày."), field="managed_from")


def _let_case_officers_know(actor: Actor, client: Client) -> None:
    """The one row of the ledger that asks nobody: the law does."""
    give_consent(
        actor,
        client,
        viewer=f"case_officers/{client.commune_code}",
        purpose="aftercare",
        fields=TO_CASE_OFFICERS,
        given_how="law",
        basis="law",
    )
