"""Everything the portal keeps about a member, gathered from all rooms for that member alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect, select, union_all
from sqlalchemy.orm import contains_eager

from portal import audit, clock
from portal.access import Actor
from portal.clubs.models import (
    Answer,
    Attendance,
    Charge,
    Club,
    ClubTask,
    Drift,
    Meeting,
    Membership,
    ProgressSheet,
    ReminderChoice,
    Volunteer,
)
from portal.clubs.service import shown_name
from portal.clubs.service.charges import Companion, companion_of
from portal.clubs.service.reminding import choice_of, rows_about
from portal.clubs.service.transfers import transfers_of
from portal.db import session
from portal.i18n import _
from portal.jobs.models import Employer
from portal.journeys.models import (
    EmploymentCentre,
    Need,
    PastWork,
    RaisedNeed,
    Referral,
    RetentionCheck,
    Step,
)
from portal.journeys.service import needs_of
from portal.journeys.service.raising import own_raised
from portal.journeys.service.whole import way_of
from portal.people.models import (
    CaseFile,
    Client,
    Consent,
    DataRequest,
    FileChange,
    Handover,
    HandoverMove,
)
from portal.people.service import own_client, own_consents, readings_of, wishes_of
from portal.people.service.case_files import case_files_of
from portal.people.service.consents import get_own_consent
from portal.people.service.readings import Reading
from portal.people.service.wishes import Wishes
from portal.places.service import name_of
from portal.training.models import Learner, Provider

INNER = (
    "id",
    "client_id",
    "club_id",
    "meeting_id",
    "step_id",
    "club_id",
    "membership_id",
    "need_id",
    "from_club_id",
    "to_club_id",
    "support_id",
    "key_wrapped",
    "phone_hash",
    "version",
)  # tell a person nothing


NAMED_BY_PID = ("club", "employer", "provider", "volunteer", "body", "centre")


Owned = (
    ProgressSheet
    | Drift
    | Answer
    | ClubTask
    | Step
    | Consent
    | Handover
    | HandoverMove
    | FileChange
    | DataRequest
    | PastWork
)


@dataclass(frozen=True)
class Shared:
    """A consent in force and the viewer's name."""

    consent: Consent
    viewer: str


@dataclass(frozen=True)
class OwnData:
    """What the page "my data" shows."""

    client: Client
    commune: str
    wishes: Wishes
    needs: list[Need]
    raised: list[RaisedNeed]
    case_files: list[CaseFile]
    companion: Companion | None
    reminding: ReminderChoice | None
    shared: list[Shared]
    readings: list[Reading]


def own_data(actor: Actor) -> OwnData:
    """All of it, for the page."""
    client = own_client(actor)
    return OwnData(
        client=client,
        commune=name_of(client.commune_code, clock.today()),
        wishes=wishes_of(client),
        needs=needs_of(actor, client),
        raised=own_raised(actor),
        case_files=case_files_of(client),
        companion=companion_of(client),
        reminding=choice_of(client),
        shared=_shared(own_consents(actor)),
        readings=readings_of(client),
    )


def shared_by(actor: Actor, pid: str) -> Shared:
    """One consent of the actor's own, with the viewer's name."""
    return _shared([get_own_consent(actor, pid)])[0]


def download(actor: Actor) -> dict[str, Any]:
    """All of it, for a file: every row of every table that is about the actor."""
    client, data = own_client(actor), own_data(actor)
    audit.record(actor, "download_own_data", f"client/{client.pid}", client=client.pid)
    return {
        "made_on": clock.today(),
        "person": _facts(client),
        "skills": [{"code": code, "proven": proven} for code, proven in data.wishes.skills],
        "wanted_occupations": data.wishes.wanted,
        "case_files": _all_facts(data.case_files),
        "handovers": _all_of(Handover, client),
        "handover_moves": _all_of(HandoverMove, client),
        "file_changes": _all_of(FileChange, client),
        "data_requests": _all_of(DataRequest, client),
        "needs": _all_facts(data.needs),
        "raised_needs": _all_facts(data.raised),
        "progress_sheets": _all_of(ProgressSheet, client),
        "drifts": _all_of(Drift, client),
        "memberships": _memberships(client),
        "transfers": _transfers(client),
        "attendance": _attendance(client),
        "tasks": _all_of(ClubTask, client),
        "companions": _companions(client),
        "answers": _all_of(Answer, client),
        "reminders": _all_facts(rows_about(client)),
        "steps": _all_of(Step, client),
        "seats": _seats(client),
        "past_work": _all_of(PastWork, client),
        "retention_checks": _all_facts(_retention_checks(client)),
        **{name: _all_facts(rows) for name, rows in way_of(client).items()},
        "consents": _all_of(Consent, client),
        "readings": [_reading(reading) for reading in data.readings],
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "last_at": reading.at,
        "name": reading.name,
        "roles": list(reading.roles),
        "times": reading.times,
    }


def _retention_checks(client: Client) -> Iterable[RetentionCheck]:
    of_steps = select(RetentionCheck).join(Step, Step.id == RetentionCheck.step_id)
    return session().scalars(of_steps.where(Step.client_id == client.id))


def _seats(client: Client) -> list[dict[str, Any]]:
    """Where the person stands on the rosters that they gave their name to."""
    rows = session().execute(
        select(Step.opening_code, Learner.standing, Learner.offer_ends_on, Learner.declined_for)
        .join(Learner, Learner.pid == Step.copy_pid)
        .where(Step.client_id == client.id)
        .order_by(Step.id)
    )
    return [dict(row._mapping) for row in rows]


def _memberships(client: Client) -> list[dict[str, Any]]:
    rows = session().execute(
        select(Club, Membership.joined_on, Membership.left_on, Membership.left_for)
        .join(Club, Club.id == Membership.club_id)
        .where(Membership.client_id == client.id)
        .order_by(Membership.joined_on)
    )
    return [
        {"club": shown_name(club), "joined_on": joined, "left_on": left, "left_for": why}
        for club, joined, left, why in rows
    ]


def _transfers(client: Client) -> list[dict[str, Any]]:
    return [
        {"from": shown_name(one.from_club), "to": shown_name(one.to_club), **_facts(one)}
        for one in session().scalars(transfers_of(client))
    ]


def _companions(client: Client) -> list[dict[str, Any]]:
    rows = session().execute(
        select(Volunteer.name, Charge.from_on, Charge.to_on)
        .join(Volunteer, Volunteer.id == Charge.volunteer_id)
        .where(Charge.client_id == client.id)
        .order_by(Charge.from_on)
    )
    return [{"name": name, "from_on": first, "to_on": last} for name, first, last in rows]


def _attendance(client: Client) -> list[dict[str, Any]]:
    rows = session().execute(
        select(Club.display_name, Meeting.starts_at, Attendance.status)
        .join(Meeting, Meeting.club_id == Club.id)
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .where(Attendance.client_id == client.id)
        .order_by(Meeting.starts_at)
    )
    return [{"club": club, "starts_at": at, "status": status} for club, at, status in rows]


def _all_of(table: type[Owned], client: Client) -> list[dict[str, Any]]:
    """The facts of all rows of a table that are about the client."""
    query = select(table).where(table.client_id == client.id)
    return _all_facts(session().scalars(query.order_by(table.id)))


def _all_facts(rows: Iterable[Any]) -> list[dict[str, Any]]:
    return [_facts(row) for row in rows]


def _facts(row: Any) -> dict[str, Any]:
    """The columns of a row by name, sealed ones opened."""
    names = [attr.key for attr in inspect(type(row)).column_attrs if attr.key not in INNER]
    return {
        name.removesuffix("_sealed"): getattr(row, name.removesuffix("_sealed")) for name in names
    }


def _shared(consents: list[Consent]) -> list[Shared]:
    """Each with its viewer's name: that of a club, a volunteer, an employer, a provider, a centre,
    or else of a place."""
    pids = [consent.viewer.partition("/")[2] for consent in consents]
    clubs = session().scalars(select(Club).where(Club.pid.in_(pids)))
    outside = union_all(
        select(Employer.pid, Employer.name).where(Employer.pid.in_(pids)),
        select(Provider.pid, Provider.name).where(Provider.pid.in_(pids)),
        select(Volunteer.pid, Volunteer.name).where(Volunteer.pid.in_(pids)),
        select(EmploymentCentre.pid, EmploymentCentre.name).where(EmploymentCentre.pid.in_(pids)),
    )
    names = {club.pid: shown_name(club) for club in clubs}
    names |= {pid: name for pid, name in session().execute(outside)} | _bodies(pids)
    return [
        Shared(consent, names.get(pid) or _name_of_viewer(consent.viewer))
        for consent, pid in zip(consents, pids, strict=True)
    ]


def _bodies(pids: Iterable[str]) -> dict[str, str]:
    """Where the member was sent on to, by the referral."""
    joined = select(Referral).join(Referral.client).options(contains_eager(Referral.client))
    return {row.pid: row.body for row in session().scalars(joined.where(Referral.pid.in_(pids)))}


def _name_of_viewer(viewer: str) -> str:
    """The name of a place, or the portal's own; blank for what is there no more."""
    kind, _slash, which = viewer.partition("/")
    if kind == "portal":
        return str(_("Trang này, để gửi tin cho anh/chị"))
    return "" if kind in NAMED_BY_PID else name_of(which, clock.today())
