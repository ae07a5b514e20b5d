"""A person's whole file as their case officer sees it, and what the commune needs today."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from portal import audit, clock
from portal.access import Actor, Role
from portal.clubs.models import VolunteerVisit
from portal.clubs.service.receiving import residences_to_check
from portal.clubs.service.visits import visits_due, visits_to
from portal.db import session
from portal.errors import NotFound
from portal.journeys.labels import NEED_LABELS
from portal.journeys.models import Need, RaisedNeed
from portal.journeys.service.lateness import late_today
from portal.journeys.service.needs import needs_of, open_needs
from portal.journeys.service.raising import origins_of, raised_waiting
from portal.journeys.service.retention import Placement, checks_due, placements_of
from portal.people.labels import STATE_LABELS
from portal.people.models import CaseFile, Client, Note
from portal.people.service import NAME, name_in, own_commune, wishes_of
from portal.people.service.aftercare import Aftercare, aftercare_of
from portal.people.service.case_files import case_files_of, running_until
from portal.people.service.clients import get_client
from portal.people.service.data_requests import late_requests, waiting_requests
from portal.people.service.handovers import late, waiting
from portal.people.service.notes import notes_on
from portal.people.service.phones import open_clashes
from portal.people.service.wishes import Wishes

SOON = timedelta(days=30)
FIRST_FEW = 3


@dataclass(frozen=True)
class File:
    """Everything on one page."""

    client: Client
    case_files: list[CaseFile]
    aftercare: Aftercare
    wishes: Wishes
    needs: list[Need]
    placements: list[Placement]
    notes: list[tuple[Note, str]]
    visits: list[VolunteerVisit]
    raised: dict[int, RaisedNeed]


def open_file(actor: Actor, pid: str) -> File:
    """Open the file of a person of the actor's commune; the reading is written down first."""
    if session().scalar(own_commune(actor).where(Client.pid == pid)) is None:
        raise NotFound
    client = get_client(actor, pid)
    return File(
        client,
        case_files_of(client),
        aftercare_of(client),
        wishes_of(client),
        needs_of(actor, client),
        placements_of(actor, client),
        notes_on(actor, client),
        visits_to(actor, client),
        origins_of(client),
    )


@dataclass(frozen=True)
class Ending:
    """A file whose time of support ends soon."""

    pid: str
    name: str
    managed_to: date


def files_ending(actor: Actor) -> list[Ending]:
    """Of the actor's commune, whose aftercare ends within 30 days, soonest first."""
    today = clock.today()
    until = running_until(own_commune(actor).with_only_columns(Client.id))
    soon = {number: last for number, last in until.items() if last <= today + SOON}
    named = own_commune(actor).with_only_columns(*NAME, Client.id).where(Client.id.in_(soon))
    ending = [Ending(row.pid, name_in(row), soon[row.id]) for row in session().execute(named)]
    return sorted(ending, key=lambda file: (file.managed_to, file.pid))


def caseload_today(actor: Actor) -> dict[str, Any]:
    """What a case officer does now: what clubs raised, needs, jobs to ask about, visits that are
    due, files that end, phones that clash, residences to ask about."""
    for commune in actor.scopes(Role.CASE_OFFICER):
        audit.record(actor, "read_list", f"commune/{commune}")
    needs = open_needs(actor)
    return {
        "checks": checks_due(actor),
        "needs": needs[:FIRST_FEW],
        "needs_total": len(needs),
        "ending": files_ending(actor),
        "need_kinds": NEED_LABELS,
        "raised": raised_waiting(actor),
        "visits": visits_due(actor),
        "clashes": open_clashes(actor),
        "residences": residences_to_check(actor),
        "late": late_today(actor),
        "data_requests": len(waiting_requests(actor)),
        "data_requests_late": late_requests(actor),
        **_handovers(actor),
    }


def _handovers(actor: Actor) -> dict[str, Any]:
    """Who comes from a facility: what presses most, and how much of it is late."""
    found = waiting(actor)
    return {
        "handovers": found[:FIRST_FEW],
        "handovers_late": late(found),
        "handover_states": STATE_LABELS,
        "today": clock.today(),
    }
