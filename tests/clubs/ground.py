"""What the tests of clubs stand on: a club, its people, and a meeting, in a few words."""

from datetime import date, datetime, time, timedelta
from functools import cache

from portal import clock
from portal.access import Actor, Held, Role
from portal.accounts.models import Post, User
from portal.accounts.service import passwords
from portal.clubs.models import Attendance, Club, Meeting, Membership
from portal.db import session
from portal.people.models import Client, Consent
from portal.people.service import phones
from tests.conftest import TODAY
from tests.pages import PASSWORD

COMMUNE = "25993"  # phường Trảng Dài
LONG_AGO = date(2026, 1, 5)


@cache
def _hashed() -> str:
    return passwords.hashed(PASSWORD)


def add(*rows: object) -> None:
    """Store rows at once."""
    session().add_all(rows)
    session().flush()


def club(name: str = "Câu lạc bộ Trảng Dài", *, commune: str = COMMUNE) -> Club:
    """An operating club."""
    made = Club(
        name=name, display_name=f"{name} Xanh", commune_code=commune, founded_on=date(2025, 8, 1)
    )
    add(made)
    return made


def client(name: str, *, phone: str = "") -> Client:
    """A person."""
    made = Client(birth_year=1990, commune_code=COMMUNE, education=2)
    made.name, made.phone, made.phone_hash = name, phone, phones.hashed(phone)
    add(made)
    return made


def join(
    of: Club,
    person: Client,
    on: date = LONG_AGO,
    left: date | None = None,
    *,
    fields: str = "name phone attendance",
) -> Membership:
    """A membership with the join form signed on its first day."""
    made = Membership(club_id=of.id, client_id=person.id, joined_on=on, left_on=left)
    form = Consent(
        client_id=person.id,
        basis="consent",
        purpose="club",
        viewer=f"club/{of.pid}",
        fields=fields,
        from_on=on,
        to_on=left,
        given_how="join form",
        given_at=clock.now(),
    )
    add(made, form)
    return made


def member(of: Club, name: str, on: date = LONG_AGO) -> Client:
    """A person who is in the club."""
    person = client(name)
    join(of, person, on)
    return person


def meeting(of: Club, days: int, hour: int = 19) -> Meeting:
    """A meeting so many days from today."""
    day = TODAY + timedelta(days=days)
    starts = clock.instant(datetime.combine(day, time(hour, 30)))
    made = Meeting(
        club=of,
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        place="Nhà văn hóa khu phố 4",
        agenda="Hỏi thăm\nViệc làm tháng này",
    )
    add(made)
    return made


def marked(at: Meeting, person: Client, status: str) -> None:
    """A mark on the roll."""
    row = Attendance(meeting_id=at.id, client_id=person.id, status=status, noted_at=clock.now())
    add(row)


def user(login: str, role: Role, scope: str) -> Actor:
    """Someone who can sign in, as the actor they are."""
    made = User(login=login, name=login, password_hash=_hashed(), created_at=clock.now())
    add(made)
    add(Post(user_id=made.id, role=role, scope=scope, from_on=LONG_AGO))
    return Actor(made.pid, (Held(role, scope),))


def coordinator(of: Club, login: str = "coordinator") -> Actor:
    """A coordinator of the club."""
    return user(login, Role.COORDINATOR, of.pid)
