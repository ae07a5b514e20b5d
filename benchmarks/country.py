"""A country of clubs: one a commune, a meeting a month for twelve years, and all their rolls."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import insert, text

from portal import clock
from portal.clubs.models import Club, Meeting, Membership
from portal.db import Base, new_pid, session
from portal.people.models import Client
from portal.places import service as places

BEGAN = date(2015, 1, 1)
MONTHS = [datetime(2015 + n // 12, n % 12 + 1, 10, 12, tzinfo=UTC) for n in range(144)]
MEMBERS = 11
SOMEWHERE = "26041"
CHUNK = 50_000
ROLLS = text(
    "INSERT INTO attendance (meeting_id, client_id, status, noted_at) "
    "SELECT m.id, s.client_id, CASE (m.id * 7 + s.client_id * 13) % 10 WHEN 0 THEN 'absent' "
    "WHEN 1 THEN 'absent_excused' WHEN 2 THEN 'late' ELSE 'present' END, m.starts_at "
    "FROM meetings m JOIN memberships s ON s.club_id = m.club_id"
)


def fill(number: int | None) -> int:
    """Fill an empty database, with clubs in so many communes; how many marks there are."""
    communes = [place.code for place in places.gazetteer().communes(clock.today())][:number]
    clubs = range(1, len(communes) + 1)
    for club in clubs:
        add_club(club, communes[club - 1], MEMBERS)
    months = [(club, month) for club in clubs for month in MONTHS]
    add_meetings(months)
    session().execute(ROLLS)
    return int(session().scalar(text("SELECT count(*) FROM attendance")) or 0)


def add_club(number: int, commune: str, size: int) -> list[int]:
    """A club with so many members; their numbers."""
    of = {"name": f"CLB {number}", "commune_code": commune, "founded_on": BEGAN}
    _add(Club, [{"id": number, "code": f"B{number}", "pid": new_pid(), **of}])
    people = [number * 100 + n for n in range(size)]
    known = {"commune_code": commune, "birth_year": 1990, "education": 0}
    _add(Client, ({"id": n, "code": f"C{n}", "pid": new_pid(), **known} for n in people))
    joined = {"club_id": number, "joined_on": BEGAN}
    _add(Membership, ({"client_id": n, "pid": new_pid(), **joined} for n in people))
    return people


def add_meetings(held: Iterable[tuple[int, datetime]]) -> None:
    """Meetings of clubs, by when they began."""
    pids = ((club, begins, new_pid()) for club, begins in held)
    _add(
        Meeting,
        (
            {"club_id": club, "starts_at": begins, "pid": pid, "code": pid, "minutes": ""}
            for club, begins, pid in pids
        ),
    )


def _add(model: type[Base], rows: Iterable[dict[str, Any]]) -> None:
    values = list(rows)
    for start in range(0, len(values), CHUNK):
        session().execute(insert(model), values[start : start + CHUNK])
