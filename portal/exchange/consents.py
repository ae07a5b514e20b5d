"""The consents that imported records stand for: join forms, and the aftercare file by law."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from portal import clock
from portal.clubs.models import Club
from portal.db import new_pid, session
from portal.exchange.known import Known
from portal.exchange.table import Written
from portal.people.models import CaseFile, Client, Consent
from portal.people.service.consents import TO_A_CLUB, TO_CASE_OFFICERS

CLUB = "club"
AFTERCARE = "aftercare"
Viewed = tuple[int, str]
"""A client and who may see them."""


def of_memberships(written: Written, known: Known) -> None:
    """An imported membership counts as a signed join form: for that club only, from the day of
    joining to that of leaving."""
    clubs = {code: pid for code, pid in session().execute(select(Club.code, Club.pid))}
    there = {
        (client_id, viewer, from_on): number
        for number, client_id, viewer, from_on in session().execute(
            select(Consent.id, Consent.client_id, Consent.viewer, Consent.from_on).where(
                Consent.purpose == CLUB
            )
        )
    }
    new, ends = [], []
    for row in written.rows:
        client_id = known.ids(Client)[row["client_code"]]
        viewer = f"club/{clubs[row['club_code']]}"
        number = there.get((client_id, viewer, row["joined_on"]))
        if number is None:
            new.append(_join_form(client_id, viewer, row["joined_on"], row["left_on"]))
        else:
            ends.append((number, row["left_on"]))
    _add(new)
    _end(ends)


def of_case_files(written: Written, known: Known) -> None:
    """By law the aftercare file is known to the case officers of the person's commune; where the
    person has moved, to those of the former one no longer."""
    due = _due_by_law()
    standing: dict[Viewed, int] = {
        (client_id, viewer): number
        for number, client_id, viewer in session().execute(
            select(Consent.id, Consent.client_id, Consent.viewer).where(
                Consent.purpose == AFTERCARE, Consent.basis == "law", Consent.to_on.is_(None)
            )
        )
    }
    moved = {client for client, _ in standing}
    _end((number, clock.today()) for viewed, number in standing.items() if viewed not in due)
    _add(
        _by_law(client_id, viewer, clock.today() if client_id in moved else day)
        for (client_id, viewer), day in due.items()
        if (client_id, viewer) not in standing
    )


def _due_by_law() -> dict[Viewed, date]:
    """Who may see whose file today, and since when: the first completion."""
    files = (
        select(Client.id, Client.commune_code, CaseFile.completed_on)
        .join(CaseFile, CaseFile.client_id == Client.id)
        .where(Client.key_wrapped.is_not(None))
        .order_by(CaseFile.completed_on.desc())
    )
    return {
        (client_id, f"case_officers/{commune}"): day
        for client_id, commune, day in session().execute(files)
    }


def _join_form(client_id: int, viewer: str, from_on: date, to_on: date | None) -> dict[str, Any]:
    return {
        "client_id": client_id,
        "basis": "consent",
        "purpose": CLUB,
        "viewer": viewer,
        "fields": " ".join(TO_A_CLUB),
        "from_on": from_on,
        "to_on": to_on,
        "given_how": "join form (import)",
    }


def _by_law(client_id: int, viewer: str, from_on: date) -> dict[str, Any]:
    return {
        "client_id": client_id,
        "basis": "law",
        "purpose": AFTERCARE,
        "viewer": viewer,
        "fields": " ".join(TO_CASE_OFFICERS),
        "from_on": from_on,
        "to_on": None,
        "given_how": "law",
    }


def _add(rows: Iterable[dict[str, Any]]) -> None:
    given = clock.now()
    values = [{"pid": new_pid(), "given_at": given, **row} for row in rows]
    if values:
        session().execute(insert(Consent), values)


def _end(ends: Iterable[tuple[int, date | None]]) -> None:
    """Set the last day of consents; blank opens them again, unless they were withdrawn."""
    values = [{"of_id": number, "last": day} for number, day in ends]
    if values:
        consents = Consent.__table__
        statement = update(Consent).where(consents.c.id == bindparam("of_id"))
        session().connection().execute(statement.values(to_on=bindparam("last")), values)
