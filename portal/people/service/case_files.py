"""Aftercare files: one completion of a programme, and the time of support that follows it."""

from datetime import date, timedelta

from sqlalchemy import select

from portal import audit, changes, clock
from portal.access import Actor
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _
from portal.people.models import CaseFile, Client
from portal.people.service.clients import own_commune
from portal.people.service.consents import TO_CASE_OFFICERS, give_consent

YEARS = {"voluntary": 1, "compulsory": 2, "substitution": 1}
"""How long aftercare lasts by law, by the kind of programme completed."""


def last_day(kind: str, first: date) -> date:
    """The last day of aftercare that begins on `first`: the day before its anniversary."""
    return clock.years_after(first, YEARS[kind]) - timedelta(days=1)


def open_case_file(
    actor: Actor,
    client_pid: str,
    *,
    kind: str,
    completed_on: date,
    managed_from: date | None = None,
    managed_to: date | None = None,
) -> CaseFile:
    """Open the aftercare file of a person of the actor's commune.

    It runs from `managed_from` (default: the day after completion) for as long as the law says,
    unless the decision names another last day.
    """
    client = session().scalar(own_commune(actor).where(Client.pid == client_pid))
    if client is None:
        raise NotFound
    first = managed_from or completed_on + timedelta(days=1)
    last = managed_to or last_day(kind, first)
    _check(completed_on, first, last)
    opened = CaseFile(
        client=client,
        kind=kind,
        completed_on=completed_on,
        managed_from=first,
        managed_to=last,
    )
    session().add(opened)
    session().flush()
    _let_case_officers_know(actor, client)
    audit.record(actor, "open_case_file", f"case_file/{opened.pid}", client=client.pid)
    changes.note("case_file", opened.pid, place=client.commune_code, day=completed_on, n=1)
    return opened


def case_files_of(client: Client) -> list[CaseFile]:
    """The files of a client whom the caller may see, newest first."""
    query = select(CaseFile).where(CaseFile.client_id == client.id)
    return list(session().scalars(query.order_by(CaseFile.completed_on.desc())))


def _check(completed_on: date, first: date, last: date) -> None:
    if completed_on > clock.today():
        raise RuleBroken(_("Ngày hoàn thành không được sau hôm nay."), field="completed_on")
    if not completed_on <= first <= last:
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
