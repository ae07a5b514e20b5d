"""Clubs, their boards, members, meetings and roll calls, their reports; counselling points."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import delete, update

from portal import clock
from portal.clubs.models import (
    Attendance,
    BoardMember,
    Club,
    ClubReport,
    ClubSeat,
    ClubState,
    ClubStatus,
    CounsellingPoint,
    Meeting,
    Membership,
)
from portal.db import session
from portal.exchange import consents, rules
from portal.exchange.cells import CODE, DATE, LINES, PERIOD, TIME, one_of
from portal.exchange.effects import index_as, index_clubs_of_seats
from portal.exchange.known import Known
from portal.exchange.storing import chunks
from portal.exchange.table import Column, Facts, Flaw, Key, Table, Written
from portal.exchange.tables.people import CLIENT

MARKS = ("present", "late", "absent_excused", "absent")
ENDED = (ClubStatus.PAUSED, ClubStatus.DISSOLVED)
OLD_DISTRICT = replace(CODE, write=lambda code: code or "", blank=None)
CLUB = Column("club_code", CODE, required=True, refers=Club, attribute="club_id")


def state_since(new: Facts, old: Facts | None, known: Known) -> tuple[Flaw, ...]:
    """A club paused or dissolved without a day is so from the day of its import."""
    if new["status"] in ENDED and new["status_on"] is None:
        stands = old is not None and old["status"] == new["status"]
        new["status_on"] = old["status_on"] if old and stands else clock.today()
    return ()


def one_open_membership(rows: Mapping[Key, Facts]) -> Iterator[tuple[Key, str, str]]:
    """Nobody is a member of a club twice at a time."""
    still = {key: row for key, row in rows.items() if row["left_on"] is None}
    open_ones = Counter((row["client_code"], row["club_code"]) for row in still.values())
    for key, row in still.items():
        if open_ones[row["client_code"], row["club_code"]] > 1:
            yield key, "left_on", "is blank, and so is that of another membership of the same club"


def replace_history(written: Written, known: Known) -> None:
    """A state that the file gives otherwise than it stood is the whole truth: earlier moves go,
    and the heir of a merged club."""
    told = [new["id"] for old, new in written.changed if _state(old) != _state(new)]
    for part in chunks(told):
        session().execute(delete(ClubState).where(ClubState.club_id.in_(part)))
        session().execute(update(Club).where(Club.id.in_(part)).values(heir_pid=None))


def _state(row: Facts) -> tuple[str, date | None]:
    return row["status"], row["status_on"]


def _noted() -> dict[str, Any]:
    return {"noted_at": clock.now()}


CLUBS = Table(
    kind="clubs",
    model=Club,
    columns=(
        Column("code", CODE, required=True),
        Column("name", required=True),
        Column("commune_code", CODE, required=True),
        Column("founded_on", DATE),
        Column("decision"),
        Column("status", one_of([status.value for status in ClubStatus], blank="operating")),
        Column("status_on", DATE),
        Column("old_district_code", OLD_DISTRICT),
    ),
    rules=(rules.commune("founded_on"), rules.old_district, state_since),
    after=(index_as("club"), replace_history),
)

CLUB_SEATS = Table(
    kind="club_seats",
    model=ClubSeat,
    columns=(
        CLUB,
        Column("from_on", DATE, required=True),
        Column("commune_code", CODE, required=True),
        Column("decision", required=True),
        Column("decided_on", DATE),
    ),
    key=("club_code", "from_on"),
    rules=(rules.commune("from_on"),),
    after=(index_clubs_of_seats,),
)

MEMBERSHIPS = Table(
    kind="memberships",
    model=Membership,
    columns=(
        CLIENT,
        CLUB,
        Column("joined_on", DATE, required=True),
        Column("left_on", DATE),
    ),
    key=("client_code", "club_code", "joined_on"),
    rules=(rules.in_order("joined_on", "left_on"),),
    across=one_open_membership,
    after=(consents.of_memberships,),
    personal=True,
)

MEETINGS = Table(
    kind="meetings",
    model=Meeting,
    columns=(
        Column("code", CODE, required=True),
        CLUB,
        Column("starts_at", TIME, required=True),
        Column("ends_at", TIME),
        Column("place"),
        Column("minutes", LINES),
    ),
    rules=(rules.in_order("starts_at", "ends_at", strictly=True),),
)

ATTENDANCE = Table(
    kind="attendance",
    model=Attendance,
    columns=(
        Column("meeting_code", CODE, required=True, refers=Meeting, attribute="meeting_id"),
        CLIENT,
        Column("status", one_of(MARKS), required=True),
    ),
    key=("meeting_code", "client_code"),
    fresh=_noted,
    personal=True,
)

BOARDS = Table(
    kind="boards",
    model=BoardMember,
    columns=(
        CLUB,
        Column("post", required=True),
        Column("name", required=True),
        Column("agency"),
        Column("from_on", DATE, required=True),
        Column("to_on", DATE),
    ),
    key=("club_code", "post", "name", "from_on"),
    rules=(rules.in_order("from_on", "to_on"),),
)

REPORTS = Table(
    kind="club_reports",
    model=ClubReport,
    columns=(CLUB, Column("period", PERIOD, required=True), Column("sent_on", DATE)),
    key=("club_code", "period"),
)

COUNSELLING_POINTS = Table(
    kind="counselling_points",
    model=CounsellingPoint,
    columns=(
        Column("code", CODE, required=True),
        Column("name", required=True),
        Column("commune_code", CODE, required=True),
        Column("opened_on", DATE),
        Column("closed_on", DATE),
        Column("hours", LINES),
    ),
    rules=(rules.commune("opened_on"), rules.in_order("opened_on", "closed_on")),
    after=(index_as("counselling_point"),),
)
