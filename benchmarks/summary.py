"""The summary against the records it counts: a dashboard's figures, and what a write costs.

On SQLite and on PostgreSQL.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import Row, insert, select, text

from benchmarks import country, databases
from benchmarks.timing import say, seconds
from portal import changes, clock
from portal.clubs.models import Attendance, Meeting
from portal.db import session
from portal.installation import Installation
from portal.targets import summary
from portal.targets.summary import COUNTRY

YEARS = [str(year) for year in range(2015, 2027)]
BIG, BIG_CLUB = 40, 1_000_000  # members of the club whose rolls are written, and its number
LOCAL_DAY = {
    "sqlite": "date(m.starts_at, '+7 hours')",
    "postgresql": "CAST(timezone('Asia/Ho_Chi_Minh', m.starts_at) AS date)",
}
RAW = """
SELECT year, sum(came), sum(expected) FROM (
  SELECT substr(CAST(m.day AS text), 1, 4) AS year,
    sum(CASE WHEN k.counts_as = 'present' THEN 1 ELSE 0 END) AS came,
    count(*) - sum(CASE WHEN k.counts_as = 'ignored' THEN 1 ELSE 0 END) AS expected,
    count(a.id) AS marks
  FROM (SELECT m.id, m.club_id, {day} AS day FROM meetings m WHERE m.cancelled_at IS NULL) m
  JOIN memberships s ON s.club_id = m.club_id AND s.joined_on <= m.day
    AND (s.left_on IS NULL OR s.left_on >= m.day)
  LEFT JOIN attendance a ON a.meeting_id = m.id AND a.client_id = s.client_id
  LEFT JOIN attendance_kinds k ON k.code = a.status
  GROUP BY m.id, m.day
) meetings WHERE marks > 0 AND expected > 0 GROUP BY year
"""
Figures = Mapping[str, tuple[int, int]]


def measure(communes: int | None) -> None:
    """On each kind of database in turn."""
    for opened in (databases.sqlite, databases.postgresql):
        with opened() as installation:
            _measure(installation, communes)


def _measure(installation: Installation, communes: int | None) -> None:
    kind = installation.engine.dialect.name
    with installation.transaction(writes=True):
        marks = country.fill(communes)
        summary.rebuild()
    with installation.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
    say(f"{kind}: {marks:,} marks of attendance")
    _compare_reading(installation, kind)
    _compare_writing(installation)


def _compare_reading(installation: Installation, kind: str) -> None:
    """Attendance in the country, year by year."""
    with installation.transaction(writes=False):
        raw = RAW.format(day=LOCAL_DAY[kind])
        assert _counted(raw) == _summed()
        slow, fast = seconds(lambda: _counted(raw), times=3), seconds(_summed)
    say(
        f"  the years of the country: {slow:.2f} s from the marks, {fast * 1000:.2f} ms from the "
        f"summary: 1/{slow / fast:,.0f} (aim: 1/1,000)"
    )


def _counted(raw: str) -> Figures:
    rows = session().execute(text(raw))
    return {year: (int(came), int(expected)) for year, came, expected in rows}


def _summed() -> Figures:
    found = summary.figures(["attendance"], "country", [COUNTRY], YEARS)
    return {key.period: tuple(counted) for key, counted in found.items()}  # type: ignore[misc]


def _compare_writing(installation: Installation) -> None:
    """A mark, and a roll of forty, saved with the summary and without."""
    with installation.transaction(writes=True):
        members = country.add_club(BIG_CLUB, country.SOMEWHERE, BIG)
        begins = datetime(2026, 6, 10, 12, tzinfo=UTC)
        country.add_meetings((BIG_CLUB, begins) for _ in range(100))
        found = select(Meeting.id, Meeting.pid).where(Meeting.club_id == BIG_CLUB)
        meetings = iter(session().execute(found).all())
    for size, what in ((1, "one mark"), (BIG, f"a roll of {BIG}")):
        save = partial(_save, installation, meetings, members[:size])
        bare, kept = seconds(partial(save, noted=False)), seconds(partial(save, noted=True))
        say(
            f"  {what}: {bare * 1000:.1f} ms bare, {kept * 1000:.1f} ms with the summary: "
            f"{kept / bare:.1f} times (aim: at most 10)"
        )


def _save(
    installation: Installation,
    meetings: Iterator[Row[int, str]],
    members: list[int],
    *,
    noted: bool,
) -> None:
    """The roll of the next meeting, in a transaction; noted, the summary follows."""
    number, pid = next(meetings)
    mark = {"meeting_id": number, "status": "present", "noted_at": clock.now()}
    with installation.transaction(writes=True):
        session().execute(insert(Attendance), [{"client_id": who, **mark} for who in members])
        if noted:
            changes.note("attendance", pid)
