"""A small province made by hand: one call a record, only what a test is about."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import TypeVar

from portal import clock
from portal.clubs.models import (
    Attendance,
    BoardMember,
    Club,
    ClubReport,
    CounsellingPoint,
    Meeting,
    Membership,
)
from portal.db import Base, session
from portal.journeys.models import Need
from portal.people.models import CaseFile, Client
from portal.targets.models import Figure, StaffTraining

_numbers = count(1)


Row = TypeVar("Row", bound=Base)


def save(row: Row) -> Row:
    """Store a row at once, so that its number is known."""
    session().add(row)
    session().flush()
    return row


def club(commune: str, founded_on: date | None, **more: object) -> Club:
    """A club with a founding decision, operating unless said otherwise."""
    values = {"name": "CLB", "decision": "12/QĐ-UBND", "commune_code": commune} | more
    return save(Club(founded_on=founded_on, **values))


def client(commune: str) -> Client:
    """A person who lives in the commune."""
    return save(Client(commune_code=commune, birth_year=1990, education=2))


def case(
    person: Client,
    completed_on: date,
    managed_from: date | None = None,
    *,
    kind: str = "voluntary",
    managed_to: date | None = None,
) -> CaseFile:
    """A completion, with or without an aftercare file."""
    return save(
        CaseFile(
            client_id=person.id,
            kind=kind,
            completed_on=completed_on,
            managed_from=managed_from,
            managed_to=managed_to,
        )
    )


def need(person: Client, kind: str, recorded_on: date, met_on: date | None = None) -> Need:
    """A need, met or not."""
    return save(Need(client_id=person.id, kind=kind, recorded_on=recorded_on, met_on=met_on))


def member(of: Club, joined_on: date, left_on: date | None = None) -> Client:
    """A new person in the club from a day on."""
    person = client(of.commune_code)
    join(of, person, joined_on, left_on)
    return person


def join(of: Club, person: Client, joined_on: date, left_on: date | None = None) -> None:
    """A membership, both days included."""
    save(Membership(club_id=of.id, client_id=person.id, joined_on=joined_on, left_on=left_on))


def meeting(
    of: Club, day: date, marks: Iterable[tuple[Client, str]] = (), minutes: str = "Đã họp."
) -> Meeting:
    """An evening meeting with its roll."""
    held = save(
        Meeting(
            club_id=of.id,
            starts_at=clock.instant(datetime.combine(day, time(19, 30))),
            minutes=minutes,
        )
    )
    for person, status in marks:
        save(
            Attendance(meeting_id=held.id, client_id=person.id, status=status, noted_at=clock.now())
        )
    return held


def chair(of: Club, from_on: date, to_on: date | None = None) -> None:
    """A chair of the board."""
    save(BoardMember(club_id=of.id, post="chair", name="Anh Ba", from_on=from_on, to_on=to_on))


def report(of: Club, period: str, sent_on: date | None) -> None:
    """The club's report for a period."""
    save(ClubReport(club_id=of.id, period=period, sent_on=sent_on))


def stable(of: Club, day: date) -> Client:
    """Give the club all that makes it stable on the day; its one member, always there."""
    person = member(of, of.founded_on or day)
    chair(of, of.founded_on or day)
    this_month = day.replace(day=1)
    for back in (1, 2, 3):
        meeting(of, clock.months_before(this_month, back) + timedelta(9), [(person, "present")])
    report(of, f"{clock.months_before(this_month, 1):%Y-%m}", day)
    return person


def point(commune: str, opened_on: date | None, closed_on: date | None = None) -> None:
    """A counselling point."""
    save(
        CounsellingPoint(
            name="Điểm tư vấn", commune_code=commune, opened_on=opened_on, closed_on=closed_on
        )
    )


def staff(place: str, *completed_on: date | None, person: str | None = None) -> None:
    """A member of staff with a row a course."""
    code = person or f"cb{next(_numbers)}"
    for number, day in enumerate(completed_on):
        save(
            StaffTraining(
                person_code=code,
                name="Cán bộ",
                place_code=place,
                course=f"khoa-{next(_numbers)}-{number}",
                completed_on=day,
            )
        )


def figure(indicator: str, place: str, period: str, numerator: int, denominator: int) -> None:
    """A figure that an officer reported."""
    save(
        Figure(
            indicator=indicator,
            place_code=place,
            period=period,
            numerator=numerator,
            denominator=denominator,
            source="BC",
            entered_at=clock.now(),
        )
    )
